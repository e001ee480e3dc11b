package org.shrinq.shrink.reduce;

import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemFamily;
import org.shrinq.qubo.run.Deadline;

/**
 * The exact reduction of one family of problems.
 *
 * @param <P> the problems
 */
public interface ReducerFamily<P extends Problem> extends ProblemFamily<P> {
    /**
     * Reduces.
     *
     * @param deadline asked between passes; what has been done until then stands
     */
    Reduced reduce(P problem, ReduceOptions options, Deadline deadline);
}
