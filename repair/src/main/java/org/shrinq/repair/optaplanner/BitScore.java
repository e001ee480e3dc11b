package org.shrinq.repair.optaplanner;

import java.util.Objects;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/** Violation and objective of a 0/1 point, kept up to date flip by flip. */
public final class BitScore implements IncrementalScoreCalculator<BitPlan, HardSoftLongScore> {
    private BitCosts costs;
    private Watch watch;

    /** For OptaPlanner. */
    @SuppressWarnings("NullAway.Init") // OptaPlanner calls resetWorkingSolution first
    public BitScore() {}

    @Override
    public void resetWorkingSolution(BitPlan plan) {
        costs = Objects.requireNonNull(plan.costs);
        watch = Objects.requireNonNull(plan.watch);
        byte[] x = new byte[plan.bits.size()];
        for (Bit b : plan.bits) {
            x[b.index] = Objects.requireNonNull(b.value).byteValue();
        }
        costs.load(x);
    }

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        Bit b = (Bit) entity;
        if (Objects.requireNonNull(b.value) != costs.value(b.index)) {
            costs.flip(b.index);
        }
    }

    @Override
    public HardSoftLongScore calculateScore() {
        double violation = costs.violation();
        watch.calculated(violation > 0 ? Double.POSITIVE_INFINITY : costs.cost());
        long hard = violation > 0 ? Math.max(1, Math.round(violation * costs.violationScale())) : 0;
        return HardSoftLongScore.of(-hard, -Math.round(costs.cost() * costs.costScale()));
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {}

    @Override
    public void beforeEntityAdded(Object entity) {}

    @Override
    public void afterEntityAdded(Object entity) {}

    @Override
    public void beforeEntityRemoved(Object entity) {}

    @Override
    public void afterEntityRemoved(Object entity) {}
}
