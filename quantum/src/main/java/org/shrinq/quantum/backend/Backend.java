package org.shrinq.quantum.backend;

import java.util.SplittableRandom;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Circuit;

/** Executes circuits without noise. Stateless and safe for use by several threads. */
public interface Backend {
    /** The name on the command line, such as {@code statevector}. */
    String id();

    /** The largest circuit that it takes. */
    int maxQubits();

    /**
     * The state that a circuit prepares from |0…0⟩, up to a global phase; bit q of an index is qubit q.
     *
     * @throws IllegalArgumentException when the circuit is too large or has parameters without values
     */
    Amplitudes run(Circuit circuit);

    /** Measures all qubits {@code shots} times: state indices in the order of the shots. */
    default long[] sample(Circuit circuit, int shots, SplittableRandom random) {
        return AliasTable.of(run(circuit).probabilities()).draw(shots, random);
    }

    /** Throws when {@code circuit} is not one that this backend can run. */
    default void check(Circuit circuit) {
        if (circuit.qubits() > maxQubits()) {
            throw new IllegalArgumentException("backend " + id() + " takes at most " + maxQubits()
                    + " qubits, the circuit has " + circuit.qubits());
        }
        if (circuit.parameters() > 0) {
            throw new IllegalArgumentException(
                    "the circuit has " + circuit.parameters() + " parameters without values. Maybe bind them first.");
        }
    }

    /** Our gate-by-gate simulator in double precision, at most 26 qubits. */
    static Backend stateVector() {
        return StateVectorBackend.INSTANCE;
    }
}
