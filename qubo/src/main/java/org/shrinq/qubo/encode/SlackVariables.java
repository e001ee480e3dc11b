package org.shrinq.qubo.encode;

import java.util.Arrays;

/**
 * The slack bits of one capacity row: the QUBO variables first … first + coefficients.length − 1 carry the row's unused
 * capacity, in units of {@code unit}.
 *
 * @param constraint index of the constraint in the model
 * @param first index of the first slack variable in the QUBO
 * @param unit greatest common divisor by which the row was divided
 * @param coefficients 1, 2, 4, …, and a last one that makes the largest sum exact; copied in and out
 */
public record SlackVariables(int constraint, int first, double unit, double[] coefficients) {
    public SlackVariables {
        coefficients = coefficients.clone();
    }

    @Override
    public double[] coefficients() {
        return coefficients.clone();
    }

    int count() {
        return coefficients.length;
    }

    double coefficient(int b) {
        return coefficients[b];
    }

    /** Sets the slack bits in {@code x} to the representable value nearest to {@code amount} (in units). Modified. */
    void set(byte[] x, double amount) {
        double left = Math.max(0, amount);
        // Greedy from the largest is exact for 1, 2, 4, …, r with r ≤ the next power, taken in descending order.
        Integer[] order = new Integer[coefficients.length];
        for (int b = 0; b < order.length; b++) {
            order[b] = b;
        }
        Arrays.sort(order, (p, q) -> Double.compare(coefficients[q], coefficients[p]));
        for (int b : order) {
            boolean take = coefficients[b] <= left + 1e-9;
            x[first + b] = (byte) (take ? 1 : 0);
            if (take) {
                left -= coefficients[b];
            }
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof SlackVariables s
                && s.constraint == constraint
                && s.first == first
                && s.unit == unit
                && Arrays.equals(s.coefficients, coefficients);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * constraint + first) + Arrays.hashCode(coefficients);
    }

    @Override
    public String toString() {
        return "SlackVariables[row " + constraint + ", " + coefficients.length + " bits from " + first + "]";
    }
}
