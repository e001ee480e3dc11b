package org.shrinq.qubo;

import org.shrinq.qubo.text.Brief;

/**
 * Tells when sums of doubles are exact: numbers that are multiples of some power of two, and whose absolute values add
 * up to less than 2⁵³ of it, have no rounding in any sum of them, in any order. Mutable.
 */
public final class Dyadic {
    private double total;
    private int lowest = Integer.MAX_VALUE;

    /** A number that sums contain up to {@code times} times. */
    public void add(double value, double times) {
        total += Math.abs(value) * times;
        lowest = Math.min(lowest, lowestBit(value));
    }

    /** All products of one number of {@code left} and one of {@code right}, each up to {@code times} times. */
    public void addProducts(Dyadic left, Dyadic right, double times) {
        if (left.total != 0 && right.total != 0) {
            total += left.total * right.total * times;
            lowest = Math.min(lowest, left.lowest + right.lowest);
        }
    }

    /** Σ |number|. */
    public double total() {
        return total;
    }

    /** The power of two that all numbers are multiples of; infinite where all are 0. */
    public double unit() {
        return lowest == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : Math.scalb(1.0, lowest);
    }

    /** Whether every sum is exact. */
    public boolean isExact() {
        return lowest == Integer.MAX_VALUE || total < Math.scalb(1.0, Math.min(1023, lowest + 53));
    }

    /** k such that the number is an odd multiple of 2^k; the largest int for 0. */
    static int lowestBit(double value) {
        if (value == 0) {
            return Integer.MAX_VALUE;
        }
        boolean subnormal = Math.getExponent(value) < Double.MIN_EXPONENT;
        long mantissa = (Double.doubleToRawLongBits(value) & 0xfffffffffffffL) | (subnormal ? 0 : 1L << 52);
        int exponent = subnormal ? Double.MIN_EXPONENT : Math.getExponent(value);
        return exponent - 52 + Long.numberOfTrailingZeros(mantissa);
    }

    /** The least number ≥ value with at most {@code bits} significant bits; value positive. */
    public static double roundedUp(double value, int bits) {
        if (value == 0 || Double.isInfinite(value)) {
            return value;
        }
        int shift = bits - 1 - Math.getExponent(value);
        return Math.scalb(Math.ceil(Math.scalb(value, shift)), -shift);
    }

    @Override
    public String toString() {
        return Brief.of(this, "total", total, "lowest", lowest);
    }
}
