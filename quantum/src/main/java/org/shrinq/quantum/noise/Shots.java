package org.shrinq.quantum.noise;

import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.quantum.backend.Backends;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.qubo.run.RandomStreams;

/** Measures circuits on the backend of a task, its own or the one that its options name, and with the noise of the options. */
public final class Shots {
    private Shots() {}

    /** What executes the circuits of a task. */
    private static Backend backend(QuantumTask task) {
        return task.backend().orElseGet(() -> Backends.byId(task.options().backend()));
    }

    /** True when the final shots do not come from the state that training leaves: noise, or another backend than ours. */
    public static boolean areElsewhere(QuantumTask task) {
        return isNoisy(task.options()) || backend(task) != Backend.stateVector();
    }

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
    public static void check(QuantumTask task, int qubits) {
        QuantumOptions options = task.options();
        Backend backend = backend(task);
        boolean home = backend == Backend.stateVector();
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
     * @param task whose backend, options, random streams and deadline hold
     * @throws IllegalArgumentException when backend or noise are unknown, the circuit is too large, or noise is asked of a
     *     backend other than the state vector
     */
    public static long[] measure(Circuit circuit, int shots, QuantumTask task) {
        check(task, circuit.qubits());
        RandomStreams streams = task.streams();
        NoiseModel noise = NoiseModel.parse(task.options().noise());
        if (noise.isNone()) {
            return backend(task).sample(circuit, shots, streams.stream("shots"));
        }
        return NoisySampler.sample(circuit, noise, shots, streams.child("noisy-shots"), task.deadline());
    }
}
