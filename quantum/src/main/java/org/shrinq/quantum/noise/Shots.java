package org.shrinq.quantum.noise;

import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.quantum.backend.Backends;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/** Measures circuits on the backend and with the noise that the options of a run name. */
public final class Shots {
    private Shots() {}

    /** True when the options ask for noise. */
    public static boolean isNoisy(QuantumOptions options) {
        return !NoiseModel.parse(options.noise()).isNone();
    }

    /**
     * Refuses at once what {@link #measure} would refuse after the training.
     *
     * @throws IllegalArgumentException when backend or noise are unknown or do not go together, or when the circuit is too
     *     large for them
     */
    public static void check(QuantumOptions options, int qubits) {
        Backend backend = Backends.byId(options.backend());
        boolean home = backend.id().equals(Backend.stateVector().id());
        boolean noisy = isNoisy(options);
        if (noisy && !home) {
            throw new IllegalArgumentException("noise '" + options.noise() + "' runs on the backend "
                    + Backend.stateVector().id() + " only, not on " + backend.id());
        }
        if ((noisy || !home) && qubits > backend.maxQubits()) {
            throw new IllegalArgumentException("backend " + backend.id() + (noisy ? " with noise" : "")
                    + " takes at most " + backend.maxQubits() + " qubits, the circuit has " + qubits);
        }
    }

    /**
     * Up to {@code shots} measured state indices: fewer, but at least one, only when the deadline strikes in a noisy run.
     *
     * @param circuit without free parameters
     * @throws IllegalArgumentException when backend or noise are unknown, the circuit is too large, or noise is asked of a
     *     backend other than the state vector
     */
    public static long[] measure(
            Circuit circuit, int shots, QuantumOptions options, RandomStreams streams, Deadline deadline) {
        check(options, circuit.qubits());
        NoiseModel noise = NoiseModel.parse(options.noise());
        if (noise.isNone()) {
            return Backends.byId(options.backend()).sample(circuit, shots, streams.stream("shots"));
        }
        return NoisySampler.sample(circuit, noise, shots, streams.child("noisy-shots"), deadline);
    }
}
