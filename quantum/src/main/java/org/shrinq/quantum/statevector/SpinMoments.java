package org.shrinq.quantum.statevector;

/**
 * First and second moments of spins z_i = 1 − 2x_i under a (signed) weight on bit strings: Σ w, Σ w z_i and Σ w z_i
 * z_j. For a probability these are ⟨Z_i⟩ and ⟨Z_iZ_j⟩. Immutable.
 */
public final class SpinMoments {
    private final int size;
    private final double total;
    private final double[] single;
    private final double[] pair;

    private SpinMoments(int size, double total, double[] single, double[] pair) {
        this.size = size;
        this.total = total;
        this.single = single;
        this.pair = pair;
    }

    /**
     * All moments in O(2ⁿ): each bit is summed out once, and the moments with it are the first moments of the
     * difference.
     *
     * @param weights 2ⁿ numbers in index order; destroyed
     */
    public static SpinMoments of(double[] weights) {
        int n = Integer.numberOfTrailingZeros(weights.length);
        double[] single = new double[n];
        double[] pair = new double[n * n];
        for (int k = n - 1; k >= 0; k--) {
            int half = 1 << k;
            for (int z = 0; z < half; z++) {
                double plus = weights[z];
                double minus = weights[half + z];
                weights[z] = plus + minus;
                weights[half + z] = plus - minus;
            }
            single[k] = firstMoments(weights, half, k, pair, k * n);
            for (int i = 0; i < k; i++) {
                pair[i * n + k] = pair[k * n + i];
            }
        }
        return new SpinMoments(n, weights[0], single, pair);
    }

    /** out[o + i] = Σ w z_i over w[off, off + 2^bits), which is destroyed; returns Σ w. */
    private static double firstMoments(double[] w, int off, int bits, double[] out, int o) {
        for (int k = bits - 1; k >= 0; k--) {
            int half = 1 << k;
            double difference = 0;
            for (int z = off; z < off + half; z++) {
                double plus = w[z];
                double minus = w[half + z];
                w[z] = plus + minus;
                difference += plus - minus;
            }
            out[o + k] = difference;
        }
        return w[off];
    }

    public int size() {
        return size;
    }

    /** Σ w; 1 for a probability. */
    public double total() {
        return total;
    }

    /** Σ w z_i. */
    public double single(int i) {
        return single[i];
    }

    /** Σ w z_i z_j; Σ w when i = j. */
    public double pair(int i, int j) {
        return i == j ? total : pair[i * size + j];
    }
}
