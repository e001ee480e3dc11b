package org.shrinq.quantum.mps;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.TrainingStop;
import org.shrinq.quantum.circuit.Decomposition;
import org.shrinq.quantum.statevector.Goal;
import org.shrinq.quantum.train.CandidatePool;
import org.shrinq.quantum.train.SampledGoal;
import org.shrinq.quantum.train.Trainer;
import org.shrinq.quantum.train.TrainingFunction;
import org.shrinq.quantum.train.TrainingMonitor;
import org.shrinq.quantum.train.TrainingResult;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.SampleSet;

/**
 * Runs of circuit methods by {@link org.shrinq.quantum.Evaluation#MATRIX_PRODUCT}: training on energies or shots of the
 * cut state, and the final strings from it.
 */
public final class MpsRun {
    /** What the account of a run names as its backend. */
    private static final String ID = Evaluation.MATRIX_PRODUCT.id();

    /** Most qubits of strings that an observable can be asked for. */
    private static final int INDEX_BITS = 62;

    /** The bond of the last resort, when the deadline struck before the state was there. */
    private static final int LAST_BOND = 4;

    private static final double STEP = 0.2;

    private final QuantumTask task;
    private final QuantumOptions options;
    private final Ising ising;
    private final MpsFamily family;
    private final CandidatePool pool;
    private final SampledGoal goal;
    private final MpsOptions mps;

    /**
     * A run of one task.
     *
     * @throws IllegalArgumentException when the options ask for noise, or for an observable of strings that are too
     *     long
     */
    public MpsRun(QuantumTask task, MpsFamily family) {
        this.task = task;
        this.family = family;
        options = task.options();
        ising = task.qubo().toIsing();
        pool = new CandidatePool(task.qubo(), options.candidates());
        goal = new SampledGoal(Goal.of(task));
        mps = options(options);
        if (!options.noise().isNone()) {
            throw new IllegalArgumentException("noise '" + options.noise()
                    + "' runs on the backend statevector only, not on " + ID + ". Maybe without noise.");
        }
        if (task.observable().isPresent() && ising.size() > INDEX_BITS) {
            throw new IllegalArgumentException("an observable can be asked for strings of at most " + INDEX_BITS
                    + " qubits, these have " + ising.size() + ". Maybe --objective expectation.");
        }
    }

    private static MpsOptions options(QuantumOptions options) {
        return MpsOptions.DEFAULTS.withBond(options.bond());
    }

    /** Bytes of heap that a run of so many qubits takes. */
    public static long bytesFor(int qubits, QuantumOptions options) {
        return MpsState.bytesFor(qubits, options(options));
    }

    /**
     * Trains by an optimizer that needs no derivatives; a value is the energy of the state, or the objective of its
     * shots.
     *
     * @param start not modified
     * @param most evaluations
     * @throws IllegalArgumentException when the optimizer of the options needs derivatives and there is something to
     *     train
     */
    public TrainingResult train(double[] start, int most) {
        TrainingMonitor monitor = new TrainingMonitor(start, most, task.deadline(), 1);
        if (most == 0) {
            return monitor.result(TrainingStop.NOT_TRAINED);
        }
        if (options.optimizer().usesGradients()) {
            throw new IllegalArgumentException("backend " + ID + " has no derivatives for optimizer "
                    + options.optimizer().name().toLowerCase(Locale.ROOT)
                    + ". Maybe --optimizer spsa or cobyla, or --maxiter 0.");
        }
        TrainingFunction f = new Energy(start.length, monitor);
        SplittableRandom random = task.streams().stream("optimizer");
        return monitor.result(Trainer.of(options.optimizer()).minimize(f, start, STEP, monitor, random));
    }

    private final class Energy implements TrainingFunction {
        private final int dimension;
        private final TrainingMonitor monitor;

        Energy(int dimension, TrainingMonitor monitor) {
            this.dimension = dimension;
            this.monitor = monitor;
        }

        @Override
        public int dimension() {
            return dimension;
        }

        @Override
        public double value(double[] x) {
            Optional<MpsState> state = MpsState.run(family.circuit(x), mps, monitor);
            if (state.isEmpty()) {
                return Double.NaN;
            }
            if (options.objective() == Objective.EXPECTATION) {
                return state.get()
                        .expectations(ising, monitor)
                        .map(MpsState.Expectations::energy)
                        .orElse(Double.NaN);
            }
            SplittableRandom random = new SplittableRandom(task.streams()
                    .child("training-shots", monitor.evaluations())
                    .seed());
            List<Bits> shots = state.get().sample(options.shots(), random, monitor);
            return shots.isEmpty() ? Double.NaN : goal.estimate(pool.add(shots), unit());
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            throw new UnsupportedOperationException("no derivatives of matrix product states");
        }

        @Override
        public double unit() {
            return scale();
        }
    }

    private double scale() {
        return ising.maxAbsCoefficient() > 0 ? ising.maxAbsCoefficient() : 1;
    }

    /** The state of the trained circuit, measured; when the deadline has struck, with a bond that takes a moment. */
    public QuantumRun finish(String method, TrainingResult trained) {
        BooleanSupplier late = task.deadline()::expired;
        double[] theta = trained.parameters();
        var circuit = family.circuit(theta);
        Optional<MpsState> wanted = MpsState.run(circuit, mps, late);
        MpsState state = wanted.orElseGet(() ->
                MpsState.run(circuit, mps.withBond(LAST_BOND), () -> false).orElseThrow());
        // strings of the last resort take milliseconds: all of them are drawn
        BooleanSupplier stop = wanted.isPresent() ? late : () -> false;
        List<Bits> shots = state.sample(options.shots(), task.streams().stream("shots"), stop);
        SampleSet samples =
                pool.add(shots.isEmpty() ? state.sample(1, task.streams().stream("shots"), () -> false) : shots);
        double energy = state.expectations(ising, late)
                .map(MpsState.Expectations::energy)
                .orElse(samples.expectation());
        return new QuantumRun(
                method,
                ID,
                ising.size(),
                options.layers(),
                family.named(theta),
                scale(),
                trained.evaluations(),
                trained.stop(),
                energy,
                options.objective() == Objective.EXPECTATION ? energy : goal.estimate(samples, scale()),
                samples,
                pool.best(),
                trained.curve(),
                Optional.of(Decomposition.of(circuit, Set.of()).cost()),
                state.fidelity());
    }
}
