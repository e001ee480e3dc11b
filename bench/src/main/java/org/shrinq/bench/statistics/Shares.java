package org.shrinq.bench.statistics;

/** Shares of independent trials. */
public final class Shares {
    private static final double Z = 1.959963984540054;

    private Shares() {}

    /** The share with its interval of 95 % (Wilson 1927). */
    public static Interval wilson(double successes, double trials) {
        double p = successes / trials;
        double z2 = Z * Z / trials;
        double middle = (p + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(p * (1 - p) / trials + z2 / (4 * trials));
        return new Interval(p, Math.max(0, Math.min(p, middle - half)), Math.min(1, Math.max(p, middle + half)));
    }
}
