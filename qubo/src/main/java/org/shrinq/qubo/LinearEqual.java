package org.shrinq.qubo;

/** Σ_k w_k x_k = bound. Weights may be negative. */
public final class LinearEqual extends LinearConstraint {
    private LinearEqual(LinearRow row) {
        super(row);
    }

    /** Arrays are copied; zero coefficients are dropped. */
    public static LinearEqual of(String name, int[] variables, double[] coefficients, double bound) {
        return new LinearEqual(LinearRow.of(name, variables, coefficients, bound, true));
    }

    @Override
    LinearEqual with(LinearRow other) {
        return new LinearEqual(other);
    }

    @Override
    public boolean isEquality() {
        return true;
    }
}
