package org.shrinq.qubo.problem;

import org.shrinq.qubo.QuadraticForm;

/** Bounds on the rounding of objectives. */
final class Rounding {
    /** Sums of whole numbers up to here are exact. */
    private static final double WHOLE = 0x1p53;

    private Rounding() {}

    static double of(Problem problem, Unit.Numbers numbers) {
        double[] sum = {0, 1};
        numbers.forEach((value, times) -> {
            sum[0] += Math.abs(value) * times;
            sum[1]++;
        });
        return problem.isObjectiveIntegral() && sum[0] <= WHOLE ? 0 : sum[1] * 0x1p-52 * sum[0];
    }

    /** The coefficients of a form; of an implicit one linear terms, and its couplings once a pair. */
    static Unit.Numbers numbers(QuadraticForm f) {
        return numbers -> {
            numbers.accept(f.offset(), 1);
            for (int i = 0; i < f.size(); i++) {
                numbers.accept(f.linear(i), 1);
            }
            f.forEachCoupling((i, j, c) -> numbers.accept(c, 2)); // energies add both halves of a symmetric matrix
        };
    }
}
