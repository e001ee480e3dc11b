package org.shrinq.solver;

import java.util.function.BooleanSupplier;
import org.shrinq.qubo.problem.Problem;

/**
 * The entry point: {@code Shrinq.solve(problem)}, or {@code Shrinq.with(options).listener(…).run(problem)}. Immutable and safe for
 * use by several threads; every call of {@link #run(Problem, BooleanSupplier)} is a run of its own on the calling thread.
 */
public final class Shrinq {
    private final SolverOptions options;
    private final RunListener listener;

    private Shrinq(SolverOptions options, RunListener listener) {
        this.options = options;
        this.listener = listener;
    }

    /** A run with {@link SolverOptions#defaults}. */
    public static Solution solve(Problem problem) {
        return with(SolverOptions.defaults()).run(problem);
    }

    public static Shrinq with(SolverOptions options) {
        return new Shrinq(options, RunListener.NONE);
    }

    /** The same solver with a listener instead of the present one. */
    public Shrinq listener(RunListener value) {
        return new Shrinq(options, value);
    }

    public SolverOptions options() {
        return options;
    }

    /** Solves a problem. What is expected to happen, such as finding nothing feasible, is in the result. */
    public Solution run(Problem problem) {
        return run(problem, () -> false);
    }

    /**
     * Solves a problem until the signal turns true; then every stage ends with its best so far.
     *
     * @param cancelled asked often, from the thread of the run
     * @throws org.shrinq.quantum.InsufficientMemoryException when the small problem does not fit the method
     */
    public Solution run(Problem problem, BooleanSupplier cancelled) {
        return new Pipeline(problem, options, listener, cancelled).run();
    }
}
