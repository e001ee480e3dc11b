package org.shrinq.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.Observable;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.CompactCode;
import org.shrinq.shrink.Shrunk;

/**
 * Tells a circuit what is known of the small problem beyond its QUBO: one-hot groups, feasibility, marginals, what to
 * train for.
 */
final class CircuitTask {
    private final SolverOptions options;
    private final QuantumMethod method;
    private final Evaluator evaluator;
    private final Evaluation withoutState;

    /**
     * Tasks of one circuit.
     *
     * @param options with as many evaluations as the training may make
     * @param withoutState how a circuit is evaluated whose state cannot be had
     */
    CircuitTask(SolverOptions options, QuantumMethod method, Evaluator evaluator, Evaluation withoutState) {
        this.method = method;
        this.options = options;
        this.evaluator = evaluator;
        this.withoutState = withoutState;
    }

    QuantumTask of(Expansion expansion, List<Bits> pool, RandomStreams streams, Deadline deadline) {
        Optional<CompactCode> code = expansion.shrunk().code();
        QuantumOptions quantum = options.quantum().withThreads(options.threads());
        QuantumTask task =
                QuantumTask.of(expansion.qubo(), trained(quantum), streams).withDeadline(deadline);
        if (code.isPresent()) {
            return CodeUse.task(task, code.get(), options.method());
        }
        task = task.withFeasible(x -> evaluator.isFeasible(expansion.expand(x)))
                .withOneHotGroups(oneHotGroups(expansion));
        Evaluation evaluation = evaluation(method, task, withoutState, InsufficientMemoryException::fits);
        if (evaluation != quantum.evaluation()) {
            quantum = quantum.withEvaluation(evaluation);
        }
        quantum = trained(quantum.withKernel(kernel(quantum, task.qubits())));
        task = task.withOptions(quantum);
        Optional<double[]> marginals = marginals(expansion, pool);
        if (marginals.isPresent()) {
            task = task.withWarmStart(marginals.get());
        }
        if (options.trainingTarget() == SolverOptions.TrainingTarget.REPAIRED) {
            Observable repaired = evaluator.repairedObjective(
                    expansion, quantum.optimizer().usesGradients(), streams.child("repaired"), deadline);
            task = task.withObservable(repaired);
        }
        return task;
    }

    /** The options with the objective that the training has under them. */
    private QuantumOptions trained(QuantumOptions quantum) {
        if (quantum.objective() != Objective.EXPECTATION) {
            return quantum;
        }
        return switch (options.trainingTarget()) {
            case AUTO -> method.hasDistribution(quantum) ? quantum.withObjective(Objective.CVAR) : quantum;
            case ENERGY -> quantum;
            case REPAIRED -> quantum.withObjective(Objective.OBSERVABLE);
        };
    }

    private static KernelChoice kernel(QuantumOptions quantum, int qubits) {
        KernelChoice kernel = quantum.kernel().forWork(qubits, quantum.layers(), quantum.maxEvaluations());
        if (quantum.evaluation() == Evaluation.STATE) {
            String work = "a circuit of " + qubits + " qubits and " + quantum.layers() + " layers, "
                    + quantum.maxEvaluations() + " evaluations at most";
            String why = quantum.kernel() != KernelChoice.AUTO
                    ? "as asked for"
                    : kernel == KernelChoice.PLAIN
                            ? "too little work for vectors to pay for their loading: " + work
                            : "vectors where this Java and machine have them: " + work;
            RunLog.decided("kernel", kernel.name().toLowerCase(Locale.ROOT), why);
        }
        return kernel;
    }

    /**
     * The evaluation of the task's options, or one that does without the whole state where that has too many qubits or
     * does not fit the heap, and the method can be evaluated so. Only where the state would be refused otherwise does a
     * run depend on the heap.
     *
     * @param fits whether the heap could still give so many bytes
     */
    static Evaluation evaluation(QuantumMethod method, QuantumTask task, Evaluation instead, LongPredicate fits) {
        QuantumOptions quantum = task.options();
        boolean whole = quantum.evaluation() == Evaluation.STATE
                && quantum.backend() == QuantumOptions.defaults().backend()
                && quantum.noise().isNone();
        if (!whole || !method.evaluates(instead)) {
            return quantum.evaluation();
        }
        boolean tooMany = task.qubits() > Evaluation.MOST_STATE_QUBITS;
        long state = method.bytesFor(task);
        boolean smaller = method.bytesFor(task.withOptions(quantum.withEvaluation(instead))) < state;
        if (!smaller || !tooMany && fits.test(state)) {
            return quantum.evaluation();
        }
        RunLog.decided(
                "backend",
                instead.name().toLowerCase(Locale.ROOT),
                "a state vector of " + task.qubits() + " qubits "
                        + (tooMany ? "is too large" : String.format(Locale.ROOT, "needs %.2f GiB", state / 0x1p30)));
        return instead;
    }

    /**
     * Whether evaluations of the training measure strings, as on a device; energies of matrix product states, cones and
     * formulas do not.
     */
    static boolean trainsOnShots(SolverOptions options) {
        QuantumOptions quantum = options.quantum();
        boolean measured = switch (quantum.evaluation()) {
            case STATE -> true;
            case MATRIX_PRODUCT ->
                quantum.objective() != Objective.EXPECTATION
                        || options.trainingTarget() == SolverOptions.TrainingTarget.REPAIRED;
            case CLOSED_FORM, LIGHT_CONE -> false;
        };
        return measured
                && !quantum.optimizer().usesGradients()
                && options.customMethod().isEmpty()
                && options.method().role() == Method.Role.CIRCUIT;
    }

    /** What a training on gradients had no time for. */
    Optional<String> shortfall(QuantumTask task) {
        boolean all = task.options().optimizer().usesGradients() && method.asksForAllStrings();
        long strings = 1L << task.qubo().size();
        return all
                        && task.observable().isPresent()
                        && task.observable().get() instanceof RepairedObjective repaired
                        && repaired.asked() < strings
                ? Optional.of("too little time to repair all " + strings
                        + " strings, so that the circuit was not trained for what they are worth after repair")
                : Optional.empty();
    }

    /** Exactly-one rows of which several variables survive, each on its own qubit that no other group uses. */
    private static List<int[]> oneHotGroups(Expansion expansion) {
        Shrunk shrunk = expansion.shrunk();
        boolean[] used = new boolean[shrunk.size()];
        List<int[]> groups = new ArrayList<>();
        for (Constraint c : expansion.subproblem().model().constraints()) {
            if (c instanceof ExactlyOne) {
                int[] group = oneHotGroup(c, shrunk, used);
                if (group.length > 1) {
                    groups.add(group);
                    for (int q : group) {
                        used[q] = true;
                    }
                }
            }
        }
        return groups;
    }

    private static int[] oneHotGroup(Constraint c, Shrunk shrunk, boolean[] used) {
        int[] qubits = new int[c.arity()];
        int count = 0;
        for (int k = 0; k < c.arity(); k++) {
            int v = c.variable(k);
            int q = shrunk.carrier(v);
            if (q < 0 && shrunk.flip(v) == 0) {
                continue;
            }
            if (q < 0 || used[q] || shrunk.flip(v) == 1) {
                return new int[0];
            }
            for (int other = 0; other < count; other++) {
                if (qubits[other] == q) {
                    return new int[0];
                }
            }
            qubits[count++] = q;
        }
        return Arrays.copyOf(qubits, count);
    }

    /** Share of ones per qubit among the good solutions that the small problem can express, at least one of them. */
    private static Optional<double[]> marginals(Expansion expansion, List<Bits> pool) {
        Shrunk shrunk = expansion.shrunk();
        double[] ones = new double[shrunk.size()];
        List<Bits> inner = expansion.subproblem().restrict(pool);
        for (Bits x : inner) {
            for (int q = 0; q < ones.length; q++) {
                int v = shrunk.variable(q);
                ones[q] += v < x.size() ? x.get(v) : 0.5;
            }
        }
        if (inner.isEmpty()) {
            return Optional.empty();
        }
        for (int q = 0; q < ones.length; q++) {
            ones[q] /= inner.size();
        }
        return Optional.of(ones);
    }
}
