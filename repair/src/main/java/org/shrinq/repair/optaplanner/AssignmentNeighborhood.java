package org.shrinq.repair.optaplanner;

import java.util.Objects;
import java.util.SplittableRandom;
import org.optaplanner.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import org.shrinq.qubo.problem.QuadraticAssignment;

/** Swaps of the locations of two facilities; every point is a permutation. */
final class AssignmentNeighborhood implements Neighborhood {
    private static final int SAMPLES = 400;
    /** Starting temperature as a share of the mean change of cost by a swap around the start. */
    private static final double HEAT = 0.1;

    private final QuadraticAssignment problem;
    private final AssignmentCosts costs;
    private final Annealer<AssignmentPlan> annealer;

    AssignmentNeighborhood(QuadraticAssignment problem) {
        this.problem = problem;
        costs = new AssignmentCosts(problem);
        annealer = new Annealer<>(
                AssignmentPlan.class, Facility.class, AssignmentScore.class, new SwapMoveSelectorConfig());
    }

    @Override
    public boolean hasMoves() {
        return costs.n > 1;
    }

    @Override
    public byte[] anneal(byte[] x, SplittableRandom random, long calculations, Watch watch) {
        int[] location = problem.permutation(x).orElseThrow();
        String temperature = Long.toString((long) Math.ceil(HEAT * meanChange(location, random) * costs.scale) + 1);
        AssignmentPlan plan = new AssignmentPlan(costs, location, watch);
        AssignmentPlan best = annealer.anneal(plan, random.nextLong(), temperature, calculations, watch);
        for (Facility f : best.facilities) {
            location[f.index] = Objects.requireNonNull(f.location);
        }
        return problem.assignment(location);
    }

    private double meanChange(int[] start, SplittableRandom random) {
        int[] location = start.clone();
        double sum = 0;
        for (int k = 0; k < SAMPLES; k++) {
            int i = random.nextInt(costs.n);
            int j = random.nextInt(costs.n - 1);
            j += j >= i ? 1 : 0;
            int home = location[i];
            int other = location[j];
            double change = costs.shift(location, i, other);
            location[i] = other;
            change += costs.shift(location, j, home);
            location[i] = home;
            sum += Math.abs(change);
        }
        return sum / SAMPLES;
    }
}
