package org.shrinq.quantum.train;

import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.noise.NoiseModel;
import org.shrinq.quantum.noise.NoisySampler;
import org.shrinq.qubo.run.RandomStreams;

/** Measures circuits on the backend and with the noise that the options of a task name. */
public final class Shots {
    private Shots() {}

    /**
     * True when the final shots do not come from the state that training leaves: noise, or another backend than ours.
     */
    public static boolean areElsewhere(QuantumTask task) {
        return !task.options().noise().isNone() || task.options().backend() != Backend.stateVector();
    }

    /**
     * Refuses at once what {@link #measure} would refuse after the training.
     *
     * @throws IllegalArgumentException when backend and noise do not go together, when the circuit is too large for
     *     them, or when the options ask for a closed form in place of a circuit
     */
    public static void check(QuantumTask task, int qubits) {
        QuantumOptions options = task.options();
        switch (options.evaluation()) {
            case STATE -> {}
            case CLOSED_FORM ->
                throw new IllegalArgumentException(
                        "the closed form is that of the plain QAOA alone. Maybe --method qaoa.");
            case LIGHT_CONE ->
                throw new IllegalArgumentException(
                        "light cones are those of the plain QAOA alone. Maybe --method qaoa.");
            case MATRIX_PRODUCT ->
                throw new IllegalArgumentException("the method is simulated without its circuit, so that no matrix"
                        + " product state can run it. Maybe --method qaoa.");
        }
        Backend backend = options.backend();
        boolean home = backend == Backend.stateVector();
        boolean noisy = !options.noise().isNone();
        if (noisy && !home) {
            throw new IllegalArgumentException("noise '" + options.noise() + "' runs on the backend "
                    + Backend.stateVector().id() + " only, not on " + backend.id() + ". Maybe without noise.");
        }
        if ((noisy || !home) && qubits > backend.maxQubits()) {
            throw new IllegalArgumentException(
                    "backend " + backend.id() + (noisy ? " with noise" : "") + " takes at most " + backend.maxQubits()
                            + " qubits, the circuit has " + qubits + ". Maybe fewer qubits.");
        }
    }

    /**
     * Up to {@code shots} measured state indices: fewer, but at least one, only when the deadline strikes in a noisy
     * run.
     *
     * @param circuit without free parameters
     * @param task whose backend, options, random streams and deadline hold
     * @throws IllegalArgumentException when the circuit is too large, or noise is asked of a
     *     backend other than the state vector
     */
    public static long[] measure(Circuit circuit, int shots, QuantumTask task) {
        check(task, circuit.qubits());
        RandomStreams streams = task.streams();
        NoiseModel noise = task.options().noise();
        if (noise.isNone()) {
            return task.options().backend().sample(circuit, shots, streams.stream("shots"));
        }
        return NoisySampler.sample(circuit, noise, shots, streams.child("noisy-shots"), task.deadline());
    }
}
