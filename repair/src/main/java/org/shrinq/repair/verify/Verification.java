package org.shrinq.repair.verify;

import java.util.List;

/**
 * The verdict on one candidate x, from the problem's own data.
 *
 * @param feasible true when no constraint is violated
 * @param objective the objective of x in the problem's own sense; of an infeasible x too
 * @param constraints number of constraints checked
 * @param violated number of constraints violated
 * @param totalViolation sum of the amounts over all violated constraints
 * @param violations the first {@link Verifier#LISTED} violated constraints, in the problem's order
 */
public record Verification(
        boolean feasible,
        double objective,
        int constraints,
        int violated,
        double totalViolation,
        List<Violation> violations) {
    public Verification {
        violations = List.copyOf(violations);
    }

    @Override
    public String toString() {
        return (feasible ? "feasible" : violated + " of " + constraints + " constraints broken by " + totalViolation)
                + ", objective " + objective;
    }
}
