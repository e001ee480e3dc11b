package org.shrinq.quantum.lightcone;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.Precision;
import org.shrinq.quantum.statevector.Goal;
import org.shrinq.quantum.statevector.QaoaSimulator;
import org.shrinq.qubo.Ising;

/** A cone of few, densely coupled vertices: the state of the circuit on its vertices. O(2ⁿ·n·p). */
final class StateVectorCone implements ConeValue {
    private final Cone cone;
    private final Ising ising;
    private final long mask;

    StateVectorCone(Cone cone) {
        this.cone = cone;
        ising = cone.ising();
        mask = cone.roots() == 1 ? 1 : 3;
    }

    static double operations(int qubits, int layers) {
        return Math.pow(2, qubits) * (qubits + 2.0) * layers;
    }

    static long bytes(int qubits) {
        return QaoaSimulator.bytesFor(qubits, Objective.OBSERVABLE, Precision.DOUBLE)
                + QaoaSimulator.adjointBytesFor(qubits, Precision.DOUBLE);
    }

    @Override
    public double operations() {
        return operations(cone.size(), cone.layers());
    }

    @Override
    public long bytes() {
        return bytes(cone.size());
    }

    private QaoaSimulator simulator() {
        Goal parity =
                new Goal(Objective.OBSERVABLE, 1, 1, Optional.of(z -> (Long.bitCount(z & mask) & 1) == 0 ? 1 : -1));
        return QaoaSimulator.of(ising, parity, Precision.DOUBLE, KernelChoice.AUTO, 1);
    }

    @Override
    public double value(Schedule schedule, BooleanSupplier stop) {
        try (QaoaSimulator simulator = simulator()) {
            return simulator.value(schedule.gammas(simulator.scale()), schedule.betas(), stop);
        }
    }

    @Override
    public double gradient(Schedule schedule, double[] dGamma, double[] dBeta, BooleanSupplier stop) {
        try (QaoaSimulator simulator = simulator()) {
            double scale = simulator.scale();
            double value = simulator.gradient(schedule.gammas(scale), schedule.betas(), dGamma, dBeta, stop);
            for (int l = 0; l < dGamma.length; l++) {
                dGamma[l] *= scale;
            }
            return value;
        }
    }
}
