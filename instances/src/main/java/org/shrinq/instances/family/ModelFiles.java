package org.shrinq.instances.family;

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
}
