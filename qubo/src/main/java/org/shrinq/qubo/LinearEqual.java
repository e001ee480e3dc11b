package org.shrinq.qubo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Σ_k w_k x_k = bound. Weights may be negative. */
public final class LinearEqual implements Constraint {
    private final LinearRow row;

    private LinearEqual(LinearRow row) {
        this.row = row;
    }

    /** Arrays are copied; zero coefficients are dropped. */
    public static LinearEqual of(String name, int[] variables, double[] coefficients, double bound) {
        return new LinearEqual(LinearRow.of(name, variables, coefficients, bound, true));
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
    public LinearEqual withTolerance(double tolerance) {
        LinearRow tolerant = row.withTolerance(tolerance, true);
        return tolerant == row ? this : new LinearEqual(tolerant);
    }

    @Override
    public List<Constraint> inWholeNumbers() {
        return WholeRows.of(this, row, true);
    }

    @Override
    public boolean isWhole() {
        return row.isWhole();
    }

    @Override
    public @Nullable Constraint restrict(byte[] fixed, int[] renamed) {
        LinearRow rest = row.exact().restrict(name(), fixed, renamed);
        if (rest == null) {
            return null;
        }
        LinearEqual written = new LinearEqual(rest);
        List<Constraint> whole = rest.exact().isWhole() ? List.of() : written.inWholeNumbers();
        return whole.size() == 1 ? whole.get(0) : written;
    }

    @Override
    public boolean propagate(Propagator p) {
        return row.exact().propagate(p);
    }

    @Override
    public String toString() {
        return row.toText("=");
    }
}
