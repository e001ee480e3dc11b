package org.shrinq.bench.suite;

import java.util.Optional;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.qubo.Qubo;
import org.shrinq.solver.SolverOptions;

/** What a run is expected to need, before anything is known from runs: an upper bound of memory, an order of time. */
final class Cost {
    /** Seconds per amplitude, layer and evaluation with its gradient: the order of a laptop core. */
    private static final double SECONDS_PER_AMPLITUDE = 1.5e-8;
    /** Training stops long before the most evaluations as a rule. */
    private static final double USUAL_SHARE_OF_EVALUATIONS = 0.25;
    /**
     * Reductions, shrinking, repair and controls of a first round: a part for every run, one for each variable and one for each coupling. Fitted to the processor
     * seconds of six bundled suites or shards of them, whose sums it meets within a factor of two.
     */
    private static final double BASE_SECONDS = 0.1;

    private static final double SECONDS_PER_VARIABLE = 0.002;
    private static final double SECONDS_PER_COUPLING = 1.5e-4;
    /** Later rounds work on a part of the problem. */
    private static final double SHARE_OF_LATER_ROUNDS = 0.2;

    private static final double SECONDS_WITHOUT_LIMITS = 8;
    private static final int ROUNDS_WITHOUT_LIMITS = 8;
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
        long circuit = method.get().bytesFor(dense(qubits(variables, options)), options.quantum());
        return circuit > Long.MAX_VALUE - base ? Long.MAX_VALUE : base + circuit;
    }

    static double seconds(BenchInstance instance, SolverOptions options) {
        double limit = options.timeLimit()
                .orElse(options.rounds().isPresent() ? Double.POSITIVE_INFINITY : SECONDS_WITHOUT_LIMITS);
        int rounds = options.rounds().orElse(ROUNDS_WITHOUT_LIMITS);
        double round = BASE_SECONDS
                + SECONDS_PER_VARIABLE * instance.variables()
                + SECONDS_PER_COUPLING * instance.couplings();
        double circuit = 0;
        Optional<QuantumMethod> method = options.circuit();
        if (method.isPresent()) {
            Qubo qubo = dense(qubits(instance.variables(), options));
            circuit = SECONDS_PER_AMPLITUDE
                    * Math.pow(2, method.get().qubitsFor(qubo))
                    * options.quantum().layers()
                    * Math.max(1, USUAL_SHARE_OF_EVALUATIONS * options.quantum().maxEvaluations());
        }
        int turns = (options.portfolio() + options.threads() - 1) / options.threads();
        double all = round * (1 + SHARE_OF_LATER_ROUNDS * (rounds - 1)) + circuit * rounds;
        return Math.min(limit, turns * all);
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
