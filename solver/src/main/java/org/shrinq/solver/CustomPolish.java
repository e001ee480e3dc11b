package org.shrinq.solver;

import org.shrinq.qubo.problem.Problem;
import org.shrinq.search.Improver;

/**
 * A custom local search for the polishing at the end of a round, such as one that knows the structure of a problem that
 * the bundled ones take as a general model. Safe for use by several threads; the searches that it makes serve one round
 * each.
 */
public interface CustomPolish {
    /** The name in the account of a run. */
    String id();

    /**
     * A search for one round, from the best solution so far; it is verified before it counts, and proves nothing.
     *
     * @param problem what is being solved, as it was handed to {@link Shrinq}
     */
    Improver improver(Problem problem);
}
