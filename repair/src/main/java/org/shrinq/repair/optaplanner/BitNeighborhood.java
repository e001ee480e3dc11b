package org.shrinq.repair.optaplanner;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.optaplanner.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;

/** Ejection chains ({@link ChainMoves}) and exchanges of two variables with different values, on any problem. */
final class BitNeighborhood implements Neighborhood {
    private static final int SAMPLES = 400;
    /** Starting temperature as a share of the mean change of the objective by a flip around the start. */
    private static final double HEAT = 0.1;

    private final BitCosts costs;
    private final int n;
    private final Annealer<BitPlan> annealer;

    BitNeighborhood(int n, BitCosts costs) {
        this.n = n;
        this.costs = costs;
        annealer = new Annealer<>(
                BitPlan.class,
                Bit.class,
                BitScore.class,
                new UnionMoveSelectorConfig(List.of(
                        new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(ChainMoves.class),
                        new SwapMoveSelectorConfig())));
    }

    @Override
    public boolean hasMoves() {
        return n > 0;
    }

    @Override
    public byte[] anneal(byte[] x, SplittableRandom random, long calculations, Watch watch) {
        String temperature = temperature(x, random);
        BitPlan plan = new BitPlan(costs, x, watch);
        BitPlan best = annealer.anneal(plan, random.nextLong(), temperature, calculations, watch);
        byte[] y = new byte[n];
        for (Bit b : best.bits) {
            y[b.index] = Objects.requireNonNull(b.value).byteValue();
        }
        return y;
    }

    /**
     * No heat for violations: from outside the feasible region any move back counts as better, whatever it costs, so
     * that every excursion would end in a random loss.
     */
    private String temperature(byte[] x, SplittableRandom random) {
        costs.load(x);
        double cost = costs.cost();
        double change = 0;
        for (int k = 0; k < SAMPLES; k++) {
            int v = random.nextInt(n);
            costs.flip(v);
            change += Math.abs(costs.cost() - cost) / SAMPLES;
            costs.flip(v);
        }
        return "0hard/" + ((long) Math.ceil(HEAT * change * costs.costScale()) + 1) + "soft";
    }
}
