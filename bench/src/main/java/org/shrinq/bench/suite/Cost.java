package org.shrinq.bench.suite;

import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.qubo.Qubo;
import org.shrinq.solver.SolverOptions;

/** What a run is expected to need, before anything is known from runs: an upper bound of memory, an order of time. */
final class Cost {
    /**
     * Seconds per amplitude, layer and evaluation with its gradient. This and what follows fits the processor seconds
     * of samples of ten bundled suites.
     */
    private static final double SECONDS_PER_AMPLITUDE = 8e-9;
    /** Seconds per qubit, layer and χ³ of a matrix product state. */
    private static final double SECONDS_PER_BOND_CUBED = 5e-7;
    /** Training stops by then as a rule. */
    private static final int USUAL_EVALUATIONS = 60;
    /**
     * Reductions, shrinking and repair of a first round: a part for every run, one for each variable and one for each
     * coupling.
     */
    private static final double BASE_SECONDS = 0.09;

    private static final double SECONDS_PER_VARIABLE = 6.5e-4;
    private static final double SECONDS_PER_COUPLING = 3.1e-4;
    /** Of sampling in the circuit's place, for each variable. */
    private static final double CONTROL_SECONDS_PER_VARIABLE = 0.005;

    private static final double SECONDS_PER_ENUMERATED_STRING = 6e-7;
    /** Problems of so many variables have controls that enumerate, and the circuit itself without shrinking. */
    private static final int ENUMERABLE = 20;
    /** Later rounds work on a part of the problem. */
    private static final double SHARE_OF_LATER_ROUNDS = 0.2;

    private static final int ROUNDS_WITHOUT_LIMITS = 5;
    /** Searches on the whole problem, of runs that are not a single pass. */
    private static final double SEARCH_SECONDS = 0.16;
    /** Runs with a time limit go on to its end, but for those that a proof ends before. */
    private static final double SHARE_OF_LIMIT = 0.75;

    private static final long BASE_BYTES = 32L << 20;
    private static final long BYTES_PER_VARIABLE = 64L << 10;

    private Cost() {}

    static long bytes(int variables, SolverOptions options) {
        long one = bytesOfOne(variables, options);
        return one > Long.MAX_VALUE / options.portfolio() ? Long.MAX_VALUE : one * options.portfolio();
    }

    private static long bytesOfOne(int variables, SolverOptions options) {
        long base = BASE_BYTES + BYTES_PER_VARIABLE * variables;
        Optional<QuantumMethod> method = options.circuit();
        if (method.isEmpty()) {
            return base;
        }
        long circuit = circuitBytes(method.get(), dense(qubits(variables, options)), options.quantum());
        return circuit > Long.MAX_VALUE - base ? Long.MAX_VALUE : base + circuit;
    }

    /** Beyond the most qubits of a state vector a run goes over to a matrix product state, where the method can. */
    private static long circuitBytes(QuantumMethod method, Qubo qubo, QuantumOptions options) {
        boolean beyond = options.evaluation() == Evaluation.STATE
                && qubo.size() > Evaluation.MOST_STATE_QUBITS
                && method.evaluates(Evaluation.MATRIX_PRODUCT);
        long state = method.bytesFor(qubo, options);
        return beyond
                ? Math.min(state, method.bytesFor(qubo, options.withEvaluation(Evaluation.MATRIX_PRODUCT)))
                : state;
    }

    static double seconds(BenchInstance instance, SolverOptions options) {
        OptionalDouble limit = options.timeLimit();
        if (limit.isPresent() && options.rounds().isEmpty()) {
            return SHARE_OF_LIMIT * limit.getAsDouble();
        }
        int rounds = options.rounds().orElse(ROUNDS_WITHOUT_LIMITS);
        double round = BASE_SECONDS
                + SECONDS_PER_VARIABLE * instance.variables()
                + SECONDS_PER_COUPLING * instance.couplings();
        int qubits = qubits(instance.variables(), options);
        double all = round * (1 + SHARE_OF_LATER_ROUNDS * (rounds - 1))
                + (options.rounds().isEmpty() ? SEARCH_SECONDS : 0)
                + rounds * circuit(qubits, options)
                + (options.controls().isOn() ? controls(instance.variables(), qubits, options) : 0);
        int turns = (options.portfolio() + options.threads() - 1) / options.threads();
        return Math.min(limit.orElse(Double.POSITIVE_INFINITY), turns * all);
    }

    private static double circuit(int variables, SolverOptions options) {
        Optional<QuantumMethod> method = options.circuit();
        if (method.isEmpty()) {
            return 0;
        }
        QuantumOptions quantum = options.quantum();
        int qubits = method.get().qubitsFor(dense(variables));
        int evaluations = Math.min(USUAL_EVALUATIONS, quantum.maxEvaluations());
        return switch (quantum.evaluation()) {
            case STATE ->
                qubits > Evaluation.MOST_STATE_QUBITS
                        ? product(qubits, quantum, 1)
                        : SECONDS_PER_AMPLITUDE * Math.pow(2, qubits) * quantum.layers() * evaluations;
            case MATRIX_PRODUCT -> product(qubits, quantum, quantum.optimizer().usesGradients() ? 1 : evaluations);
            case CLOSED_FORM, LIGHT_CONE -> SECONDS_PER_VARIABLE * qubits * quantum.layers();
        };
    }

    /** Angles are fixed, or trained on light cones, unless the optimizer does without derivatives. */
    private static double product(int qubits, QuantumOptions quantum, int evaluations) {
        double bond = Math.min(quantum.bond(), Math.pow(2, qubits / 2));
        return SECONDS_PER_BOND_CUBED * Math.pow(bond, 3) * qubits * quantum.layers() * (1 + evaluations);
    }

    private static double controls(int variables, int qubits, SolverOptions options) {
        double seconds = CONTROL_SECONDS_PER_VARIABLE * variables;
        if (qubits <= ENUMERABLE) {
            seconds += SECONDS_PER_ENUMERATED_STRING * Math.pow(2, qubits);
        }
        if (variables <= ENUMERABLE && variables > qubits) {
            seconds += SECONDS_PER_ENUMERATED_STRING * Math.pow(2, variables) + circuit(variables, options);
        }
        return seconds;
    }

    private static int qubits(int variables, SolverOptions options) {
        return options.shrink().isOn() ? Math.min(variables, options.qubits()) : variables;
    }

    private static Qubo dense(int variables) {
        Qubo.Builder dense = Qubo.builder(variables);
        for (int i = 0; i < variables; i++) {
            dense.addLinear(i, 1);
            for (int j = i + 1; j < variables; j++) {
                dense.add(i, j, 1);
            }
        }
        return dense.build();
    }
}
