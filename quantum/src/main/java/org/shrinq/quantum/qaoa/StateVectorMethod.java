package org.shrinq.quantum.qaoa;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shrinq.quantum.CircuitMethod;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.TrainingStop;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Decomposition;
import org.shrinq.quantum.mps.MpsFamily;
import org.shrinq.quantum.mps.MpsRun;
import org.shrinq.quantum.statevector.QaoaSimulator;
import org.shrinq.quantum.train.CandidatePool;
import org.shrinq.quantum.train.Shots;
import org.shrinq.quantum.train.TrainingResult;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;

/**
 * Train a QAOA on the state-vector engine, sample it, hand back what was measured. With another backend or with noise
 * the training stays exact and the final shots are measured there.
 */
abstract class StateVectorMethod implements CircuitMethod {
    /** What training left: its result and the state of the best angles. */
    interface Trained {
        TrainingResult result();

        ParameterSet parameters();

        /** Puts the simulator into the state of the best angles and returns the exact objective. */
        double prepare();
    }

    abstract Trained train(Session session);

    @Override
    public boolean evaluates(Evaluation evaluation) {
        return evaluation == Evaluation.STATE || evaluation == Evaluation.MATRIX_PRODUCT;
    }

    @Override
    public int qubitsFor(Qubo qubo) {
        return qubo.size();
    }

    @Override
    public boolean hasDistribution(QuantumOptions options) {
        return options.evaluation() == Evaluation.STATE;
    }

    @Override
    public boolean asksForAllStrings() {
        return true;
    }

    /** Bytes per basis state that the gradient needs besides the two states. */
    abstract int extraBytesPerState();

    /** The method's parameters for shared angles γ_0 … γ_{p−1}, β_0 … β_{p−1}; may be the same array. */
    abstract double[] spread(double[] shared, Ising ising, int layers);

    /** The parameters by their names. */
    abstract ParameterSet named(double[] theta, Ising ising, int layers);

    @Override
    public long bytesFor(Qubo qubo, QuantumOptions options) {
        int n = qubo.size();
        if (options.evaluation() == Evaluation.MATRIX_PRODUCT) {
            return MpsRun.bytesFor(n, options);
        }
        long state = QaoaSimulator.bytesFor(n, options.objective(), options.precision());
        if (!options.optimizer().usesGradients()) {
            return state;
        }
        long adjoint = QaoaSimulator.adjointBytesFor(n, options.precision());
        return state == Long.MAX_VALUE ? state : state + adjoint + ((long) extraBytesPerState() << n);
    }

    @Override
    public QuantumRun run(QuantumTask task) {
        if (task.qubo().size() == 0) {
            return constant(task);
        }
        QuantumOptions options = task.options();
        if (options.evaluation() == Evaluation.MATRIX_PRODUCT) {
            return matrixProduct(task);
        }
        Shots.check(task, task.qubo().size());
        InsufficientMemoryException.check(task.qubo().size(), bytesFor(task));
        Ising ising = task.qubo().toIsing();
        TaskGoal goal = TaskGoal.of(task);
        CandidatePool pool = new CandidatePool(task.qubo(), options.candidates());
        try (QaoaSimulator simulator =
                QaoaSimulator.of(ising, goal.exact(), options.precision(), options.kernel(), options.threads())) {
            Trained trained = train(new Session(task, simulator, ising, goal, pool));
            double exactObjective = trained.prepare();
            boolean elsewhere = Shots.areElsewhere(task);
            double exact = simulator.expectation();
            long[] measured = elsewhere
                    ? Shots.measure(circuit(task, trained.parameters()), options.shots(), task)
                    : simulator.sample(options.shots(), task.streams().stream("shots"));
            SampleSet samples = pool.add(measured);
            double objective =
                    goal.isEstimated() ? goal.sampled().estimate(samples, simulator.scale()) : exactObjective;
            return new QuantumRun(
                    id(),
                    options.backend().id(),
                    ising.size(),
                    options.layers(),
                    trained.parameters(),
                    simulator.scale(),
                    trained.result().evaluations(),
                    trained.result().stop(),
                    elsewhere ? samples.expectation() : exact,
                    objective,
                    samples,
                    pool.best(),
                    trained.result().curve(),
                    Optional.of(Decomposition.of(circuit(task, trained.parameters()), Set.of())
                            .cost()),
                    1);
        }
    }

    /**
     * As a matrix product state. With an optimizer that uses derivatives the shared angles are those of {@link
     * ConeTraining}; other optimizers train all parameters on the state itself.
     */
    private QuantumRun matrixProduct(QuantumTask task) {
        QuantumOptions options = task.options();
        Ising ising = task.qubo().toIsing();
        int p = options.layers();
        MpsFamily family = new MpsFamily() {
            @Override
            public Circuit circuit(double[] theta) {
                return StateVectorMethod.this.circuit(task, named(theta));
            }

            @Override
            public ParameterSet named(double[] theta) {
                return StateVectorMethod.this.named(theta, ising, p);
            }
        };
        MpsRun run = new MpsRun(task, family);
        TrainingResult first = new ConeTraining(task, ising).run();
        double[] start = spread(first.parameters(), ising, p);
        boolean onState = !options.optimizer().usesGradients() && options.init().isTrained();
        TrainingResult trained = onState
                ? run.train(start, options.maxEvaluations())
                : new TrainingResult(start, first.value(), first.evaluations(), first.stop(), first.curve());
        return run.finish(id(), trained);
    }

    /** Nothing to optimise: every shot is the empty string. */
    private QuantumRun constant(QuantumTask task) {
        SampleSet samples = SampleSet.ofIndices(
                0, new long[task.options().shots()], z -> task.qubo().energy(Bits.zeros(0)));
        return new QuantumRun(
                id(),
                task.options().backend().id(),
                0,
                task.options().layers(),
                ParameterSet.empty(),
                1,
                0,
                TrainingStop.NOT_TRAINED,
                samples.expectation(),
                samples.expectation(),
                samples,
                samples,
                List.of(),
                Optional.empty(),
                1);
    }
}
