package org.shrinq.search;

import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemFamily;

/**
 * The search of one family of problems.
 *
 * @param <P> the problems
 */
public interface SearchFamily<P extends Problem> extends ProblemFamily<P> {
    /**
     * A search for one thread.
     *
     * @param hints what relaxations and samples know of the problem
     */
    SearchKernel search(P problem, Hints hints);

    /** What an iteration costs, in elementary steps; a counted search does fewer iterations where they cost more. */
    default double iterationCost(P problem) {
        return Math.max(64, problem.size());
    }
}
