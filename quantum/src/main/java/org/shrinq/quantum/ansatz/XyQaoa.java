package org.shrinq.quantum.ansatz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.shrinq.quantum.CircuitMethod;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Evolution;
import org.shrinq.quantum.circuit.Operator;
import org.shrinq.qubo.Qubo;

/**
 * {@link AnsatzCircuits#xyMixer} on the task's one-hot groups, simulated in the product of the groups alone: Π
 * d_g·2^free amplitudes instead of 2ⁿ; among the strings of a task's table, where it has one, the
 * {@link ExchangeFamily}.
 */
final class XyQaoa extends DiagonalMethod implements CircuitMethod {
    private static final int BYTES_PER_ENTRY = 8 * (3 * 2 + 8);

    @Override
    public String id() {
        return "xy-qaoa";
    }

    /** The feasible ones alone. */
    @Override
    public boolean asksForAllStrings() {
        return false;
    }

    /** Largest possible need, without groups. */
    @Override
    public long bytesFor(Qubo qubo, QuantumOptions options) {
        if (options.evaluation() == Evaluation.MATRIX_PRODUCT) {
            return super.bytesFor(qubo, options);
        }
        return qubo.size() > 40 ? Long.MAX_VALUE : (long) BYTES_PER_ENTRY << qubo.size();
    }

    @Override
    public long bytesFor(QuantumTask task) {
        if (task.strings().isPresent() || task.options().evaluation() == Evaluation.MATRIX_PRODUCT) {
            return super.bytesFor(task);
        }
        // saturates
        return (long) (BYTES_PER_ENTRY * StringSpace.count(task.qubo().size(), task.oneHotGroups()));
    }

    @Override
    Family family(QuantumTask task, Scaling scaling) {
        if (task.strings().isPresent()) {
            return ExchangeFamily.of(task, scaling);
        }
        int p = task.options().layers();
        Supplier<DiagonalModel> model = () -> {
            StringSpace space = StringSpace.of(task.qubo().size(), task.oneHotGroups());
            Evolution evolution = evolution(space, space.energies(task.qubo()), scaling, p);
            return DiagonalModel.of(evolution, space, task, scaling.scale());
        };
        return new AngleFamily(model, task.options(), Optional.of(parametric(task, scaling)), 0.75);
    }

    /** The circuit in the product space: uniform start, phases from the table of energies, hops along the rings. */
    static Evolution evolution(StringSpace space, double[] energies, Scaling scaling, int layers) {
        double[] phases = energies.clone();
        for (int k = 0; k < phases.length; k++) {
            phases[k] = (energies[k] - energies[0]) / scaling.scale(); // a constant is a global phase
        }
        List<Operator> operators = new ArrayList<>();
        for (int l = 0; l < layers; l++) {
            operators.add(new PhaseOperator(phases, l));
            int stride = 1;
            for (int d = 0; d < space.digits(); d++) {
                int radix = space.radix(d);
                for (int[] pair : AnsatzCircuits.ring(radix)) {
                    operators.add(new HopOperator(stride, radix, pair[0], pair[1], layers + l));
                }
                stride *= radix;
            }
        }
        return new Evolution(Amplitudes.uniform(space.size()), operators, 2 * layers);
    }

    private static Circuit parametric(QuantumTask task, Scaling scaling) {
        return AnsatzCircuits.xyMixer(
                scaling.ising(), task.oneHotGroups(), task.options().layers());
    }

    @Override
    public Circuit circuit(QuantumTask task, ParameterSet parameters) {
        return parametric(task, Scaling.of(task.qubo()))
                .bind(AngleFamily.angles(parameters, task.options().layers()));
    }
}
