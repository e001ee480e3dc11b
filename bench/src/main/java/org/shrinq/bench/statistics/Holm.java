package org.shrinq.bench.statistics;

import java.util.Arrays;

/**
 * Holm's step-down correction (Holm 1979): keeps the chance of any false rejection among several tests under the level.
 */
public final class Holm {
    private Holm() {}

    /**
     * The corrected p-values, in the order given: with p sorted upwards, max over j ≤ i of min(1, (m − j + 1) p_j).
     *
     * @param p not modified
     */
    public static double[] adjust(double[] p) {
        int m = p.length;
        Integer[] order = new Integer[m];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(p[i], p[j]));
        double[] adjusted = new double[m];
        double most = 0;
        for (int k = 0; k < m; k++) {
            most = Math.max(most, Math.min(1, (m - k) * p[order[k]]));
            adjusted[order[k]] = most;
        }
        return adjusted;
    }
}
