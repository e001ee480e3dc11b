package org.shrinq.solver;

import java.util.List;
import org.shrinq.qubo.Bits;

/**
 * One kind of run: a way from a problem to a solution, in steps that end with the first answer and where rounds end.
 * Used once.
 */
interface Run {
    /** Goes on to the first answer, then to the end of the next round; returns false once nothing is left to do. */
    boolean next();

    /** The account as things stand. */
    Trace trace();

    /** The controls, where any ran. */
    default List<Control> controls() {
        return List.of();
    }

    /** All of it. */
    default void all() {
        boolean more;
        do {
            more = next();
        } while (more);
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
