package org.shrinq.solver.result;

import java.util.Optional;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemFamily;

/**
 * How solutions of one family of problems appear in accounts and result files.
 *
 * @param <P> the problems
 */
public interface SolutionFamily<P extends Problem> extends ProblemFamily<P> {
    /** The word before the chosen variables, or before the permutation. */
    default String label() {
        return "selected";
    }

    /** Whether a result file lists the chosen variables beside x. */
    default boolean listsSelected() {
        return false;
    }

    /** What follows {@link #label} in place of the chosen variables; empty where those are named. */
    default Optional<String> words(P problem, byte[] x) {
        return Optional.empty();
    }

    /** The permutation that x stands for, from 0; empty where solutions are none, and for an x that is none. */
    default Optional<int[]> permutation(P problem, byte[] x) {
        return Optional.empty();
    }
}
