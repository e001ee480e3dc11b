package org.shrinq.quantum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/**
 * What a {@link QuantumMethod} is asked to do: find bitstrings of low energy of a small minimising QUBO. Immutable; start
 * from {@link #of} and add what is known about the problem. A method uses what it understands and ignores the rest.
 */
public final class QuantumTask {
    private final Qubo qubo;
    private final Optional<Observable> observable;
    private final List<int[]> oneHotGroups;
    private final Optional<Predicate<Bits>> feasible;
    private final Optional<double[]> warmStart;
    private final Optional<Backend> backend;
    private final QuantumOptions options;
    private final RandomStreams streams;
    private final Deadline deadline;

    private QuantumTask(
            Qubo qubo,
            Optional<Observable> observable,
            List<int[]> oneHotGroups,
            Optional<Predicate<Bits>> feasible,
            Optional<double[]> warmStart,
            Optional<Backend> backend,
            QuantumOptions options,
            RandomStreams streams,
            Deadline deadline) {
        this.qubo = qubo;
        this.observable = observable;
        this.oneHotGroups = oneHotGroups;
        this.feasible = feasible;
        this.warmStart = warmStart;
        this.backend = backend;
        this.options = options;
        this.streams = streams;
        this.deadline = deadline;
    }

    /** A task with nothing known but the QUBO, and no time limit. */
    public static QuantumTask of(Qubo qubo, QuantumOptions options, RandomStreams streams) {
        return new QuantumTask(
                qubo,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                options,
                streams,
                Deadline.never());
    }

    /** The function to minimise, offset included. */
    public Qubo qubo() {
        return qubo;
    }

    /** What is trained on instead of the energy where the options ask for {@link Objective#OBSERVABLE}. */
    public Optional<Observable> observable() {
        return observable;
    }

    /** Groups of variables of which exactly one is 1 in a feasible string; copies. */
    public List<int[]> oneHotGroups() {
        return copy(oneHotGroups);
    }

    /** Which strings are feasible, where known. */
    public Optional<Predicate<Bits>> feasible() {
        return feasible;
    }

    /** A guess of P(x_i = 1) ∈ [0, 1] per variable, for example from a relaxation; a copy. */
    public Optional<double[]> warmStart() {
        return warmStart.map(double[]::clone);
    }

    /** What executes the final circuit instead of the backend that the options name. */
    public Optional<Backend> backend() {
        return backend;
    }

    /** The name of what executes the final circuit. */
    public String backendId() {
        return backend.map(Backend::id).orElseGet(options::backend);
    }

    public QuantumOptions options() {
        return options;
    }

    /** The random streams of this task alone. */
    public RandomStreams streams() {
        return streams;
    }

    public Deadline deadline() {
        return deadline;
    }

    public QuantumTask withObservable(Observable value) {
        return new QuantumTask(
                qubo, Optional.of(value), oneHotGroups, feasible, warmStart, backend, options, streams, deadline);
    }

    /**
     * Names the one-hot groups.
     *
     * @throws IllegalArgumentException when a group is empty, names an unknown variable, or shares one with another group
     */
    public QuantumTask withOneHotGroups(List<int[]> groups) {
        boolean[] used = new boolean[qubo.size()];
        for (int[] group : groups) {
            if (group.length == 0) {
                throw new IllegalArgumentException("a one-hot group is empty");
            }
            for (int v : group) {
                if (v < 0 || v >= used.length || used[v]) {
                    throw new IllegalArgumentException("one-hot variable " + v
                            + (v < 0 || v >= used.length ? " does not exist" : " is in two places"));
                }
                used[v] = true;
            }
        }
        return new QuantumTask(
                qubo, observable, copy(groups), feasible, warmStart, backend, options, streams, deadline);
    }

    public QuantumTask withFeasible(Predicate<Bits> value) {
        return new QuantumTask(
                qubo, observable, oneHotGroups, Optional.of(value), warmStart, backend, options, streams, deadline);
    }

    /**
     * Gives a guess of P(x_i = 1). Copied.
     *
     * @throws IllegalArgumentException when there is not one number in [0, 1] per variable
     */
    public QuantumTask withWarmStart(double[] marginals) {
        if (marginals.length != qubo.size()) {
            throw new IllegalArgumentException(
                    "expected " + qubo.size() + " warm-start marginals, found " + marginals.length);
        }
        for (int i = 0; i < marginals.length; i++) {
            if (!(marginals[i] >= 0 && marginals[i] <= 1)) {
                throw new IllegalArgumentException("warm-start marginal " + i + " is " + marginals[i]);
            }
        }
        return new QuantumTask(
                qubo,
                observable,
                oneHotGroups,
                feasible,
                Optional.of(marginals.clone()),
                backend,
                options,
                streams,
                deadline);
    }

    /** Lets a backend of one's own execute the trained circuit; training stays exact and simulated. */
    public QuantumTask withBackend(Backend value) {
        return new QuantumTask(
                qubo, observable, oneHotGroups, feasible, warmStart, Optional.of(value), options, streams, deadline);
    }

    public QuantumTask withOptions(QuantumOptions value) {
        return new QuantumTask(qubo, observable, oneHotGroups, feasible, warmStart, backend, value, streams, deadline);
    }

    public QuantumTask withStreams(RandomStreams value) {
        return new QuantumTask(qubo, observable, oneHotGroups, feasible, warmStart, backend, options, value, deadline);
    }

    public QuantumTask withDeadline(Deadline value) {
        return new QuantumTask(qubo, observable, oneHotGroups, feasible, warmStart, backend, options, streams, value);
    }

    private static List<int[]> copy(List<int[]> groups) {
        List<int[]> copies = new ArrayList<>(groups.size());
        for (int[] group : groups) {
            copies.add(group.clone());
        }
        return List.copyOf(copies);
    }
}
