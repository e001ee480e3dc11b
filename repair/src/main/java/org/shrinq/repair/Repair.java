package org.shrinq.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/**
 * Turns candidates into feasible solutions of one problem. A feasible candidate is changed only into a better one; no
 * result is worse than a feasible input. Holds its workspace: one thread; {@link #fork} makes another for a second
 * thread.
 */
public interface Repair {
    /**
     * Repairs one candidate. When the deadline has passed, feasibility is still restored (for a general model: as far
     * as found until then), improvement is left out.
     *
     * @param x a 0/1 array; not modified
     * @param random breaks ties; the same numbers give the same result
     * @throws IllegalArgumentException for a wrong length or an entry that is neither 0 nor 1
     */
    Repaired repair(byte[] x, SplittableRandom random, Deadline deadline);

    /**
     * The same without an account of the changes, for tabulating many candidates.
     *
     * @param x a 0/1 array of the right length, not checked; overwritten by the solution
     * @return whether the solution is feasible
     */
    boolean repairInPlace(byte[] x, SplittableRandom random, Deadline deadline);

    /** An independent repair that shares the immutable data of this one. */
    Repair fork();

    /**
     * Repairs every sample; sample k draws from its own stream, so that results do not depend on the others or on how
     * they are split between threads. Stops early, after at least one, when the deadline passes.
     */
    default List<Repaired> repairAll(List<Bits> samples, RandomStreams streams, Deadline deadline) {
        List<Repaired> repaired = new ArrayList<>(samples.size());
        for (int k = 0; k < samples.size() && (k == 0 || !deadline.expired()); k++) {
            SplittableRandom random = streams.child("sample", k).stream("repair");
            repaired.add(repair(samples.get(k).toArray(), random, deadline));
        }
        return repaired;
    }
}
