package org.shrinq.repair.family;

import java.util.SplittableRandom;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.search.FlipLog;

/** The two steps of a repair for one kind of problem, in place and with a reason for every flip. One thread. */
public interface RepairKernel {
    /**
     * Makes an infeasible x feasible with few and cheap changes. For the named problems always succeeds, whatever the
     * deadline.
     *
     * @param x modified
     */
    void makeFeasible(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log);

    /**
     * Improves a feasible x, which stays feasible. Does little or nothing once the deadline has passed.
     *
     * @param x modified
     */
    void improve(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log);

    /** A kernel with its own workspace. */
    RepairKernel fork();
}
