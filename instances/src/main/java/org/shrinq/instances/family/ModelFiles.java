package org.shrinq.instances.family;

import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;

/** Problems of which nothing but the model is known. */
final class ModelFiles implements FileFamilies.Bundled<Problem> {
    @Override
    public Class<Problem> type() {
        return Problem.class;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.BINARY_QUADRATIC;
    }

    @Override
    public FromModel fromModel(Problem model) {
        return FromModel.of(new BinaryQuadraticProgram(model.name(), model.model()));
    }

    @Override
    public double reach(Problem problem) {
        QuadraticForm form = problem.model().objective();
        double[] sum = {Math.abs(form.offset())};
        for (int i = 0; i < form.size(); i++) {
            sum[0] += Math.abs(form.linear(i));
        }
        form.forEachCoupling((i, j, c) -> sum[0] += Math.abs(c));
        double most = sum[0];
        for (Constraint row : problem.model().constraints()) {
            double terms = 0;
            for (int t = 0; t < row.arity(); t++) {
                terms += Math.abs(row.coefficient(t));
            }
            most = Math.max(most, terms);
        }
        return most;
    }
}
