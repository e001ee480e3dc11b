package org.shrinq.bench.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Performance profiles (Dolan and Moré 2002): the share of the problems that a method solves within a factor τ of what
 * the best method needed there, r = t / min over methods of t. A method that did not solve a problem has an infinite
 * cost; a problem that no method solved counts in the total of all.
 */
public final class PerformanceProfile {
    private PerformanceProfile() {}

    /**
     * One curve over τ ≥ 1 per method.
     *
     * @param costs {@code costs[problem][method]}, positive, infinite for not solved; not modified
     */
    public static List<Steps> of(double[][] costs) {
        int methods = costs.length == 0 ? 0 : costs[0].length;
        double[][] ratios = new double[methods][costs.length];
        for (int p = 0; p < costs.length; p++) {
            double best = Double.POSITIVE_INFINITY;
            for (double cost : costs[p]) {
                if (!(cost > 0)) {
                    throw new IllegalArgumentException("a cost of " + cost + ", expected a positive number");
                }
                best = Math.min(best, cost);
            }
            for (int m = 0; m < methods; m++) {
                double cost = costs[p][m];
                ratios[m][p] = Double.isInfinite(cost) ? Double.POSITIVE_INFINITY : cost / best;
            }
        }
        List<Steps> curves = new ArrayList<>();
        for (double[] r : ratios) {
            curves.add(Steps.of(r));
        }
        return curves;
    }
}
