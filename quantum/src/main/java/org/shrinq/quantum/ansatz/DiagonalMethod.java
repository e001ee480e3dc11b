package org.shrinq.quantum.ansatz;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.TrainingPoint;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.CircuitCost;
import org.shrinq.quantum.circuit.Decomposition;
import org.shrinq.quantum.mps.MpsFamily;
import org.shrinq.quantum.mps.MpsRun;
import org.shrinq.quantum.train.Shots;
import org.shrinq.quantum.train.TrainingResult;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;

/** Train a state whose bits are the variables, sample it, hand back what was measured: what four families share. */
abstract class DiagonalMethod implements QuantumMethod {
    /**
     * Bytes per basis state: start, ket, bra, phases and scratch, tables of energies, values, probabilities and shots.
     */
    private static final int BYTES_PER_STATE = 8 * (3 * 2 + 3 + 6);

    /** Other starts, gate-by-gate simulation in double precision. */
    private static final Set<QuantumOptions.Option> NOT_USED =
            Set.of(QuantumOptions.Option.INIT, QuantumOptions.Option.PRECISION, QuantumOptions.Option.KERNEL);

    /** What the family makes of a task. */
    interface Family extends MpsFamily {
        /** Its state as a vector, made when asked for. */
        DiagonalModel model();

        /** Starts in the order of trial. */
        List<double[]> starts(SplittableRandom random);

        /** Whether its state is that of a circuit. */
        boolean hasCircuit();
    }

    abstract Family family(QuantumTask task, Scaling scaling);

    /** What takes less memory, for a refusal. */
    String lessMemory() {
        return "fewer qubits, backend mps";
    }

    @Override
    public boolean evaluates(Evaluation evaluation) {
        return evaluation == Evaluation.STATE || evaluation == Evaluation.MATRIX_PRODUCT;
    }

    @Override
    public int qubitsFor(Qubo qubo) {
        return qubo.size();
    }

    @Override
    public boolean uses(QuantumOptions.Option option) {
        return !NOT_USED.contains(option);
    }

    @Override
    public boolean hasDistribution(QuantumOptions options) {
        return options.evaluation() == Evaluation.STATE;
    }

    @Override
    public boolean asksForAllStrings() {
        return true;
    }

    @Override
    public long bytesFor(Qubo qubo, QuantumOptions options) {
        if (options.evaluation() == Evaluation.MATRIX_PRODUCT) {
            return MpsRun.bytesFor(qubo.size(), options);
        }
        return qubo.size() > 40 ? Long.MAX_VALUE : (long) BYTES_PER_STATE << qubo.size();
    }

    @Override
    public long bytesFor(QuantumTask task) {
        return task.strings()
                .map(t -> (long) BYTES_PER_STATE * t.size())
                .orElseGet(() -> bytesFor(task.qubo(), task.options()));
    }

    @Override
    public QuantumRun run(QuantumTask task) {
        QuantumOptions options = task.options();
        if (options.evaluation() == Evaluation.MATRIX_PRODUCT) {
            return matrixProduct(task);
        }
        Shots.check(task, task.qubits());
        InsufficientMemoryException.check(task.qubits(), bytesFor(task), lessMemory());
        Scaling scaling = Scaling.of(task);
        Family family = family(task, scaling);
        DiagonalModel model = family.model();
        List<double[]> starts = family.starts(task.streams().stream("starts"));
        TrainingResult trained = Descent.minimize(model, starts, task);
        double[] theta = trained.parameters();
        double[] probabilities = model.probabilities(theta);
        boolean elsewhere = Shots.areElsewhere(task);
        Optional<Circuit> circuit = family.hasCircuit() ? Optional.of(family.circuit(theta)) : Optional.empty();
        long[] measured;
        if (elsewhere) {
            Circuit c = circuit.orElseThrow(() -> new IllegalArgumentException("method " + id()
                    + " is simulated in its feasible subspace and has no circuit: backend "
                    + options.backend().id()
                    + " and noise " + options.noise() + " cannot be used"));
            measured = Shots.measure(c, options.shots(), task);
        } else {
            measured = model.sample(probabilities, options.shots(), task.streams().stream("shots"));
        }
        SampleSet samples = model.pool().add(measured);
        double unit = scaling.scale();
        double zero = model.zero();
        return new QuantumRun(
                id(),
                options.backend().id(),
                task.qubits(),
                options.layers(),
                family.named(theta),
                scaling.scale(),
                trained.evaluations(),
                trained.stop(),
                elsewhere ? samples.expectation() : model.expectation(probabilities),
                model.objective(probabilities, samples),
                samples,
                model.pool().best(),
                trained.curve().stream()
                        .map(p -> new TrainingPoint(p.evaluation(), p.objective() * unit + zero))
                        .toList(),
                circuit.map(DiagonalMethod::cost),
                1);
    }

    /** Trains on the matrix product state of the circuit. */
    private QuantumRun matrixProduct(QuantumTask task) {
        Family family = family(task, Scaling.of(task.qubo()));
        if (!family.hasCircuit()) {
            Shots.check(task, task.qubo().size()); // refuses it
        }
        MpsRun run = new MpsRun(task, family);
        double[] start = family.starts(task.streams().stream("starts")).get(0);
        return run.finish(id(), run.train(start, task.options().maxEvaluations()));
    }

    private static CircuitCost cost(Circuit circuit) {
        return Decomposition.of(circuit, Set.of()).cost();
    }
}
