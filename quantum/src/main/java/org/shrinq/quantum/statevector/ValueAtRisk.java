package org.shrinq.quantum.statevector;

/** The lower α-quantile of a function under a distribution on bit strings, where CVaR cuts it; without sorting. */
final class ValueAtRisk {
    private static final int BUCKETS = 1024;

    private final double[] mass = new double[BUCKETS];
    private final double[] least = new double[BUCKETS];
    private final double[] most = new double[BUCKETS];

    /**
     * The smallest value q of f with P(f ≤ q) ≥ α. Each round spreads the values between two bounds over buckets and
     * keeps the bucket in which the mass α is reached, until it holds a single value. O(2ⁿ) per round, usually two.
     *
     * @param f values; not modified
     * @param probability of each; not modified
     */
    double of(double[] f, double[] probability, double alpha) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double total = 0;
        for (int z = 0; z < f.length; z++) {
            low = Math.min(low, f[z]);
            high = Math.max(high, f[z]);
            total += probability[z];
        }
        // roundoff may leave the total a little under α: the target must be reachable
        double target = Math.min(alpha, 1) * total * (1 - 1e-12);
        while (low < high) {
            fill(f, probability, low, high);
            int bucket = 0;
            double below = 0;
            while (bucket < BUCKETS - 1 && below + mass[bucket] < target) {
                below += mass[bucket++];
            }
            while (least[bucket] > most[bucket]) {
                bucket--; // roundoff ran past the last value
            }
            target -= below;
            low = least[bucket];
            high = most[bucket];
        }
        return low;
    }

    private void fill(double[] f, double[] probability, double low, double high) {
        java.util.Arrays.fill(mass, 0);
        java.util.Arrays.fill(least, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(most, Double.NEGATIVE_INFINITY);
        double scale = BUCKETS / (high - low);
        for (int z = 0; z < f.length; z++) {
            double v = f[z];
            if (v < low || v > high) {
                continue;
            }
            int bucket = (int) Math.min(BUCKETS - 1, (v - low) * scale);
            mass[bucket] += probability[z];
            least[bucket] = Math.min(least[bucket], v);
            most[bucket] = Math.max(most[bucket], v);
        }
    }
}
