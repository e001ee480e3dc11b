package org.shrinq.repair.optaplanner;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.valuerange.CountableValueRange;
import org.optaplanner.core.api.domain.valuerange.ValueRangeFactory;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;

/**
 * A 0/1 point under search by OptaPlanner; hard is −violation, soft −minimised objective, both scaled to whole numbers.
 */
@PlanningSolution
public final class BitPlan {
    @PlanningEntityCollectionProperty
    List<Bit> bits = new ArrayList<>();

    @PlanningScore
    @Nullable
    HardSoftLongScore score;

    @Nullable
    BitCosts costs;

    @Nullable
    Watch watch;

    /** For OptaPlanner, which copies plans. */
    public BitPlan() {}

    BitPlan(BitCosts costs, byte[] x, Watch watch) {
        this.costs = costs;
        this.watch = watch;
        for (int v = 0; v < x.length; v++) {
            bits.add(new Bit(v, x[v]));
        }
    }

    /** 0 and 1. */
    @ValueRangeProvider
    public CountableValueRange<Integer> values() {
        return ValueRangeFactory.createIntValueRange(0, 2);
    }
}
