package org.shrinq.repair;

import java.util.SplittableRandom;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.family.RepairKernel;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.FlipLog;
import org.shrinq.search.Reason;

/** Lets a custom repair go first; the problem's kernel completes what it leaves infeasible, and improves. */
final class CustomKernel implements RepairKernel {
    private final Problem problem;
    private final Verifier verifier;
    private final CustomRepair own;
    private final RepairKernel bundled;

    CustomKernel(Problem problem, Verifier verifier, CustomRepair own, RepairKernel bundled) {
        this.problem = problem;
        this.verifier = verifier;
        this.own = own;
        this.bundled = bundled;
    }

    @Override
    public void makeFeasible(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {
        byte[] before = x.clone();
        own.makeFeasible(problem, x, random, deadline);
        try {
            verifier.requireBits(x);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("repair '" + own.id() + "' left no 0/1 array: " + e.getMessage(), e);
        }
        for (int v = 0; v < x.length; v++) {
            if (x[v] != before[v]) {
                log.set(v, Reason.CUSTOM, 0, 0);
            }
        }
        if (!verifier.isFeasible(x)) {
            bundled.makeFeasible(x, random, deadline, log);
        }
    }

    @Override
    public void improve(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {
        bundled.improve(x, random, deadline, log);
    }

    @Override
    public RepairKernel fork() {
        return new CustomKernel(problem, verifier, own, bundled.fork());
    }
}
