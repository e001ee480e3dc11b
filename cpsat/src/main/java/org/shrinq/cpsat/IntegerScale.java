package org.shrinq.cpsat;

import java.util.OptionalDouble;

/** The power of ten that makes whole numbers of a row of decimal coefficients: CP-SAT knows no others. */
final class IntegerScale {
    private static final int MOST_DIGITS = 9;
    /** Units in the last place that a decimal number may be away from what was written. */
    private static final int ROUNDINGS = 4;

    private static final double LARGEST_SUM = 1L << 52;

    private double factor = 1;
    private double sum;
    private boolean fits = true;

    /** Takes note of a coefficient. */
    IntegerScale with(double coefficient) {
        double magnitude = Math.abs(coefficient);
        sum += magnitude;
        double f = factor;
        for (int digits = 0; digits <= MOST_DIGITS; digits++) {
            double scaled = magnitude * f;
            if (Math.abs(scaled - Math.rint(scaled)) <= ROUNDINGS * Math.ulp(scaled)) {
                factor = f;
                return this;
            }
            f *= 10;
        }
        fits = false;
        return this;
    }

    /**
     * The power of ten; empty when a coefficient has too many digits, or all of them together are too large for exact
     * sums.
     */
    OptionalDouble factor() {
        return fits && sum * factor <= LARGEST_SUM ? OptionalDouble.of(factor) : OptionalDouble.empty();
    }

    /** The coefficient as a whole number of units. */
    static long units(double coefficient, double factor) {
        return Math.round(coefficient * factor);
    }
}
