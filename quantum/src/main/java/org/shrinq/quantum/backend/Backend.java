package org.shrinq.quantum.backend;

import java.util.SplittableRandom;
import org.shrinq.quantum.circuit.Circuit;

/**
 * Executes circuits and measures them: a {@link Simulator}, or a device. Safe for use by several threads. A custom one
 * goes into a run by {@link org.shrinq.quantum.QuantumOptions#withBackend}.
 */
public interface Backend {
    /** The name on the command line and in reports, such as {@code statevector}. */
    String id();

    /** The largest circuit that it takes, at most 62 qubits. */
    int maxQubits();

    /**
     * Runs a circuit from |0…0⟩ and measures all qubits, {@code shots} times.
     *
     * @param circuit without free parameters; gates of every kind may occur, {@link
     *     org.shrinq.quantum.circuit.Decomposition} writes it with few, {@link org.shrinq.quantum.device.OpenQasm} as a
     *     program
     * @param random the only source of chance of a simulator; a device has its own
     * @return state indices in the order of the shots: bit q of an index is qubit q
     * @throws IllegalArgumentException when the circuit is too large or has parameters without values
     */
    long[] sample(Circuit circuit, int shots, SplittableRandom random);

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
    static Simulator stateVector() {
        return StateVectorBackend.INSTANCE;
    }
}
