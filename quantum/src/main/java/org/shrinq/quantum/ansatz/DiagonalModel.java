package org.shrinq.quantum.ansatz;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.IntToLongFunction;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.StringTable;
import org.shrinq.quantum.backend.AliasTable;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Evolution;
import org.shrinq.quantum.statevector.Goal;
import org.shrinq.quantum.train.CandidatePool;
import org.shrinq.quantum.train.ObservableTable;
import org.shrinq.quantum.train.SampledGoal;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.RandomStreams;

/**
 * A parameterised state whose entries stand for strings, with what is trained on it: the loss is the objective of the
 * distribution of f/scale. Not for use by two threads at once.
 */
final class DiagonalModel implements Loss {
    /** A string that an entry of the state stands for. */
    @FunctionalInterface
    interface Strings {
        /** As a state-vector index; random where an entry stands for several. */
        long string(int entry, SplittableRandom random);
    }

    /** What is trained on. */
    enum Target {
        ENERGY,
        OBSERVABLE
    }

    private final Target target;
    private final Evolution evolution;
    private final Strings strings;
    private final double[] energies;
    private final DiagonalObjective objective;
    private final double[] observable;
    private final Amplitudes ket;
    private final Amplitudes bra;
    private final CandidatePool pool;
    private final QuantumTask task;
    private final SampledGoal goal;
    private final double scale;

    /**
     * @param energies per entry, not modified
     * @param values f/scale per entry, kept
     * @param target what f is
     * @param scale what energies are divided by
     */
    DiagonalModel(
            Evolution evolution,
            Strings strings,
            double[] energies,
            double[] values,
            QuantumTask task,
            Target target,
            double scale) {
        this.target = target;
        this.evolution = evolution;
        this.strings = strings;
        this.energies = energies;
        this.objective = DiagonalObjective.of(task.options(), values);
        this.observable = new double[energies.length];
        this.ket = Amplitudes.zeros(energies.length);
        this.bra = Amplitudes.zeros(energies.length);
        this.task = task;
        this.scale = scale;
        goal = new SampledGoal(Goal.of(task));
        pool = CandidatePool.of(task);
    }

    /** A model over all strings of a space. */
    static DiagonalModel of(Evolution evolution, StringSpace space, QuantumTask task, double scale) {
        double[] energies = space.energies(task.qubo());
        Optional<double[]> table = observed(task, space.size(), space::index);
        double[] values = table.orElseGet(() -> centred(energies, task));
        for (int k = 0; k < values.length; k++) {
            values[k] /= scale;
        }
        Target target = table.isPresent() ? Target.OBSERVABLE : Target.ENERGY;
        return new DiagonalModel(evolution, (k, random) -> space.index(k), energies, values, task, target, scale);
    }

    /** The Ising offset, or the mean energy of the task's own strings. */
    private static double offset(QuantumTask task) {
        return task.strings()
                .map(StringTable::mean)
                .orElseGet(() -> task.qubo().toIsing().offset());
    }

    /** Energies without the offset, which could cost digits; a copy. */
    static double[] centred(double[] energies, QuantumTask task) {
        double offset = offset(task);
        double[] values = energies.clone();
        for (int k = 0; k < values.length; k++) {
            values[k] -= offset;
        }
        return values;
    }

    /**
     * The values of the task's observable, where it has one, gradients need them all, and they can be had in time.
     *
     * @throws IllegalArgumentException when the options ask for an observable that the task does not have
     */
    static Optional<double[]> observed(QuantumTask task, int count, IntToLongFunction index) {
        if (task.options().objective() == Objective.OBSERVABLE
                && task.observable().isEmpty()) {
            throw new IllegalArgumentException("objective OBSERVABLE without an observable in the task");
        }
        if (!task.options().optimizer().usesGradients()) {
            return Optional.empty();
        }
        return task.observable().flatMap(o -> ObservableTable.of(o, count, index, task.deadline()));
    }

    @Override
    public int parameters() {
        return evolution.parameters();
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient, BooleanSupplier stop) {
        if (!evolution.run(theta, ket, stop)) {
            return Double.NaN;
        }
        double value = objective.evaluate(ket.probabilities(), observable);
        bra.set(ket);
        bra.scaleBy(observable);
        java.util.Arrays.fill(gradient, 0.0);
        return evolution.backward(bra, ket, theta, gradient, stop) ? value : Double.NaN;
    }

    @Override
    public double sampled(double[] theta, int evaluation, BooleanSupplier stop) {
        if (!evolution.run(theta, ket, stop)) {
            return Double.NaN;
        }
        RandomStreams streams = task.streams().child("training-shots", evaluation);
        long[] shots = sample(ket.probabilities(), task.options().shots(), streams.stream("shots"));
        return (goal.estimate(pool.add(shots), scale) - zero()) / scale;
    }

    /** What {@link #sampled} and the exact values leave out of the objective: nothing of an observable. */
    double zero() {
        boolean ofEnergy = target == Target.ENERGY
                && (task.observable().isEmpty() || task.options().optimizer().usesGradients());
        return ofEnergy ? offset(task) : 0;
    }

    /** The objective of a distribution over the entries, of whose strings {@code samples} were measured. */
    double objective(double[] probabilities, SampleSet samples) {
        boolean isKnown = target == Target.OBSERVABLE || task.observable().isEmpty();
        return isKnown ? objective.evaluate(probabilities, observable) * scale + zero() : goal.estimate(samples, scale);
    }

    /** Takes every string that is sampled. */
    CandidatePool pool() {
        return pool;
    }

    /** Probability of every entry. */
    double[] probabilities(double[] theta) {
        return evolution.run(theta).probabilities();
    }

    /** ⟨energy⟩ of a distribution over the entries, offset included. */
    double expectation(double[] probabilities) {
        double sum = 0;
        for (int k = 0; k < energies.length; k++) {
            sum += probabilities[k] * energies[k];
        }
        return sum;
    }

    /** Measured state-vector indices. */
    long[] sample(double[] probabilities, int shots, SplittableRandom random) {
        long[] entries = AliasTable.of(probabilities).draw(shots, random);
        for (int s = 0; s < shots; s++) {
            entries[s] = strings.string((int) entries[s], random);
        }
        return entries;
    }
}
