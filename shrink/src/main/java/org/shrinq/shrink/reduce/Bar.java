package org.shrinq.shrink.reduce;

import org.shrinq.qubo.problem.Problem;

/** What a bound must exceed to show that nothing better than an incumbent is left. */
final class Bar {
    private static final double TOLERANCE = 1e-9;

    private Bar() {}

    /**
     * The largest minimised objective that still is better: incumbent − 1 where objectives are whole, with room for
     * rounding.
     *
     * @param incumbent value of the minimised objective
     */
    static double of(Problem problem, double incumbent) {
        double room = TOLERANCE * Math.max(1, Math.abs(incumbent));
        return problem.isObjectiveIntegral()
                ? incumbent - 1 + Math.min(0.5, 1e3 * room)
                : incumbent - problem.objectiveRounding();
    }
}
