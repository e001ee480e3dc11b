package org.shrinq.instances.oracle;

import org.shrinq.qubo.problem.MarketShare;

/** Least deviation by a walk over all assignments, one flip at a time. */
public final class MarketShareOracle {
    private MarketShareOracle() {}

    /** Whole data; n ≤ 32. */
    public static double optimum(MarketShare p) {
        int m = p.products();
        int n = p.retailers();
        long[][] demand = new long[n][m];
        long[] gap = new long[m];
        long least = 0;
        for (int k = 0; k < m; k++) {
            gap[k] = -(long) p.target(k);
            least += Math.abs(gap[k]);
            for (int j = 0; j < n; j++) {
                demand[j][k] = (long) p.demand(k, j);
            }
        }
        // Gray code: step s flips the variable of s's lowest one.
        long in = 0;
        for (long s = 1; s < 1L << n; s++) {
            int j = Long.numberOfTrailingZeros(s);
            in ^= 1L << j;
            long sign = (in >>> j & 1) == 1 ? 1 : -1;
            long sum = 0;
            for (int k = 0; k < m; k++) {
                gap[k] += sign * demand[j][k];
                sum += Math.abs(gap[k]);
            }
            least = Math.min(least, sum);
        }
        return least;
    }
}
