package org.shrinq.repair;

import java.util.SplittableRandom;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.family.RepairKernel;
import org.shrinq.search.FlipDescent;
import org.shrinq.search.FlipLog;

/** Where every x is feasible: a descent. */
record DescentRepair(FlipDescent descent) implements RepairKernel {
    @Override
    public void makeFeasible(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {}

    @Override
    public void improve(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {
        descent.run(x, deadline, log);
    }

    @Override
    public RepairKernel fork() {
        return new DescentRepair(descent.fork());
    }
}
