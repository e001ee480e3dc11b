package org.shrinq.repair.family;

import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemFamily;
import org.shrinq.search.Hints;

/**
 * The repair of one family of problems.
 *
 * @param <P> the problems
 */
public interface RepairFamily<P extends Problem> extends ProblemFamily<P> {
    /**
     * A repair for one thread.
     *
     * @param hints what relaxations and samples know of the problem
     */
    RepairKernel repair(P problem, Hints hints);

    /**
     * A greedy solution in time near-linear in the problem's data, before anything else is set up.
     *
     * @param x zeros; modified
     * @return false where the family has none
     */
    default boolean start(P problem, byte[] x) {
        return false;
    }
}
