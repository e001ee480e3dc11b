package org.shrinq.relax;

import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemFamily;

/**
 * The bounds of one family of problems.
 *
 * @param <P> the problems
 */
public interface BoundFamily<P extends Problem> extends ProblemFamily<P> {
    /** A bound that costs nothing: the sum of all terms that help, where a family knows no other. */
    default double trivial(P problem) {
        return ModelBounds.trivialOf(problem);
    }

    /** Adds the bounds that apply, cheap ones first. */
    void bound(P problem, BoundList bounds);
}
