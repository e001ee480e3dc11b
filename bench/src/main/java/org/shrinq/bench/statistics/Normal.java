package org.shrinq.bench.statistics;

/** The standard normal distribution. */
public final class Normal {
    private static final int BISECTIONS = 80;

    private Normal() {}

    /** P(Z ≤ z). */
    public static double cdf(double z) {
        return upperTail(-z);
    }

    /** The z with P(Z ≤ z) = p, by bisection on [−38, 38] to the last bits; infinite at 0 and 1. */
    public static double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a share of " + p + ", expected 0 to 1");
        }
        if (p == 0 || p == 1) {
            return p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double low = -38;
        double high = 38;
        for (int k = 0; k < BISECTIONS; k++) {
            double middle = (low + high) / 2;
            if (cdf(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** P(Z ≥ z), to about 1e-14 relative: a series near zero, a continued fraction in the tail. */
    static double upperTail(double z) {
        if (z < 0) {
            return 1 - upperTail(-z);
        }
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return z < 3 ? 0.5 - density * series(z) : density / fraction(z);
    }

    /** Σ z^(2k+1) / (1·3·5···(2k+1)), so that Φ(z) = ½ + φ(z)·series (Marsaglia 2004). */
    private static double series(double z) {
        double term = z;
        double sum = z;
        for (int k = 3; term > 1e-17 * sum; k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return sum;
    }

    /** z + 1/(z + 2/(z + 3/(z + …))) (Laplace). */
    private static double fraction(double z) {
        double value = z;
        for (int k = 200; k >= 1; k--) {
            value = z + k / value;
        }
        return value;
    }
}
