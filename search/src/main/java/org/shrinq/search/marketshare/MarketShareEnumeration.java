package org.shrinq.search.marketshare;

import org.shrinq.search.SearchControl;

/**
 * The exact answer to a subset of retailers with all others fixed, by a Gray code over its 2^s assignments. Takes
 * demands of any size and with fractions, where {@link MarketShareSubset} depends on a small deviation. O(2^s ·
 * products) time. One thread.
 */
final class MarketShareEnumeration {
    /** Steps of the code that count as one iteration. */
    private static final int STEPS_PER_ITERATION = 4096;

    private final MarketShareData data;

    MarketShareEnumeration(MarketShareData data) {
        this.data = data;
    }

    /**
     * Looks for the best assignment of some retailers.
     *
     * @param x modified when a better assignment is found: then the best one seen
     * @param subset distinct retailers, the first {@code count} ≤ 62 of the array; not modified
     * @return true when all assignments were seen, so that none is better
     */
    boolean solve(byte[] x, int[] subset, int count, SearchControl control) {
        byte[] y = x.clone();
        double[] residual = new double[data.products];
        data.residuals(y, residual);
        double best = MarketShareData.deviation(residual);
        for (long step = 1; ; step++) {
            if (step % STEPS_PER_ITERATION == 0) {
                if (!control.next()) {
                    return false;
                }
                data.residuals(y, residual); // so that rounding does not add up
            }
            if (step >>> count != 0) {
                return true;
            }
            int j = subset[Long.numberOfTrailingZeros(step)];
            data.flip(residual, j, y[j]);
            y[j] ^= 1;
            if (MarketShareData.deviation(residual) < best) {
                data.residuals(y, residual);
                double exact = MarketShareData.deviation(residual);
                if (exact < best) {
                    best = exact;
                    System.arraycopy(y, 0, x, 0, y.length);
                    control.bestObjective(best);
                }
            }
        }
    }
}
