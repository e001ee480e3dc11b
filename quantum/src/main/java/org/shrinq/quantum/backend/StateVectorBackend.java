package org.shrinq.quantum.backend;

import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Evolution;

/** The gate-by-gate simulator of the circuit package. */
enum StateVectorBackend implements Simulator {
    INSTANCE;

    @Override
    public String id() {
        return "statevector";
    }

    @Override
    public int maxQubits() {
        return 26;
    }

    @Override
    public Amplitudes run(Circuit circuit) {
        check(circuit);
        return Evolution.of(circuit).run();
    }
}
