package org.shrinq.relax.linalg;

/** The ratio test of a dual simplex: which column enters. */
public final class DualRatio {
    /** Ratios that differ by less count as equal. */
    private static final double EQUAL = 1e-12;

    private DualRatio() {}

    /**
     * The candidate of the least |d_j| / |t_j|, of equal ones that of the largest |t_j|.
     *
     * @param candidate columns, the first {@code count} of which are compared; not modified
     * @param entries holds the row t from {@code at} on
     * @param d reduced costs
     * @return its position in {@code candidate}; −1 without candidates
     */
    public static int least(int[] candidate, int count, double[] entries, int at, double[] d) {
        int best = -1;
        double ratio = Double.POSITIVE_INFINITY;
        double size = 0;
        for (int e = 0; e < count; e++) {
            int j = candidate[e];
            double t = Math.abs(entries[at + j]);
            double q = Math.abs(d[j]) / t;
            if (q < ratio - EQUAL || (q < ratio + EQUAL && t > size)) {
                ratio = q;
                size = t;
                best = e;
            }
        }
        return best;
    }
}
