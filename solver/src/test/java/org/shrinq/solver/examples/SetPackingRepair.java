package org.shrinq.solver.examples;

// begin repair
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.family.RepairKernel;
import org.shrinq.search.FlipLog;
import org.shrinq.search.Reason;

/** Keeps chosen sets by worth per element while they are disjoint; improves by adding others in the same order. */
final class SetPackingRepair implements RepairKernel {
    private final SetPacking problem;
    private final int[] byWorth;

    SetPackingRepair(SetPacking problem) {
        this.problem = problem;
        byWorth = IntStream.range(0, problem.size())
                .boxed()
                .sorted((s, t) -> Double.compare(worth(t), worth(s)))
                .mapToInt(s -> s)
                .toArray();
    }

    private double worth(int s) {
        return problem.value(s) / (1 + problem.elementsOf(s).length);
    }

    @Override
    public void makeFeasible(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {
        boolean[] used = new boolean[problem.elements()];
        for (int s : byWorth) {
            if (x[s] != 0 && !take(s, used)) {
                x[s] = 0;
                log.set(s, Reason.CONFLICTS, 0, 1);
            }
        }
    }

    @Override
    public void improve(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {
        boolean[] used = new boolean[problem.elements()];
        for (int s : byWorth) {
            if (x[s] != 0) {
                take(s, used);
            }
        }
        for (int s : byWorth) {
            if (x[s] == 0 && take(s, used)) {
                x[s] = 1;
                log.set(s, Reason.FITS, 0, problem.value(s));
            }
        }
    }

    /** Marks the elements of a set, unless one is used already. */
    private boolean take(int s, boolean[] used) {
        int[] elements = problem.elementsOf(s);
        for (int e : elements) {
            if (used[e]) {
                return false;
            }
        }
        for (int e : elements) {
            used[e] = true;
        }
        return true;
    }

    @Override
    public RepairKernel fork() {
        return new SetPackingRepair(problem);
    }
}
// end repair
