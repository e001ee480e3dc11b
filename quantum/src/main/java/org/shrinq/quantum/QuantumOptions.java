package org.shrinq.quantum;

import java.util.function.Consumer;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.quantum.noise.NoiseModel;
import org.shrinq.qubo.text.Brief;

/** How a {@link QuantumMethod} runs. Immutable; start from {@link #defaults} and change what differs. */
public final class QuantumOptions {
    /** What a user chooses about a run of a circuit; {@link QuantumMethod#uses} says which of these a method heeds. */
    public enum Option {
        LAYERS,
        OBJECTIVE,
        CVAR_ALPHA,
        GIBBS_ETA,
        OPTIMIZER,
        INIT,
        MAX_EVALUATIONS,
        SHOTS,
        PRECISION,
        KERNEL,
        BACKEND,
        BOND,
        CONE_RADIUS,
        NOISE
    }

    private static final QuantumOptions DEFAULTS = new QuantumOptions(new Draft());

    private final Draft values;

    private QuantumOptions(Draft values) {
        this.values = values;
    }

    /** What a wither changes before it becomes a new instance; never changed afterwards. */
    private static final class Draft implements Cloneable {
        private int layers = 3;
        private Objective objective = Objective.EXPECTATION;
        private double cvarAlpha = 0.25;
        private double gibbsEta = 1;
        private Optimizer optimizer = Optimizer.LBFGS;
        private InitialAngles init = InitialAngles.RAMP;
        private int maxEvaluations = 200;
        private int shots = 1024;
        private int candidates = 4096;
        private Precision precision = Precision.DOUBLE;
        private KernelChoice kernel = KernelChoice.AUTO;
        private int threads = 1;
        private Evaluation evaluation = Evaluation.STATE;
        private int bond = 64;
        private int coneRadius = Integer.MAX_VALUE;
        private Backend backend = Backend.stateVector();
        private NoiseModel noise = NoiseModel.NONE;

        private Draft copy() {
            try {
                return (Draft) clone();
            } catch (CloneNotSupportedException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    /**
     * QAOA-like defaults: 3 layers, expectation by L-BFGS from the ramp, 1024 shots, double precision, one thread, no
     * noise.
     */
    public static QuantumOptions defaults() {
        return DEFAULTS;
    }

    private QuantumOptions change(Consumer<Draft> change) {
        Draft copy = values.copy();
        change.accept(copy);
        return new QuantumOptions(copy);
    }

    private static void require(boolean holds, String name, double value, String expected) {
        if (!holds) {
            String shown = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
            throw new IllegalArgumentException(name + " is " + shown + ", expected " + expected);
        }
    }

    /** Circuit depth parameter p: QAOA layers, repetitions of an entangler. */
    public int layers() {
        return values.layers;
    }

    /** At least 1. */
    public QuantumOptions withLayers(int value) {
        require(value >= 1, "layers", value, "at least 1");
        return change(d -> d.layers = value);
    }

    /** What the training minimises. */
    public Objective objective() {
        return values.objective;
    }

    public QuantumOptions withObjective(Objective value) {
        return change(d -> d.objective = value);
    }

    /** The fraction α kept by {@link Objective#CVAR}. */
    public double cvarAlpha() {
        return values.cvarAlpha;
    }

    /** In (0, 1]. */
    public QuantumOptions withCvarAlpha(double value) {
        require(value > 0 && value <= 1, "cvarAlpha", value, "in (0, 1]");
        return change(d -> d.cvarAlpha = value);
    }

    /** The inverse temperature η of {@link Objective#GIBBS}, in units of 1/(largest Ising coefficient). */
    public double gibbsEta() {
        return values.gibbsEta;
    }

    /** Positive and finite. */
    public QuantumOptions withGibbsEta(double value) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, "gibbsEta", value, "positive and finite");
        return change(d -> d.gibbsEta = value);
    }

    /** How the parameters are trained. */
    public Optimizer optimizer() {
        return values.optimizer;
    }

    public QuantumOptions withOptimizer(Optimizer value) {
        return change(d -> d.optimizer = value);
    }

    /** Where the training starts. */
    public InitialAngles init() {
        return values.init;
    }

    public QuantumOptions withInit(InitialAngles value) {
        return change(d -> d.init = value);
    }

    /** Most evaluations of the objective (a gradient counts as one); with 0 the start is kept. */
    public int maxEvaluations() {
        return values.maxEvaluations;
    }

    /** At least 0. */
    public QuantumOptions withMaxEvaluations(int value) {
        require(value >= 0, "maxEvaluations", value, "at least 0");
        return change(d -> d.maxEvaluations = value);
    }

    /** How many bitstrings are drawn from the trained circuit. */
    public int shots() {
        return values.shots;
    }

    /** At least 1. */
    public QuantumOptions withShots(int value) {
        require(value >= 1, "shots", value, "at least 1");
        return change(d -> d.shots = value);
    }

    /** Most distinct bitstrings kept in {@link QuantumRun#candidates}. */
    public int candidates() {
        return values.candidates;
    }

    /** At least 1. */
    public QuantumOptions withCandidates(int value) {
        require(value >= 1, "candidates", value, "at least 1");
        return change(d -> d.candidates = value);
    }

    /** Floating point type of the amplitudes. */
    public Precision precision() {
        return values.precision;
    }

    public QuantumOptions withPrecision(Precision value) {
        return change(d -> d.precision = value);
    }

    /** Which loops run. */
    public KernelChoice kernel() {
        return values.kernel;
    }

    public QuantumOptions withKernel(KernelChoice value) {
        return change(d -> d.kernel = value);
    }

    /** Most threads used by one state vector; the result does not depend on it. */
    public int threads() {
        return values.threads;
    }

    /** At least 1. */
    public QuantumOptions withThreads(int value) {
        require(value >= 1, "threads", value, "at least 1");
        return change(d -> d.threads = value);
    }

    /** How the circuit is evaluated in training. */
    public Evaluation evaluation() {
        return values.evaluation;
    }

    public QuantumOptions withEvaluation(Evaluation value) {
        return change(d -> d.evaluation = value);
    }

    /** The largest bond χ of {@link Evaluation#MATRIX_PRODUCT}. */
    public int bond() {
        return values.bond;
    }

    /** In 1 … 4096. */
    public QuantumOptions withBond(int value) {
        require(value >= 1 && value <= 4096, "bond", value, "1 to 4096");
        return change(d -> d.bond = value);
    }

    /**
     * Vertices farther than this are left out of light cones; the number of layers or more leaves out nothing that
     * counts.
     */
    public int coneRadius() {
        return values.coneRadius;
    }

    /** At least 0. */
    public QuantumOptions withConeRadius(int value) {
        require(value >= 0, "coneRadius", value, "at least 0");
        return change(d -> d.coneRadius = value);
    }

    /** What executes the trained circuit and measures it; not asked where the {@link #evaluation} needs no circuit. */
    public Backend backend() {
        return values.backend;
    }

    /**
     * Measures trained circuits there, for example on a device; training stays exact and simulated, so that the
     * evaluation becomes {@link Evaluation#STATE}. A custom backend is asked from the thread of the run.
     */
    public QuantumOptions withBackend(Backend value) {
        return change(d -> {
            d.backend = value;
            d.evaluation = Evaluation.STATE;
        });
    }

    /** What goes wrong when the trained circuit is measured. */
    public NoiseModel noise() {
        return values.noise;
    }

    public QuantumOptions withNoise(NoiseModel value) {
        return change(d -> d.noise = value);
    }

    @Override
    public String toString() {
        return Brief.of(
                this,
                "layers",
                values.layers,
                "objective",
                values.objective,
                "optimizer",
                values.optimizer,
                "init",
                values.init,
                "evaluations",
                values.maxEvaluations,
                "shots",
                values.shots,
                "precision",
                values.precision,
                "backend",
                values.backend);
    }
}
