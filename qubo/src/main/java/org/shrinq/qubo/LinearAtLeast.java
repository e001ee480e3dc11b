package org.shrinq.qubo;

/**
 * Σ_k w_k x_k ≥ bound, which is held as the {@link LinearAtMost} Σ_k −w_k x_k ≤ −bound: there is one type of
 * inequality.
 */
public final class LinearAtLeast {
    private LinearAtLeast() {}

    /** Arrays are copied; zero coefficients are dropped. */
    public static LinearAtMost of(String name, int[] variables, double[] coefficients, double bound) {
        double[] negated = new double[coefficients.length];
        for (int k = 0; k < negated.length; k++) {
            negated[k] = -coefficients[k];
        }
        return LinearAtMost.of(name, variables, negated, -bound);
    }
}
