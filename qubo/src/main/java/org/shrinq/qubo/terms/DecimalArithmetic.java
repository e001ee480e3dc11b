package org.shrinq.qubo.terms;

import java.math.BigDecimal;

/**
 * Arithmetic on coefficients as a reader writes them: where a result is no whole number it is that of the shortest
 * decimals, so that 0.3 − 0.1 is 0.2.
 */
public final class DecimalArithmetic {
    private static final double WHOLE = 1L << 53;

    private DecimalArithmetic() {}

    public static double times(double a, double b) {
        double product = a * b;
        return isWhole(product) || b == 1 || !Double.isFinite(product)
                ? product
                : BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(b)).doubleValue();
    }

    public static double plus(double a, double b) {
        double sum = a + b;
        return a == 0 || b == 0 || (isWhole(a) && isWhole(b)) || !Double.isFinite(sum)
                ? sum
                : BigDecimal.valueOf(a).add(BigDecimal.valueOf(b)).doubleValue();
    }

    public static double minus(double a, double b) {
        return plus(a, -b);
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < WHOLE;
    }
}
