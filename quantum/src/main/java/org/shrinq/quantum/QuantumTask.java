package org.shrinq.quantum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.qubo.text.Brief;

/**
 * What a {@link QuantumMethod} is asked to do: find bitstrings of low energy of a small minimising QUBO. Immutable;
 * start from {@link #of} and add what is known about the problem. A method uses what it understands and ignores the
 * rest.
 */
public final class QuantumTask {
    private final Draft values;

    private QuantumTask(Draft values) {
        this.values = values;
    }

    /** What a wither changes before it becomes a new instance; never changed afterwards. */
    private static final class Draft implements Cloneable {
        private final Qubo qubo;
        private Optional<Observable> observable = Optional.empty();
        private List<int[]> oneHotGroups = List.of();
        private Optional<Predicate<Bits>> feasible = Optional.empty();
        private Optional<double[]> warmStart = Optional.empty();
        private Optional<StringTable> strings = Optional.empty();
        private QuantumOptions options;
        private RandomStreams streams;
        private Deadline deadline = Deadline.never();

        private Draft(Qubo qubo, QuantumOptions options, RandomStreams streams) {
            this.qubo = qubo;
            this.options = options;
            this.streams = streams;
        }

        private Draft copy() {
            try {
                return (Draft) clone();
            } catch (CloneNotSupportedException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    /** A task with nothing known but the QUBO, and no time limit. */
    public static QuantumTask of(Qubo qubo, QuantumOptions options, RandomStreams streams) {
        return new QuantumTask(new Draft(qubo, options, streams));
    }

    private QuantumTask change(Consumer<Draft> change) {
        Draft copy = values.copy();
        change.accept(copy);
        return new QuantumTask(copy);
    }

    /** The function to minimise, offset included. */
    public Qubo qubo() {
        return values.qubo;
    }

    /** What is trained on instead of the energy where the options ask for {@link Objective#OBSERVABLE}. */
    public Optional<Observable> observable() {
        return values.observable;
    }

    public QuantumTask withObservable(Observable value) {
        return change(d -> d.observable = Optional.of(value));
    }

    /** Groups of variables of which exactly one is 1 in a feasible string; copies. */
    public List<int[]> oneHotGroups() {
        return copy(values.oneHotGroups);
    }

    /**
     * Names the one-hot groups. Copied.
     *
     * @throws IllegalArgumentException when a group is empty, names an unknown variable, or shares one with another
     *     group
     */
    public QuantumTask withOneHotGroups(List<int[]> groups) {
        boolean[] used = new boolean[qubo().size()];
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
        return change(d -> d.oneHotGroups = copy(groups));
    }

    /** Which strings are feasible, where known. */
    public Optional<Predicate<Bits>> feasible() {
        return values.feasible;
    }

    public QuantumTask withFeasible(Predicate<Bits> value) {
        return change(d -> d.feasible = Optional.of(value));
    }

    /** A guess of P(x_i = 1) ∈ [0, 1] per variable, for example from a relaxation; a copy. */
    public Optional<double[]> warmStart() {
        return values.warmStart.map(double[]::clone);
    }

    /**
     * Gives a guess of P(x_i = 1). Copied.
     *
     * @throws IllegalArgumentException when there is not one number in [0, 1] per variable
     */
    public QuantumTask withWarmStart(double[] marginals) {
        int n = qubo().size();
        if (marginals.length != n) {
            throw new IllegalArgumentException("expected " + n + " warm-start marginals, found " + marginals.length);
        }
        for (int i = 0; i < n; i++) {
            if (!(marginals[i] >= 0 && marginals[i] <= 1)) {
                throw new IllegalArgumentException("warm-start marginal " + i + " is " + marginals[i]);
            }
        }
        return change(d -> d.warmStart = Optional.of(marginals.clone()));
    }

    /** The strings to move among and their energies, where they are not those of the QUBO. */
    public Optional<StringTable> strings() {
        return values.strings;
    }

    /**
     * Moves among these strings in place of those of the QUBO, whose qubits and energies do not count then. Only {@code
     * grover-qaoa} can, and {@code xy-qaoa} where the table has exchanges; no other method is to be given such a task.
     */
    public QuantumTask withStrings(StringTable value) {
        return change(d -> d.strings = Optional.of(value));
    }

    /** Length of the strings that are looked for. */
    public int qubits() {
        return strings().map(StringTable::qubits).orElse(qubo().size());
    }

    public QuantumOptions options() {
        return values.options;
    }

    public QuantumTask withOptions(QuantumOptions value) {
        return change(d -> d.options = value);
    }

    /** The random streams of this task alone. */
    public RandomStreams streams() {
        return values.streams;
    }

    public QuantumTask withStreams(RandomStreams value) {
        return change(d -> d.streams = value);
    }

    public Deadline deadline() {
        return values.deadline;
    }

    public QuantumTask withDeadline(Deadline value) {
        return change(d -> d.deadline = value);
    }

    private static List<int[]> copy(List<int[]> groups) {
        List<int[]> copies = new ArrayList<>(groups.size());
        for (int[] group : groups) {
            copies.add(group.clone());
        }
        return List.copyOf(copies);
    }

    @Override
    public String toString() {
        return Brief.of(this, "qubo", values.qubo, "groups", values.oneHotGroups.size(), "options", values.options);
    }
}
