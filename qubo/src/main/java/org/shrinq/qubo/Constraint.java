package org.shrinq.qubo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A typed constraint over binary variables. Each can say by how much an assignment violates it and draw the
 * consequences of a partial assignment. Immutable; variables within one constraint are distinct.
 */
public sealed interface Constraint permits LinearConstraint, GroupConstraint, Conflict {
    String name();

    /** Number of variables. */
    int arity();

    /** The k-th variable, 0 ≤ k &lt; arity. */
    int variable(int k);

    /** Coefficient of the k-th variable in {@link #activity}. */
    double coefficient(int k);

    /** Σ_k coefficient_k · x_{variable_k} over the decimal numbers that coefficients stand for, rounded once. */
    default double activity(byte[] x) {
        double sum = 0;
        for (int k = 0; k < arity(); k++) {
            if (x[variable(k)] != 0) {
                sum += coefficient(k);
            }
        }
        return sum;
    }

    /** What the activity is compared with. */
    double bound();

    /** True when the activity must equal the bound, false when it must not exceed it. */
    boolean isEquality();

    /**
     * The amount of violation, ≥ 0: max(0, activity − bound) for an inequality, |activity − bound| for an equality;
     * amounts within {@link #tolerance} count as 0. The comparison is exact over the decimal numbers that coefficients
     * and bound stand for ({@link Decimal}); 0 means that the constraint holds, and no other value does.
     */
    default double violation(byte[] x) {
        double excess = activity(x) - bound();
        double amount = isEquality() ? Math.abs(excess) : excess;
        return amount <= tolerance() ? 0 : amount;
    }

    default boolean isSatisfied(byte[] x) {
        return violation(x) == 0;
    }

    /** By how much the bound may be missed: 0 unless {@link #withTolerance} says otherwise. */
    default double tolerance() {
        return 0;
    }

    /**
     * The same constraint with a tolerance, cut to a quarter of its smallest |coefficient|. Groups and conflicts have
     * none.
     *
     * @throws IllegalArgumentException for a negative tolerance
     */
    default Constraint withTolerance(double tolerance) {
        return this;
    }

    /**
     * Constraints with whole coefficients that doubles add up exactly, satisfied by the same x: one, two, or none where
     * every x satisfies it. The tolerance is within their bounds. Multiplying a constraint by a power of ten changes
     * nothing in them.
     *
     * <p>Where no such numbers are known, as for many coefficients of 17 digits, the result is not {@link #isWhole}:
     * coefficients and bound are then rounded so that every x that satisfies the constraint satisfies the sum of
     * doubles as well, for relaxations to use, while {@link #violation} and {@link #propagate} stay exact for the
     * constraint itself.
     */
    default List<Constraint> inWholeNumbers() {
        return List.of(this);
    }

    /**
     * True when coefficients and bound are whole numbers, sums of doubles are exact, and the constraint is what they
     * say.
     */
    default boolean isWhole() {
        return true;
    }

    /**
     * What is left of the constraint when some variables have values; null where every completion satisfies it.
     *
     * @param fixed per variable 0, 1, or −1 for free; not modified
     * @param renamed index of every free variable in the result; not modified
     */
    @Nullable
    Constraint restrict(byte[] fixed, int[] renamed);

    /**
     * Assigns in {@code p} every variable whose value follows from this constraint and the present partial assignment.
     *
     * @param p modified through {@link Propagator#imply}
     * @return false when no completion satisfies this constraint, or an implied assignment contradicts
     */
    boolean propagate(Propagator p);
}
