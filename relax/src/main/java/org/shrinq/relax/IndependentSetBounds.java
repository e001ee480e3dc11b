package org.shrinq.relax;

import java.util.Arrays;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.relax.clique.CliqueCover;
import org.shrinq.relax.theta.LovaszTheta;
import org.shrinq.relax.theta.ThetaBound;
import org.shrinq.relax.theta.ThetaOptions;

/** Clique covers and the theta number. */
final class IndependentSetBounds implements BoundFamily<MaximumIndependentSet> {
    private static final int THETA_VERTICES = 1100;
    /** Vertices³ × iterations of the theta number where counts limit a run: about two seconds. */
    private static final double THETA_WORK = 1.4e9;
    /** Fewer iterations than this leave a bound that is no better than the clique cover's. */
    private static final int LEAST_ITERATIONS = 10;

    @Override
    public Class<MaximumIndependentSet> type() {
        return MaximumIndependentSet.class;
    }

    @Override
    public void bound(MaximumIndependentSet mis, BoundList bounds) {
        double[] weights = new double[mis.size()];
        Arrays.setAll(weights, mis::weight);
        bounds.add(BoundKind.CLIQUE_COVER, CliqueCover.bound(mis.graph(), weights, bounds.deadline()));
        boolean timed = bounds.deadline().hasTimeLimit();
        int iterations = timed ? Integer.MAX_VALUE : iterations(mis.size());
        boolean large = mis.size() > THETA_VERTICES || iterations < LEAST_ITERATIONS;
        String why = mis.size() + " vertices are too many" + (timed ? "" : " without a time limit");
        if (!bounds.isLeftOut(BoundKind.THETA, large, why)) {
            ThetaOptions options = ThetaOptions.defaults();
            ThetaOptions bounded = options.withMaxIterations(Math.min(options.maxIterations(), iterations));
            ThetaBound theta = LovaszTheta.solve(mis.graph(), weights, bounded, bounds.deadline());
            bounds.add(BoundKind.THETA, theta.value());
        }
    }

    private static int iterations(int vertices) {
        return (int) Math.min(Integer.MAX_VALUE, THETA_WORK / Math.pow(Math.max(1, vertices), 3));
    }
}
