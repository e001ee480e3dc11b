package org.shrinq.qubo;

/** Σ_k w_k x_k ≤ bound. Weights may be negative; {@link LinearAtLeast} enters a "≥" row negated. */
public final class LinearAtMost extends LinearConstraint {
    private LinearAtMost(LinearRow row) {
        super(row);
    }

    /** Arrays are copied; zero coefficients are dropped. */
    public static LinearAtMost of(String name, int[] variables, double[] coefficients, double bound) {
        return new LinearAtMost(LinearRow.of(name, variables, coefficients, bound, false));
    }

    /** These numbers, as a row that another one implies and that is compared as that one is. */
    LinearAtMost impliedBy(ExactRow other) {
        return new LinearAtMost(LinearRow.implied(name(), row.variables(), row.coefficients(), bound(), other));
    }

    @Override
    LinearAtMost with(LinearRow other) {
        return new LinearAtMost(other);
    }

    @Override
    public boolean isEquality() {
        return false;
    }
}
