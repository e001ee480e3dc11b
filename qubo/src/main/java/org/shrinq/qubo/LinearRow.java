package org.shrinq.qubo;

import java.util.Arrays;

/** The data that {@link LinearAtMost} and {@link LinearEqual} share: distinct variables, non-zero coefficients, bound. */
record LinearRow(String name, int[] variables, double[] coefficients, double bound, double tolerance) {
    static LinearRow of(String name, int[] variables, double[] coefficients, double bound) {
        if (variables.length != coefficients.length) {
            throw new IllegalArgumentException(
                    name + ": " + variables.length + " variables but " + coefficients.length + " coefficients");
        }
        int[] keptVariables = new int[variables.length];
        double[] keptCoefficients = new double[variables.length];
        int kept = 0;
        boolean integral = bound == Math.rint(bound);
        for (int k = 0; k < variables.length; k++) {
            if (!Double.isFinite(coefficients[k])) {
                throw new IllegalArgumentException(name + ": coefficient " + k + " is " + coefficients[k]);
            }
            if (coefficients[k] != 0) {
                keptVariables[kept] = variables[k];
                keptCoefficients[kept++] = coefficients[k];
                integral &= coefficients[k] == Math.rint(coefficients[k]);
            }
        }
        keptVariables = Arrays.copyOf(keptVariables, kept);
        requireDistinct(name, keptVariables);
        double tolerance = integral ? 0 : 1e-9 * Math.max(1, Math.abs(bound));
        return new LinearRow(name, keptVariables, Arrays.copyOf(keptCoefficients, kept), bound, tolerance);
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

    /** Propagates Σ sign·w·x ≤ limit: least activity above the limit contradicts, what no longer fits is decided. */
    boolean propagateAtMost(Propagator p, int sign, double limit) {
        double least = 0;
        for (int k = 0; k < variables.length; k++) {
            double w = sign * coefficients[k];
            int value = p.value(variables[k]);
            if (value == 1 || (value < 0 && w < 0)) {
                least += w;
            }
        }
        double room = limit - least + tolerance;
        if (room < 0) {
            return false;
        }
        for (int k = 0; k < variables.length; k++) {
            if (p.value(variables[k]) < 0 && Math.abs(coefficients[k]) > room) {
                if (!p.imply(variables[k], sign * coefficients[k] > 0 ? 0 : 1)) {
                    return false;
                }
            }
        }
        return true;
    }

    String toText(String relation) {
        StringBuilder text = new StringBuilder(name).append(":");
        for (int k = 0; k < variables.length; k++) {
            text.append(' ').append(coefficients[k]).append("·x").append(variables[k]);
        }
        return text.append(' ').append(relation).append(' ').append(bound).toString();
    }
}
