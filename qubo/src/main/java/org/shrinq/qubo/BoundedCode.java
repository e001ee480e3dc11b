package org.shrinq.qubo;

import java.util.Arrays;

/**
 * Whole numbers from 0 to a bound as sums of bits: the bounded-coefficient code (Karimi and Ronagh, arXiv 1706.01945,
 * 2017).
 */
public final class BoundedCode {
    private BoundedCode() {}

    /**
     * 1, 2, 4, … and what is left, so that the sums of subsets are exactly 0 … {@code most} and every string of bits is
     * within the bounds; empty for 0. ⌊log₂ most⌋ + 1 numbers.
     *
     * @param most a whole number from 0 to 2⁵³
     */
    public static double[] coefficients(double most) {
        double[] coefficients = new double[64];
        double left = most;
        int count = 0;
        for (double power = 1; left > 0; power *= 2) {
            coefficients[count] = Math.min(power, left);
            left -= coefficients[count++];
        }
        return Arrays.copyOf(coefficients, count);
    }
}
