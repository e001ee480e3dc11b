package org.shrinq.quantum;

import org.shrinq.qubo.Qubo;

/**
 * A way to find bitstrings of low energy with a (simulated) quantum circuit. Stateless and safe for use by several
 * threads; obtained from {@link org.shrinq.quantum.registry.QuantumMethods}.
 */
public interface QuantumMethod {
    /** The name on the command line, such as {@code qaoa}. */
    String id();

    /** Qubits that a circuit for that problem has. */
    int qubitsFor(Qubo qubo);

    /** Whether it heeds that option, if only to refuse some of its values. */
    default boolean uses(QuantumOptions.Option option) {
        return true;
    }

    /** Whether it can be evaluated so; as a state every method can. */
    default boolean evaluates(Evaluation evaluation) {
        return evaluation == Evaluation.STATE;
    }

    /**
     * Whether training with those options sees the probability of every string, so that {@link Objective#CVAR} and
     * {@link Objective#GIBBS} can be had.
     */
    default boolean hasDistribution(QuantumOptions options) {
        return false;
    }

    /**
     * Whether training on an observable by gradients asks for its value at all 2ⁿ strings, not at the feasible ones
     * alone.
     */
    default boolean asksForAllStrings() {
        return false;
    }

    /** Bytes of heap that {@link #run} will ask for, state vectors and tables, in round figures. */
    long bytesFor(Qubo qubo, QuantumOptions options);

    /** The same for that very task, whose groups or strings may leave fewer states than its QUBO has. */
    default long bytesFor(QuantumTask task) {
        return bytesFor(task.qubo(), task.options());
    }

    /**
     * Trains, samples and returns all that was found. Asks the deadline inside every training step and then returns the
     * best so far; the final sampling always happens. The same task gives the same result for any number of threads as
     * long as the deadline does not strike.
     *
     * @throws InsufficientMemoryException when the state does not fit the heap, before any large array is made
     * @throws IllegalArgumentException when the task lacks what the method or its options need
     */
    QuantumRun run(QuantumTask task);
}
