package org.shrinq.qubo;

/**
 * A typed constraint over binary variables. Each can say by how much an assignment violates it and draw the
 * consequences of a partial assignment. Immutable; variables within one constraint are distinct.
 */
public sealed interface Constraint permits LinearAtMost, LinearEqual, AtMostOne, ExactlyOne, Conflict {
    String name();

    /** Number of variables. */
    int arity();

    /** The k-th variable, 0 ≤ k &lt; arity. */
    int variable(int k);

    /** Coefficient of the k-th variable in {@link #activity}. */
    double coefficient(int k);

    /** Σ_k coefficient_k · x_{variable_k}. */
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
     * amounts within {@link #tolerance} count as 0.
     */
    default double violation(byte[] x) {
        double excess = activity(x) - bound();
        double amount = isEquality() ? Math.abs(excess) : excess;
        return amount <= tolerance() ? 0 : amount;
    }

    default boolean isSatisfied(byte[] x) {
        return violation(x) == 0;
    }

    /** Rounding slack: 0 for integer data, 1e-9·max(1, |bound|) otherwise. */
    default double tolerance() {
        return 0;
    }

    /**
     * Assigns in {@code p} every variable whose value follows from this constraint and the present partial assignment.
     *
     * @param p modified through {@link Propagator#imply}
     * @return false when no completion satisfies this constraint, or an implied assignment contradicts
     */
    boolean propagate(Propagator p);
}
