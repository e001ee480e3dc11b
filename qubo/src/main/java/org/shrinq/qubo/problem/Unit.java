package org.shrinq.qubo.problem;

import java.math.BigDecimal;
import org.shrinq.qubo.Decimal;

/**
 * The power of ten in which an objective is counted. Where all its numbers are whole in some power of ten, and their
 * sums stay below 2⁵² there, it is the largest such power, and sums of doubles are exact; else the one in which the
 * largest number has three digits before its point, and sums round. Multiplying all numbers by a power of ten moves the
 * unit along and changes nothing else. Immutable.
 *
 * @param exponent the unit is 10^exponent
 * @param exact whether sums of doubles are exact in this unit
 */
public record Unit(int exponent, boolean exact) {
    /** The unit of numbers that are counted as they are, such as whole ones. */
    public static final Unit ONE = new Unit(0, true);

    static final double MOST = 0x1p52;
    /** Digits before the point of the largest number where sums round. */
    private static final int DIGITS = 3;

    /** The numbers of an objective. */
    @FunctionalInterface
    interface Numbers {
        /** Hands over every number, with how many times sums may contain it. */
        void forEach(Consumer consumer);

        /** Receives one number. */
        @FunctionalInterface
        interface Consumer {
            void accept(double value, double times);
        }
    }

    static Unit of(Numbers numbers) {
        double[] total = {0};
        boolean[] is = {true, true}; // whole, all multiples of ten
        numbers.forEach((value, times) -> {
            total[0] += Math.abs(value) * times;
            // remainders of doubles take ten times as long as all else: none once a number has one; what no long holds
            // exceeds the most that sums may reach
            is[0] = is[0] && value == (long) value;
            is[1] = is[1] && value % 10 == 0;
        });
        if (is[0] && total[0] <= MOST && (!is[1] || total[0] == 0)) {
            return ONE;
        }
        int least = leastExponent(numbers);
        double[] units = {0};
        numbers.forEach((value, times) ->
                units[0] += Math.abs(value == 0 ? 0 : Decimal.of(value).shifted(-least)) * times);
        return units[0] <= MOST ? new Unit(least, true) : new Unit(coarse(numbers), false);
    }

    /** The largest e such that all numbers are whole multiples of 10^e; 0 where all are 0. */
    static int leastExponent(Numbers numbers) {
        int[] least = {Integer.MAX_VALUE};
        numbers.forEach((value, times) -> {
            if (value != 0) {
                least[0] = Math.min(least[0], Decimal.of(value).exponent());
            }
        });
        return least[0] == Integer.MAX_VALUE ? 0 : least[0];
    }

    /** The exponent in which the largest number has {@link #DIGITS} digits before its point. */
    static int coarse(Numbers numbers) {
        return Decimal.of(greatest(numbers)).magnitude() - DIGITS + 1;
    }

    static double greatest(Numbers numbers) {
        double[] greatest = {0};
        numbers.forEach((value, times) -> greatest[0] = Math.max(greatest[0], Math.abs(value)));
        return greatest[0];
    }

    double[] of(double[] values) {
        double[] result = new double[values.length];
        for (int k = 0; k < result.length; k++) {
            result[k] = of(values[k]);
        }
        return result;
    }

    double[][] of(double[][] rows) {
        double[][] result = new double[rows.length][];
        for (int k = 0; k < result.length; k++) {
            result[k] = of(rows[k]);
        }
        return result;
    }

    /** The number in this unit: exact, or rounded once. */
    public double of(double value) {
        return exponent == 0 || value == 0 ? value : Decimal.of(value).shifted(-exponent);
    }

    /** What a number in this unit is worth, rounded once; order is kept, infinities too. */
    public double back(double value) {
        return exponent == 0 || value == 0 || !Double.isFinite(value)
                ? value
                : new BigDecimal(value).scaleByPowerOfTen(exponent).doubleValue();
    }
}
