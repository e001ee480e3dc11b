package org.shrinq.bench.statistics;

/** The standard normal distribution. */
final class Normal {
    private Normal() {}

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
