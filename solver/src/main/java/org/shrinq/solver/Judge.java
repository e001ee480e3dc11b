package org.shrinq.solver;

import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.NormalForm;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.qubo.text.Brief;
import org.shrinq.repair.Repair;
import org.shrinq.repair.verify.Verifier;

/**
 * What single candidates of a problem are worth, as they are and after repair. The repair of a candidate draws from a
 * stream that its bits name, so that equal candidates have equal verdicts wherever they came from. Holds a workspace:
 * one thread; {@link #fork} makes another.
 */
public final class Judge {
    private final NormalForm normal;
    private final Verifier verifier;
    private final Repair repair;
    private final RandomStreams streams;

    Judge(NormalForm normal, Repair repair, RandomStreams streams) {
        this.normal = normal;
        this.verifier = Verifier.of(normal.problem());
        this.repair = repair;
        this.streams = streams;
    }

    /**
     * A verdict. Objectives are in the problem's own sense and unit.
     *
     * @param feasible whether the candidate is
     * @param objective its objective
     * @param repairedFeasible whether repair made it feasible, or it was
     * @param repaired the objective after repair
     */
    public record Worth(boolean feasible, double objective, boolean repairedFeasible, double repaired) {}

    /** The problem as it was given. */
    public Problem problem() {
        return normal.original();
    }

    /** The verdict on a candidate of the problem's size. */
    public Worth of(Bits candidate) {
        byte[] x = candidate.toArray();
        boolean feasible = verifier.isFeasible(x);
        double objective = normal.unit().back(verifier.objective(x));
        SplittableRandom random = streams.child("candidate", hash(x)).stream("repair");
        boolean repaired = repair.repairInPlace(x, random, Deadline.never());
        return new Worth(feasible, objective, repaired, normal.unit().back(verifier.objective(x)));
    }

    /** Of the bits alone; {@link Bits#hashCode} has too few values to name a stream. */
    private static long hash(byte[] x) {
        long h = 1;
        for (byte b : x) {
            h = (h ^ b) * 0x9E3779B97F4A7C15L;
            h ^= h >>> 29;
        }
        return h;
    }

    /** Another judge with the same verdicts, for a second thread. */
    public Judge fork() {
        return new Judge(normal, repair.fork(), streams);
    }

    @Override
    public String toString() {
        return Brief.of(this, "problem", normal.problem().name());
    }
}
