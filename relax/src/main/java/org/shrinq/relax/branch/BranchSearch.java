package org.shrinq.relax.branch;

import java.util.Optional;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;

/** Branch and bound: special for independent sets, assignments and linear models, general for
 * models of few variables. */
public final class BranchSearch {
    /** Most vertices of an independent set problem: n² bits twice. */
    private static final int MOST_VERTICES = 4000;

    private static final int MOST_FACILITIES = 20;
    /** Most variables of any other model. */
    private static final int MOST_VARIABLES = 60;

    private BranchSearch() {}

    /** Whether {@link #search} does anything for that problem. */
    public static boolean applies(Problem problem) {
        return problem instanceof MaximumIndependentSet mis && mis.graph().vertices() <= MOST_VERTICES
                || problem instanceof QuadraticAssignment qap && qap.order() <= MOST_FACILITIES
                || isLinear(problem)
                || problem.size() <= MOST_VARIABLES && !(problem instanceof MarketShare);
    }

    /**
     * Searches for something better than the incumbent until the tree is exhausted or the deadline strikes.
     *
     * @param incumbent objective of a known feasible solution in the problem's own sense, or the worst value
     * @param root a valid bound known before, returned when the search does not finish
     * @return empty when {@link #applies} is false
     */
    public static Optional<BranchResult> search(Problem problem, double incumbent, double root, Deadline deadline) {
        if (!applies(problem)) {
            return Optional.empty();
        }
        if (problem instanceof MaximumIndependentSet mis) {
            return Optional.of(
                    new IndependentSetBranching(mis, Math.max(0, incumbent), deadline).run(mis.size(), root));
        }
        if (problem instanceof QuadraticAssignment qap) {
            return Optional.of(new AssignmentBranching(qap, incumbent, deadline).run(root));
        }
        if (isLinear(problem)) {
            return Optional.of(LinearBranching.run(problem.model(), step(problem), incumbent, root, deadline));
        }
        return Optional.of(new ModelBranching(problem, incumbent, deadline).run(root));
    }

    /** How much better another solution is at least: nearly 1 for whole objectives, else what rounding leaves open. */
    static double step(Problem problem) {
        double rounding = problem.objectiveRounding();
        return rounding == 0 ? 1 - 1e-6 : rounding;
    }

    private static boolean isLinear(Problem problem) {
        return !(problem instanceof MaximumIndependentSet)
                && !(problem instanceof QuadraticAssignment)
                && !(problem instanceof MarketShare)
                && LinearBranching.applies(problem.model())
                && problem.model().isWhole();
    }
}
