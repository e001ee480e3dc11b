package org.shrinq.qubo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link LinearAtMost} and {@link LinearEqual} share: all but the comparison. Immutable. */
public abstract sealed class LinearConstraint implements Constraint permits LinearAtMost, LinearEqual {
    /** The numbers. */
    final LinearRow row;

    LinearConstraint(LinearRow row) {
        this.row = row;
    }

    /** The same comparison of another row. */
    abstract LinearConstraint with(LinearRow other);

    @Override
    public final String name() {
        return row.name();
    }

    @Override
    public final int arity() {
        return row.arity();
    }

    @Override
    public final int variable(int k) {
        return row.variable(k);
    }

    @Override
    public final double coefficient(int k) {
        return row.coefficient(k);
    }

    @Override
    public final double bound() {
        return row.bound();
    }

    @Override
    public final double tolerance() {
        return row.tolerance();
    }

    @Override
    public final double activity(byte[] x) {
        return row.exact().activity(x);
    }

    @Override
    public final double violation(byte[] x) {
        return row.exact().violation(x);
    }

    /** The row as it is compared. */
    final ExactRow exact() {
        return row.exact();
    }

    @Override
    public LinearConstraint withTolerance(double tolerance) {
        LinearRow tolerant = row.withTolerance(tolerance, isEquality());
        return tolerant == row ? this : with(tolerant);
    }

    @Override
    public final List<Constraint> inWholeNumbers() {
        return WholeRows.of(this, row, isEquality());
    }

    @Override
    public final boolean isWhole() {
        return row.isWhole();
    }

    @Override
    public final @Nullable Constraint restrict(byte[] fixed, int[] renamed) {
        LinearRow rest = row.exact().restrict(name(), fixed, renamed);
        if (rest == null) {
            return null;
        }
        LinearConstraint written = with(rest);
        List<Constraint> whole = rest.exact().isWhole() ? List.of() : written.inWholeNumbers();
        return whole.size() == 1 ? whole.get(0) : written;
    }

    @Override
    public final boolean propagate(Propagator p) {
        return row.exact().propagate(p);
    }

    @Override
    public final String toString() {
        return row.toText(isEquality() ? "=" : "<=");
    }
}
