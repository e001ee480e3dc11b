package org.shrinq.quantum.ansatz;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.TrainingPoint;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.CircuitCost;
import org.shrinq.quantum.circuit.Decomposition;
import org.shrinq.quantum.train.Shots;
import org.shrinq.quantum.train.TrainingResult;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;

/**
 * What the encodings with fewer qubits than variables share: a hardware-efficient circuit trained on a function of
 * Pauli expectations, whose signs, exact or measured, are rounded to strings. Only {@link Objective#EXPECTATION} is
 * possible: the loss is not a function of a measured string.
 */
abstract class CompressedMethod implements QuantumMethod {
    private static final String THETA = "theta";

    /** Expectations alone, other starts, gate-by-gate simulation in double precision. */
    private static final Set<QuantumOptions.Option> NOT_USED = Set.of(
            QuantumOptions.Option.CVAR_ALPHA,
            QuantumOptions.Option.GIBBS_ETA,
            QuantumOptions.Option.INIT,
            QuantumOptions.Option.PRECISION,
            QuantumOptions.Option.KERNEL);

    /** What an encoding makes of a task. */
    interface Encoding {
        Circuit parametric();

        int layers();

        /** The loss; every string that it meets on the way goes to {@code met}. */
        Loss loss(Map<Bits, Long> met, QuantumTask task);

        /** The strings measured from the trained circuit. */
        Map<Bits, Long> measure(Circuit trained, QuantumTask task);
    }

    abstract Encoding encode(QuantumTask task, Scaling scaling);

    abstract int starts();

    @Override
    public boolean uses(QuantumOptions.Option option) {
        return !NOT_USED.contains(option);
    }

    @Override
    public long bytesFor(Qubo qubo, QuantumOptions options) {
        int m = qubitsFor(qubo);
        return m > 40 ? Long.MAX_VALUE : (8L * 14) << m;
    }

    @Override
    public QuantumRun run(QuantumTask task) {
        Qubo qubo = task.qubo();
        QuantumOptions options = task.options();
        if (options.objective() != Objective.EXPECTATION) {
            throw new IllegalArgumentException("method " + id() + " trains Pauli expectations: objective "
                    + options.objective() + " cannot be used. Maybe EXPECTATION.");
        }
        int m = qubitsFor(qubo);
        Shots.check(task, m);
        InsufficientMemoryException.check(m, bytesFor(qubo, options), "fewer variables");
        Scaling scaling = Scaling.of(qubo);
        Encoding encoding = encode(task, scaling);
        Circuit parametric = encoding.parametric();
        Map<Bits, Long> met = new HashMap<>();
        Loss loss = encoding.loss(met, task);
        List<double[]> starts =
                Starts.normal(starts(), parametric.parameters(), Math.PI / 3, task.streams().stream("starts"));
        TrainingResult trained = Descent.minimize(loss, starts, task);
        double exact = loss.valueAndGradient(trained.parameters(), new double[parametric.parameters()], () -> false);
        Circuit bound = parametric.bind(trained.parameters());
        SampleSet samples = SampleSet.ofCounts(qubo.size(), encoding.measure(bound, task), qubo::energy);
        SampleSet candidates = samples.merge(SampleSet.ofCounts(qubo.size(), met, qubo::energy));
        double scale = scaling.scale();
        double offset = qubo.toIsing().offset();
        CircuitCost cost = Decomposition.of(bound, Set.of()).cost();
        return new QuantumRun(
                id(),
                options.backend().id(),
                m,
                encoding.layers(),
                ParameterSet.empty().with(THETA, trained.parameters()),
                scale,
                trained.evaluations(),
                trained.stop(),
                samples.expectation(),
                exact * scale + offset,
                samples,
                candidates.truncate(options.candidates()),
                trained.curve().stream()
                        .map(p -> new TrainingPoint(p.evaluation(), p.objective() * scale + offset))
                        .toList(),
                Optional.of(cost),
                1);
    }

    /**
     * Layers of a hardware-efficient circuit on m qubits: as asked, more when it would have fewer parameters than
     * variables.
     */
    static int layers(int asked, int variables, int qubits) {
        int needed = (int) Math.ceil((variables / (double) qubits - 1) / 2);
        return Math.max(asked, needed);
    }
}
