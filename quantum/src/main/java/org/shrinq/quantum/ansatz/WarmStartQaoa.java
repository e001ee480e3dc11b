package org.shrinq.quantum.ansatz;

import java.util.Optional;
import org.shrinq.quantum.CircuitMethod;
import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Evolution;

/**
 * {@link AnsatzCircuits#warmStart} from the task's marginals, or mean-field ones where it has none, clipped to [ε, 1 −
 * ε].
 */
final class WarmStartQaoa extends DiagonalMethod implements CircuitMethod {
    private static final double EPSILON = 0.25;

    @Override
    public String id() {
        return "ws-qaoa";
    }

    @Override
    Family family(QuantumTask task, Scaling scaling) {
        Circuit circuit = parametric(task, scaling);
        return new AngleFamily(
                () -> DiagonalModel.of(
                        Evolution.of(circuit), StringSpace.all(task.qubo().size()), task, scaling.scale()),
                task.options(),
                Optional.of(circuit),
                0.75);
    }

    private static Circuit parametric(QuantumTask task, Scaling scaling) {
        double[] c = task.warmStart().orElseGet(() -> MeanFieldMarginals.marginals(scaling.ising()));
        for (int i = 0; i < c.length; i++) {
            c[i] = Math.max(EPSILON, Math.min(1 - EPSILON, c[i]));
        }
        return AnsatzCircuits.warmStart(scaling.ising(), c, task.options().layers());
    }

    @Override
    public Circuit circuit(QuantumTask task, ParameterSet parameters) {
        return parametric(task, Scaling.of(task.qubo()))
                .bind(AngleFamily.angles(parameters, task.options().layers()));
    }
}
