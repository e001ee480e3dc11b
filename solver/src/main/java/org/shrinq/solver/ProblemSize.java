package org.shrinq.solver;

import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.problem.Problem;

/** How large a problem is, for counts that follow from it. */
final class ProblemSize {
    private ProblemSize() {}

    /** Numbers in the problem's data, which a pass over all of it costs. */
    static double numbers(Problem problem) {
        BinaryModel model = problem.model();
        double numbers = model.objective().storedNumbers();
        for (Constraint c : model.constraints()) {
            numbers += c.arity();
        }
        return numbers;
    }

    /** What the couplings of an encoding come to at most: those of the objective, and every pair of a row. */
    static double encodedCouplings(BinaryModel model) {
        double couplings = model.objective().couplings();
        for (Constraint c : model.constraints()) {
            couplings += 0.5 * c.arity() * (c.arity() - 1);
        }
        return couplings;
    }
}
