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
import org.shrinq.quantum.circuit.Decomposition;
import org.shrinq.quantum.statevector.QaoaSimulator;
import org.shrinq.quantum.train.CandidatePool;
import org.shrinq.quantum.train.Shots;
import org.shrinq.quantum.train.TrainingResult;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;

/**
 * Train a QAOA on the state-vector engine, sample it, hand back what was measured. With another backend or with noise the
 * training stays exact and the final shots are measured there.
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

    @Override
    public long bytesFor(Qubo qubo, QuantumOptions options) {
        int n = qubo.size();
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
        Shots.check(task, task.qubo().size());
        InsufficientMemoryException.check(task.qubo().size(), bytesFor(task.qubo(), options));
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
                            .cost()));
        }
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
                Optional.empty());
    }
}
