package org.shrinq.repair;

import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;
import org.shrinq.search.Improver;
import org.shrinq.search.SearchKernel;
import org.shrinq.search.assignment.AssignmentSearch;
import org.shrinq.search.independentset.IndependentSetSearch;
import org.shrinq.search.knapsack.KnapsackSearch;
import org.shrinq.search.marketshare.MarketShareSearch;
import org.shrinq.search.maxcut.UnconstrainedSearch;
import org.shrinq.search.model.ModelSearch;

/** Chooses the search of a problem. */
public final class Improvers {
    private Improvers() {}

    /** Tabu search, for one thread. */
    public static Improver tabu(Problem problem, Hints hints) {
        return new KernelImprover(Verifier.of(problem), Repairs.forProblem(problem, hints), kernel(problem, hints));
    }

    private static SearchKernel kernel(Problem problem, Hints hints) {
        if (problem instanceof QuadraticAssignment p) {
            return new AssignmentSearch(p);
        }
        if (problem instanceof MaximumIndependentSet p) {
            return new IndependentSetSearch(p);
        }
        if (problem instanceof MultidimensionalKnapsack p) {
            return new KnapsackSearch(p, hints);
        }
        if (problem instanceof MarketShare p) {
            return new MarketShareSearch(p);
        }
        if (problem.model().constraints().isEmpty()) {
            return new UnconstrainedSearch(problem);
        }
        return new ModelSearch(problem);
    }
}
