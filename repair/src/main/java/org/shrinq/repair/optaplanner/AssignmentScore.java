package org.shrinq.repair.optaplanner;

import java.util.Objects;
import org.optaplanner.core.api.score.buildin.simplelong.SimpleLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/**
 * Cost of an assignment, kept up to date in O(n) per changed facility. A swap arrives as two changes with two
 * facilities at one location in between, so the cost is kept for every map of facilities to locations, not only for
 * permutations.
 */
public final class AssignmentScore implements IncrementalScoreCalculator<AssignmentPlan, SimpleLongScore> {
    private AssignmentCosts costs;
    private Watch watch;
    private int[] location = new int[0];
    private double cost;

    /** For OptaPlanner. */
    @SuppressWarnings("NullAway.Init") // OptaPlanner calls resetWorkingSolution first
    public AssignmentScore() {}

    @Override
    public void resetWorkingSolution(AssignmentPlan plan) {
        costs = Objects.requireNonNull(plan.costs);
        watch = Objects.requireNonNull(plan.watch);
        location = new int[costs.n];
        for (Facility f : plan.facilities) {
            location[f.index] = Objects.requireNonNull(f.location);
        }
        cost = costs.cost(location);
    }

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        Facility f = (Facility) entity;
        int to = Objects.requireNonNull(f.location);
        if (to != location[f.index]) {
            cost += costs.shift(location, f.index, to);
            location[f.index] = to;
        }
    }

    @Override
    public SimpleLongScore calculateScore() {
        watch.calculated(cost);
        return SimpleLongScore.of(-Math.round(cost * costs.scale));
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
