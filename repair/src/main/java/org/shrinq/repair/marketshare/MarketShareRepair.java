package org.shrinq.repair.marketshare;

import java.util.SplittableRandom;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.family.RepairKernel;
import org.shrinq.search.FlipLog;
import org.shrinq.search.marketshare.MarketShareDescent;

/** Every x is feasible: descent on the deviations ({@link MarketShareDescent}). */
public final class MarketShareRepair implements RepairKernel {
    private final MarketShareDescent descent;

    public MarketShareRepair(MarketShare problem) {
        this(new MarketShareDescent(problem));
    }

    private MarketShareRepair(MarketShareDescent descent) {
        this.descent = descent;
    }

    @Override
    public void makeFeasible(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {}

    @Override
    public void improve(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {
        descent.run(x, deadline, log);
    }

    @Override
    public RepairKernel fork() {
        return new MarketShareRepair(descent.fork());
    }
}
