package org.shrinq.relax;

import java.util.Arrays;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.relax.clique.CliqueCover;
import org.shrinq.relax.theta.LovaszTheta;

/** Clique covers and the theta number. */
final class IndependentSetBounds implements BoundFamily<MaximumIndependentSet> {
    private static final int THETA_VERTICES = 1100;

    @Override
    public Class<MaximumIndependentSet> type() {
        return MaximumIndependentSet.class;
    }

    @Override
    public void bound(MaximumIndependentSet mis, BoundList bounds) {
        double[] weights = new double[mis.size()];
        Arrays.setAll(weights, mis::weight);
        bounds.add(BoundKind.CLIQUE_COVER, CliqueCover.bound(mis.graph(), weights));
        boolean large = mis.size() > THETA_VERTICES;
        if (!bounds.isLeftOut(BoundKind.THETA, large, mis.size() + " vertices are too many")) {
            bounds.add(BoundKind.THETA, LovaszTheta.bound(mis.graph(), weights, bounds.deadline()));
        }
    }
}
