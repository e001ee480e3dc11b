package org.shrinq.qubo.encode;

/**
 * What the encoding did with one constraint.
 *
 * @param constraint its name
 * @param weight penalty weight; for a slack-free row the factor of the squared term
 * @param smallestViolation least positive amount by which the constraint can be violated
 * @param certificate what is known of the weight
 */
public record ConstraintPenalty(String constraint, double weight, double smallestViolation, Certificate certificate) {
    /** What a penalty weight guarantees. */
    public enum Certificate {
        /** Every feasible point has lower energy than every infeasible one. */
        ORDERING,
        /** Every minimiser of the QUBO is feasible (an infeasible point may still beat a poor feasible one). */
        MINIMIZER,
        /** No proof; verification and repair decide. */
        HEURISTIC;

        /**
         * True when the optimum of the QUBO is certainly the optimum of the problem, as far as this constraint goes.
         */
        public boolean isExact() {
            return this != HEURISTIC;
        }
    }
}
