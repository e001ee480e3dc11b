package org.shrinq.solver;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.encode.InequalityEncoding;
import org.shrinq.qubo.encode.PenaltyPolicy;
import org.shrinq.repair.CustomRepair;
import org.shrinq.shrink.ShrinkOptions;
import org.shrinq.shrink.correlate.CorrelationSource;

/**
 * Everything that can be chosen about a run. Immutable; start from {@link #defaults} and change what differs.
 */
public final class SolverOptions extends SolverLimits {
    /** Whether a stage runs. */
    public enum Stage {
        ON,
        OFF;

        public boolean isOn() {
            return this == ON;
        }
    }

    private static final SolverOptions DEFAULTS = new SolverOptions(new SolverDraft());

    private SolverOptions(SolverDraft values) {
        super(values);
    }

    /** What the training of a circuit minimises the expectation (or CVaR …) of. */
    public enum TrainingTarget {
        /**
         * CVaR of the energy where the circuit is simulated as a state vector, since it left more feasible samples on
         * all problems measured (docs/circuits.md); its expectation where only that is to be had. An objective of the
         * {@link #quantum() quantum options} other than the expectation stands as it is; for the plain expectation
         * choose {@link #ENERGY}.
         */
        AUTO,
        /** The energy of the shrunk QUBO, by the objective of the {@link #quantum() quantum options}. */
        ENERGY,
        /** The objective of the repaired expansion: the circuit is trained for what the pipeline returns. */
        REPAIRED
    }

    /**
     * QAOA with three layers on at most 16 qubits, every stage on, seed 1, one thread; five rounds at most, fewer
     * when two in a row find nothing better, where neither rounds nor a time limit are set.
     */
    public static SolverOptions defaults() {
        return DEFAULTS;
    }

    @Override
    SolverOptions change(Consumer<SolverDraft> change) {
        SolverDraft copy = values.copy();
        change.accept(copy);
        return new SolverOptions(copy);
    }

    public Method method() {
        return values.method;
    }

    public SolverOptions withMethod(Method value) {
        return change(d -> {
            d.method = value;
            d.customMethod = Optional.empty();
        });
    }

    /** Qubit budget: most variables that shrinking leaves. */
    public int qubits() {
        return values.qubits;
    }

    /** At least 1. */
    public SolverOptions withQubits(int value) {
        return change(d -> d.qubits = OptionRange.qubits(value));
    }

    /** The qubit budget of rounds after the first, where it is another one. */
    public OptionalInt laterQubits() {
        return values.laterQubits;
    }

    /** At least 1; empty for the same budget in every round. */
    public SolverOptions withLaterQubits(OptionalInt value) {
        value.ifPresent(OptionRange::qubits);
        return change(d -> d.laterQubits = value);
    }

    /** The qubit budget of a round, the first of which is 1. */
    int qubitsOf(int round) {
        return round == 1 ? qubits() : laterQubits().orElse(qubits());
    }

    /** By how much a linear row may be missed, 0 unless set. */
    public double feasibilityTolerance() {
        return values.feasibilityTolerance;
    }

    /**
     * In the unit of the rows, 0 or more; cut to a quarter of each row's smallest coefficient. Groups and conflicts are
     * always held exactly.
     */
    public SolverOptions withFeasibilityTolerance(double value) {
        return change(d -> d.feasibilityTolerance = OptionRange.tolerance(value));
    }

    /** How capacity rows become penalties; empty for what suits the problem. */
    public Optional<InequalityEncoding> encoding() {
        return values.encoding;
    }

    public SolverOptions withEncoding(InequalityEncoding value) {
        return change(d -> d.encoding = Optional.of(value));
    }

    public PenaltyPolicy penalty() {
        return values.penalty;
    }

    public SolverOptions withPenalty(PenaltyPolicy value) {
        return change(d -> d.penalty = value);
    }

    /** Exact reductions before encoding. */
    public Stage reduce() {
        return values.reduce;
    }

    public SolverOptions withReduce(Stage value) {
        return change(d -> d.reduce = value);
    }

    /** Graph shrinking; without it the whole QUBO must fit the method. */
    public Stage shrink() {
        return values.shrink;
    }

    public SolverOptions withShrink(Stage value) {
        return change(d -> d.shrink = value);
    }

    public CorrelationChoice correlations() {
        return values.correlations;
    }

    public SolverOptions withCorrelations(CorrelationChoice value) {
        return change(d -> {
            d.correlations = value;
            d.customSource = Optional.empty();
        });
    }

    /** How many different shrinkings a round makes; shots go to the more promising half. */
    public int shrinkings() {
        return values.shrinkings;
    }

    /** From 1 to 16. */
    public SolverOptions withShrinkings(int value) {
        return change(d -> d.shrinkings = OptionRange.shrinkings(value));
    }

    /** A custom correlation source, which takes the place of {@link #correlations}. */
    public Optional<CorrelationSource> customSource() {
        return values.customSource;
    }

    /** Shrinks by a custom source; it is asked from the thread of the run. */
    public SolverOptions withCustomSource(CorrelationSource value) {
        return change(d -> d.customSource = Optional.of(value));
    }

    /** A custom circuit method, which takes the place of {@link #method}. */
    public Optional<QuantumMethod> customMethod() {
        return values.customMethod;
    }

    /** Searches small problems by a custom method, for example on a device. */
    public SolverOptions withCustomMethod(QuantumMethod value) {
        return change(d -> {
            d.method = Method.QAOA;
            d.customMethod = Optional.of(value);
        });
    }

    /**
     * What is trained and sampled: the custom method, or that of {@link #method}; empty where the method runs no
     * circuit.
     */
    public Optional<QuantumMethod> circuit() {
        return values.customMethod.or(values.method::circuit);
    }

    /**
     * Measures trained circuits on that backend, for example a device; it is asked from the thread of the run, once a
     * round. The same as {@link QuantumOptions#withBackend} of the {@link #quantum() quantum options}.
     */
    public SolverOptions withBackend(Backend value) {
        return change(d -> d.quantum = d.quantum.withBackend(value));
    }

    /** The name of what searches. */
    public String methodId() {
        return values.customMethod.map(QuantumMethod::id).orElseGet(values.method::id);
    }

    /** The name of what decides merges. */
    public String correlationsId() {
        return values.customSource.map(CorrelationSource::id).orElseGet(values.correlations::id);
    }

    public ShrinkOptions shrinking() {
        return values.shrinking;
    }

    public SolverOptions withShrinking(ShrinkOptions value) {
        return change(d -> d.shrinking = value);
    }

    public QuantumOptions quantum() {
        return values.quantum;
    }

    /** The threads of {@code value} are replaced by {@link #threads}. */
    public SolverOptions withQuantum(QuantumOptions value) {
        return change(d -> d.quantum = value);
    }

    public TrainingTarget trainingTarget() {
        return values.target;
    }

    public SolverOptions withTrainingTarget(TrainingTarget value) {
        return change(d -> d.target = value);
    }

    /** Repair of samples; without it only samples that are feasible as they are count. */
    public Stage repair() {
        return values.repair;
    }

    public SolverOptions withRepair(Stage value) {
        return change(d -> d.repair = value);
    }

    /** A custom repair, which goes before the bundled one. */
    public Optional<CustomRepair> customRepair() {
        return values.customRepair;
    }

    /**
     * Repairs infeasible samples, those of the controls included, by a custom repair first; not when {@link #repair} is
     * off.
     */
    public SolverOptions withCustomRepair(CustomRepair value) {
        return change(d -> d.customRepair = Optional.of(value));
    }

    public Polish polish() {
        return values.polish;
    }

    public SolverOptions withPolish(Polish value) {
        return change(d -> d.polish = value);
    }

    /** A custom local search, which goes on where the others end. */
    public Optional<CustomPolish> customPolish() {
        return values.customPolish;
    }

    /** Polishes the best solution of every round by a custom local search as well; not when {@link #polish} is none. */
    public SolverOptions withCustomPolish(CustomPolish value) {
        return change(d -> d.customPolish = Optional.of(value));
    }

    /** Bounds beyond the cheapest. */
    public Stage bounds() {
        return values.bounds;
    }

    public SolverOptions withBounds(Stage value) {
        return change(d -> d.bounds = value);
    }

    /** The controls: random bits, greedy, annealing, exact, no shrinking. */
    public Stage controls() {
        return values.controls;
    }

    public SolverOptions withControls(Stage value) {
        return change(d -> d.controls = value);
    }

    /** A solution to begin from. */
    public Optional<Bits> start() {
        return values.start;
    }

    /**
     * Begins from a solution of the problem's own variables: it is the first incumbent, repaired where it is not
     * feasible, and searches go on from it. A run refuses a start of another size than the problem.
     */
    public SolverOptions withStart(Bits value) {
        return change(d -> d.start = Optional.of(value));
    }

    /** "qaoa on 16 qubits, seed 1", and what else differs from the defaults. */
    @Override
    public String toString() {
        return OptionsText.of(this);
    }
}
