package org.shrinq.solver;

import org.shrinq.qubo.Bits;

/** One kind of run: a way from a problem to a solution, in steps that end where rounds end. Used once. */
interface Run {
    /** Goes on to the end of the next round; returns false once nothing is left to do. */
    boolean next();

    /** The outcome as things stand. */
    Solution solution();

    /** All of it. */
    default Solution run() {
        boolean more;
        do {
            more = next();
        } while (more);
        return solution();
    }

    /** Takes notice of a better solution of the problem, from elsewhere, that is the incumbent by now. */
    default void learn(Bits x) {}

    /** The kind that the method asks for. */
    static Run of(RunContext context) {
        return switch (context.options.method().role()) {
            case CIRCUIT, SAMPLER -> new StagedRun(context);
            case SEARCH -> new SearchRun(context);
            case COMPLETE -> new CompleteRun(context);
        };
    }
}
