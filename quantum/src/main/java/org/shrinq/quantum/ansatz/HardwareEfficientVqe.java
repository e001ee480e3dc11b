package org.shrinq.quantum.ansatz;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.shrinq.quantum.CircuitMethod;
import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Evolution;

/** The variational eigensolver (Peruzzo et al. 2014) on {@link AnsatzCircuits#hardwareEfficient}. */
final class HardwareEfficientVqe extends DiagonalMethod implements CircuitMethod {
    private static final String THETA = "theta";
    private static final int STARTS = 4;

    private final AnsatzCircuits.Entangler entangler;

    HardwareEfficientVqe(AnsatzCircuits.Entangler entangler) {
        this.entangler = entangler;
    }

    @Override
    public String id() {
        return "vqe";
    }

    @Override
    Family family(QuantumTask task, Scaling scaling) {
        int n = task.qubo().size();
        Circuit circuit = AnsatzCircuits.hardwareEfficient(n, task.options().layers(), entangler);
        return new Angles(
                () -> DiagonalModel.of(Evolution.of(circuit), StringSpace.all(n), task, scaling.scale()), circuit, n);
    }

    private record Angles(Supplier<DiagonalModel> states, Circuit parametric, int qubits) implements Family {
        @Override
        public DiagonalModel model() {
            return states.get();
        }

        /** Near |+…+⟩, which CX leaves alone: the last rotations then see the slope of a product state. */
        @Override
        public List<double[]> starts(SplittableRandom random) {
            List<double[]> starts = Starts.normal(STARTS, parametric.parameters(), 0.3, random);
            for (double[] start : starts) {
                for (int q = 0; q < qubits; q++) {
                    start[q] += Math.PI / 2;
                }
            }
            return starts;
        }

        @Override
        public ParameterSet named(double[] theta) {
            return ParameterSet.empty().with(THETA, theta);
        }

        @Override
        public boolean hasCircuit() {
            return true;
        }

        @Override
        public Circuit circuit(double[] theta) {
            return parametric.bind(theta);
        }
    }

    @Override
    public Circuit circuit(QuantumTask task, ParameterSet parameters) {
        Circuit parametric = AnsatzCircuits.hardwareEfficient(
                task.qubo().size(), task.options().layers(), entangler);
        double[] theta = parameters.get(THETA);
        if (theta.length != parametric.parameters()) {
            throw new IllegalArgumentException(
                    "expected " + parametric.parameters() + " parameters, found " + theta.length);
        }
        return parametric.bind(theta);
    }
}
