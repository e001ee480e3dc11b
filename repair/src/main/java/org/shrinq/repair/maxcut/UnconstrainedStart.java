package org.shrinq.repair.maxcut;

import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.problem.Problem;

/**
 * Decides one variable after the other for the better mean over all that is undecided (conditional expectations): no
 * worse than the mean of uniform bits, for cuts half of all edges. O(n + couplings).
 */
public final class UnconstrainedStart {
    private UnconstrainedStart() {}

    /** @param x zeros; modified */
    public static void write(Problem problem, byte[] x) {
        QuadraticForm form = problem.model().objective();
        int sign = problem.sense().factor();
        for (int i = 0; i < x.length; i++) {
            int row = i;
            double[] mean = {form.linear(i)};
            form.forEachNeighbor(i, (j, c) -> mean[0] += j < row ? c * x[j] : c / 2);
            x[i] = (byte) (sign * mean[0] < 0 ? 1 : 0);
        }
    }
}
