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
import org.optaplanner.core.api.score.buildin.simplelong.SimpleLongScore;

/** A permutation under search by OptaPlanner; the score is −cost, scaled to whole numbers. */
@PlanningSolution
public final class AssignmentPlan {
    @PlanningEntityCollectionProperty
    List<Facility> facilities = new ArrayList<>();

    @PlanningScore
    @Nullable
    SimpleLongScore score;

    @Nullable
    AssignmentCosts costs;

    @Nullable
    Watch watch;

    /** For OptaPlanner, which copies plans. */
    public AssignmentPlan() {}

    AssignmentPlan(AssignmentCosts costs, int[] location, Watch watch) {
        this.costs = costs;
        this.watch = watch;
        for (int i = 0; i < location.length; i++) {
            facilities.add(new Facility(i, location[i]));
        }
    }

    /** All locations. */
    @ValueRangeProvider
    public CountableValueRange<Integer> locations() {
        return ValueRangeFactory.createIntValueRange(0, facilities.size());
    }
}
