package org.shrinq.quantum.backend;

import java.util.SplittableRandom;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Circuit;

/** A backend that knows the state, and draws its shots from that. */
public interface Simulator extends Backend {
    /**
     * The state that a circuit prepares from |0…0⟩, up to a global phase; bit q of an index is qubit q.
     *
     * @throws IllegalArgumentException when the circuit is too large or has parameters without values
     */
    Amplitudes run(Circuit circuit);

    @Override
    default long[] sample(Circuit circuit, int shots, SplittableRandom random) {
        return AliasTable.of(run(circuit).probabilities()).draw(shots, random);
    }
}
