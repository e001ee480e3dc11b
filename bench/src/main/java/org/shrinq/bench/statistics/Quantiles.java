package org.shrinq.bench.statistics;

import java.util.Arrays;

/** Sample quantiles by linear interpolation between order statistics (Hyndman and Fan 1996, type 7). */
public final class Quantiles {
    private Quantiles() {}

    /** The middle value; the mean of the two middle ones for an even number. NaN for no values. Not modified. */
    public static double median(double[] values) {
        return of(values, 0.5);
    }

    /**
     * The value below which the share {@code q} of the values lies; infinite values are allowed.
     *
     * @param values not modified
     * @param q in [0, 1]
     */
    public static double of(double[] values, double q) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, q);
    }

    static double ofSorted(double[] sorted, double q) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("a quantile at " + q + ", expected a share in [0, 1]");
        }
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = q * (sorted.length - 1);
        int below = (int) Math.floor(position);
        double share = position - below;
        double low = sorted[below];
        if (share == 0 || low == sorted[below + 1]) {
            return low;
        }
        return low + share * (sorted[below + 1] - low);
    }
}
