package org.shrinq.qubo;

import org.jspecify.annotations.Nullable;

/** Σ_k w_k x_k ≤ bound. Weights may be negative; a "≥" row is entered negated. */
public final class LinearAtMost implements Constraint {
    private final LinearRow row;

    private LinearAtMost(LinearRow row) {
        this.row = row;
    }

    /** Arrays are copied; zero coefficients are dropped. */
    public static LinearAtMost of(String name, int[] variables, double[] coefficients, double bound) {
        return new LinearAtMost(LinearRow.of(name, variables, coefficients, bound, false));
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
        return false;
    }

    @Override
    public double tolerance() {
        return row.tolerance();
    }

    @Override
    public double activity(byte[] x) {
        return row.exact().activity(x);
    }

    @Override
    public double violation(byte[] x) {
        return row.exact().violation(x);
    }

    /** The row as it is compared. */
    ExactRow exact() {
        return row.exact();
    }

    @Override
    public LinearAtMost withTolerance(double tolerance) {
        LinearRow tolerant = row.withTolerance(tolerance, false);
        return tolerant == row ? this : new LinearAtMost(tolerant);
    }

    @Override
    public Whole inWholeNumbers() {
        return WholeRows.of(this, row, false);
    }

    @Override
    public @Nullable Constraint restrict(byte[] fixed, int[] renamed) {
        @Nullable RestrictedRow rest = RestrictedRow.of(row, false, fixed, renamed);
        return rest == null ? null : of(name(), rest.variables(), rest.coefficients(), rest.bound()).withTolerance(tolerance());
    }

    @Override
    public boolean propagate(Propagator p) {
        return row.exact().propagate(p);
    }

    @Override
    public String toString() {
        return row.toText("<=");
    }
}
