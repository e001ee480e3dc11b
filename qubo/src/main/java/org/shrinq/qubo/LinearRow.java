package org.shrinq.qubo;

import java.util.Arrays;

/**
 * The data that {@link LinearAtMost} and {@link LinearEqual} share: distinct variables, non-zero coefficients, bound,
 * tolerance, as they were written, and the same row for exact comparison.
 */
record LinearRow(
        String name,
        int[] variables,
        double[] coefficients,
        double bound,
        double tolerance,
        ExactRow exact,
        boolean isImplied) {
    /**
     * A tolerance is at most this part of the row's smallest coefficient, so that it never lets a whole coefficient
     * pass.
     */
    private static final double LARGEST_TOLERANCE = 0.25;

    /** Terms that the text shows. */
    private static final int MOST_TERMS = 12;

    static LinearRow of(String name, int[] variables, double[] coefficients, double bound, boolean equality) {
        if (variables.length != coefficients.length) {
            throw new IllegalArgumentException(
                    name + ": " + variables.length + " variables but " + coefficients.length + " coefficients");
        }
        int[] keptVariables = new int[variables.length];
        double[] keptCoefficients = new double[variables.length];
        int kept = 0;
        if (!Double.isFinite(bound)) {
            throw new IllegalArgumentException(name + ": the bound is " + bound);
        }
        for (int k = 0; k < variables.length; k++) {
            if (!Double.isFinite(coefficients[k])) {
                throw new IllegalArgumentException(name + ": coefficient " + k + " is " + coefficients[k]);
            }
            if (coefficients[k] != 0) {
                keptVariables[kept] = variables[k];
                keptCoefficients[kept++] = coefficients[k];
            }
        }
        keptVariables = Arrays.copyOf(keptVariables, kept);
        requireDistinct(name, keptVariables);
        return of(name, keptVariables, Arrays.copyOf(keptCoefficients, kept), bound, 0, equality);
    }

    private static LinearRow of(
            String name, int[] variables, double[] coefficients, double bound, double tolerance, boolean equality) {
        ExactRow exact = ExactRow.of(variables, coefficients, bound, tolerance, equality);
        return new LinearRow(name, variables, coefficients, bound, tolerance, exact, false);
    }

    /** Whole numbers that every x of another row satisfies, compared as that row. */
    static LinearRow implied(String name, int[] variables, double[] coefficients, double bound, ExactRow by) {
        return new LinearRow(name, variables, coefficients, bound, 0, by, true);
    }

    /** Whether the numbers of the row itself are whole and doubles add them up exactly. */
    boolean isWhole() {
        return exact.isWhole() && exact.unit() == 0;
    }

    /** The same row with a tolerance, cut to a quarter of the smallest coefficient. */
    LinearRow withTolerance(double wanted, boolean equality) {
        if (!(wanted >= 0)) {
            throw new IllegalArgumentException(name + ": a tolerance of " + wanted + ", expected 0 or more");
        }
        double smallest = Double.POSITIVE_INFINITY;
        for (double w : coefficients) {
            smallest = Math.min(smallest, Math.abs(w));
        }
        double kept = variables.length == 0 ? 0 : Math.min(wanted, LARGEST_TOLERANCE * smallest);
        return kept == tolerance ? this : of(name, variables, coefficients, bound, kept, equality);
    }

    static void requireDistinct(String name, int[] variables) {
        int[] sorted = variables.clone();
        Arrays.sort(sorted);
        for (int k = 0; k < sorted.length; k++) {
            if (sorted[k] < 0) {
                throw new IllegalArgumentException(name + ": variable " + sorted[k] + " is negative");
            }
            if (k > 0 && sorted[k] == sorted[k - 1]) {
                throw new IllegalArgumentException(name + ": variable " + sorted[k] + " stands twice");
            }
        }
    }

    int arity() {
        return variables.length;
    }

    int variable(int k) {
        return variables[k];
    }

    double coefficient(int k) {
        return coefficients[k];
    }

    /** "c1: 435 x0 + 730 x1 <= 3588"; of long rows the first terms. */
    String toText(String relation) {
        StringBuilder text = new StringBuilder(name).append(":");
        for (int k = 0; k < Math.min(variables.length, MOST_TERMS); k++) {
            double w = coefficients[k];
            text.append(k == 0 ? (w < 0 ? " -" : " ") : w < 0 ? " - " : " + ");
            text.append(Math.abs(w) == 1 ? "" : number(Math.abs(w)) + " ")
                    .append('x')
                    .append(variables[k]);
        }
        if (variables.length > MOST_TERMS) {
            text.append(" + … ").append(variables.length - MOST_TERMS).append(" more");
        }
        return text.append(' ')
                .append(relation)
                .append(' ')
                .append(number(bound))
                .toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
