package org.shrinq.qubo;

/** Σ_k w_k x_k = bound. Weights may be negative. */
public final class LinearEqual implements Constraint {
    private final LinearRow row;

    private LinearEqual(LinearRow row) {
        this.row = row;
    }

    /** Arrays are copied; zero coefficients are dropped. */
    public static LinearEqual of(String name, int[] variables, double[] coefficients, double bound) {
        return new LinearEqual(LinearRow.of(name, variables, coefficients, bound));
    }

    @Override
    public String name() {
        return row.name();
    }

    @Override
    public int arity() {
        return row.arity();
    }

    @Override
    public int variable(int k) {
        return row.variable(k);
    }

    @Override
    public double coefficient(int k) {
        return row.coefficient(k);
    }

    @Override
    public double bound() {
        return row.bound();
    }

    @Override
    public boolean isEquality() {
        return true;
    }

    @Override
    public double tolerance() {
        return row.tolerance();
    }

    @Override
    public boolean propagate(Propagator p) {
        return row.propagateAtMost(p, 1, row.bound()) && row.propagateAtMost(p, -1, -row.bound());
    }

    @Override
    public String toString() {
        return row.toText("=");
    }
}
