package org.shrinq.relax.sdp;

import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;

/**
 * Sum of the sizes of a form's coefficients: what the rounding errors of any rearrangement of its terms are
 * proportional to.
 */
final class Magnitude {
    private Magnitude() {}

    static double of(QuadraticForm form) {
        double[] sum = {Math.abs(form.offset())};
        for (int i = 0; i < form.size(); i++) {
            sum[0] += Math.abs(form.linear(i));
        }
        if (form instanceof KroneckerForm k) {
            return sum[0] + quadratic(k);
        }
        form.forEachCoupling((i, j, c) -> sum[0] += Math.abs(c));
        return sum[0];
    }

    private static double quadratic(KroneckerForm form) {
        int n = form.order();
        double flow = 0;
        double distance = 0;
        double penalty = 0;
        for (int i = 0; i < n; i++) {
            penalty += (Math.abs(form.rowPenalty(i)) + Math.abs(form.columnPenalty(i))) * n * (n - 1.0);
            for (int j = 0; j < n; j++) {
                flow += Math.abs(form.flow(i, j));
                distance += Math.abs(form.distance(i, j));
            }
        }
        return flow * distance + penalty;
    }
}
