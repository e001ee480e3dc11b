package org.shrinq.repair.knapsack;

import java.util.SplittableRandom;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.family.RepairKernel;
import org.shrinq.search.FlipLog;
import org.shrinq.search.Hints;
import org.shrinq.search.knapsack.KnapsackData;
import org.shrinq.search.knapsack.KnapsackDrop;
import org.shrinq.search.knapsack.KnapsackExchange;

/**
 * Drops items until every row fits ({@link KnapsackDrop}); improves by adding items by descending utility and by 1-1,
 * 2-1 and 1-2 exchanges near the break item ({@link KnapsackExchange}).
 */
public final class KnapsackRepair implements RepairKernel {
    private final KnapsackData data;
    private final KnapsackDrop drop;
    private final KnapsackExchange exchange;

    public KnapsackRepair(MultidimensionalKnapsack problem, Hints hints) {
        this(new KnapsackData(problem, hints));
    }

    private KnapsackRepair(KnapsackData data) {
        this.data = data;
        drop = new KnapsackDrop(data);
        exchange = new KnapsackExchange(data);
    }

    @Override
    public void makeFeasible(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {
        drop.run(x, log);
    }

    @Override
    public void improve(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {
        exchange.exhaust(x, log);
    }

    @Override
    public RepairKernel fork() {
        return new KnapsackRepair(data);
    }
}
