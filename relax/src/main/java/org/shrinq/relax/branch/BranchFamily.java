package org.shrinq.relax.branch;

import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemFamily;
import org.shrinq.qubo.run.Deadline;

/**
 * The branch and bound of one family of problems.
 *
 * @param <P> the problems
 */
public interface BranchFamily<P extends Problem> extends ProblemFamily<P> {
    /** Whether a problem is small enough, so that {@link #branch} may be asked. */
    boolean isBranchable(P problem);

    /**
     * Searches for something better than the incumbent until the tree is exhausted or the deadline strikes.
     *
     * @param incumbent receives every better solution; asked again after questions to the deadline, during which it may
     *     get better
     * @param root a valid bound known before, returned when the search does not finish
     */
    BranchResult branch(P problem, BranchIncumbent incumbent, double root, Deadline deadline);
}
