package org.shrinq.qubo.problem;

import java.util.List;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;

/**
 * Any binary model under a name: a plain QUBO when it has no constraints, a general constrained binary quadratic program
 * otherwise.
 *
 * @param name short name of the instance
 * @param model the model
 */
public record BinaryQuadraticProgram(String name, BinaryModel model) implements Problem {
    /** Nothing to decide: what exact reductions leave of a problem that they have solved. It has no variables, and {@code Shrinq} does not take it. */
    public static BinaryQuadraticProgram nothing(String name, Sense sense) {
        return new BinaryQuadraticProgram(
                name, new BinaryModel(sense, Qubo.builder(0).build(), List.of()));
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.BINARY_QUADRATIC;
    }

    @Override
    public double objective(byte[] x) {
        return model.value(x);
    }

    @Override
    public boolean isObjectiveIntegral() {
        QuadraticForm f = model.objective();
        if (!Integrality.all(f.offset())) {
            return false;
        }
        boolean[] integral = {true};
        for (int i = 0; i < f.size(); i++) {
            integral[0] &= Integrality.all(f.linear(i));
        }
        f.forEachCoupling((i, j, c) -> integral[0] &= Integrality.all(c));
        return integral[0];
    }
}
