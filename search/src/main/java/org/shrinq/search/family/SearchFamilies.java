package org.shrinq.search.family;

import java.util.List;
import java.util.function.BiFunction;
import org.shrinq.qubo.problem.FamilyTable;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.search.Hints;
import org.shrinq.search.SearchFamily;
import org.shrinq.search.SearchKernel;
import org.shrinq.search.assignment.AssignmentSearch;
import org.shrinq.search.independentset.IndependentSetSearch;
import org.shrinq.search.knapsack.KnapsackSearch;
import org.shrinq.search.marketshare.MarketShareSearch;
import org.shrinq.search.maxcut.UnconstrainedSearch;
import org.shrinq.search.model.ModelSearch;
import org.shrinq.search.sequence.SequenceSearch;

/**
 * The search of every family of problems: its own where there is one, one-flip tabu search without constraints,
 * penalties otherwise.
 */
public final class SearchFamilies {
    private static final FamilyTable<SearchFamily<?>> TABLE = FamilyTable.of(
            SearchFamily.class,
            List.of(
                    new Assignments(),
                    new IndependentSets(),
                    new Row<>(MultidimensionalKnapsack.class, KnapsackSearch::new),
                    new Row<>(MarketShare.class, (p, hints) -> new MarketShareSearch(p)),
                    new Sequences(),
                    new Row<>(Problem.class, SearchFamilies::general)));

    private SearchFamilies() {}

    /** The search of a problem, for one thread. */
    public static SearchKernel search(Problem problem, Hints hints) {
        return search(TABLE.of(problem), problem, hints);
    }

    /** What an iteration of {@link #search} costs, in elementary steps. */
    public static double iterationCost(Problem problem) {
        return cost(TABLE.of(problem), problem);
    }

    private static <P extends Problem> SearchKernel search(SearchFamily<P> row, Problem problem, Hints hints) {
        return row.search(row.type().cast(problem), hints);
    }

    private static <P extends Problem> double cost(SearchFamily<P> row, Problem problem) {
        return row.iterationCost(row.type().cast(problem));
    }

    private static SearchKernel general(Problem problem, Hints hints) {
        return problem.model().constraints().isEmpty() ? new UnconstrainedSearch(problem) : new ModelSearch(problem);
    }

    private record Row<P extends Problem>(Class<P> type, BiFunction<P, Hints, SearchKernel> maker)
            implements SearchFamily<P> {
        @Override
        public SearchKernel search(P problem, Hints hints) {
            return maker.apply(problem, hints);
        }
    }

    /** A perturbation or an exchange goes through a few rows. */
    private static final class IndependentSets implements SearchFamily<MaximumIndependentSet> {
        @Override
        public Class<MaximumIndependentSet> type() {
            return MaximumIndependentSet.class;
        }

        @Override
        public SearchKernel search(MaximumIndependentSet problem, Hints hints) {
            return new IndependentSetSearch(problem);
        }

        @Override
        public double iterationCost(MaximumIndependentSet problem) {
            return Math.max(64, 2.0 * problem.graph().edges() / Math.max(1, problem.size()));
        }
    }

    /** A step of a walk looks at n flips, each in O(n). */
    private static final class Sequences implements SearchFamily<LowAutocorrelation> {
        @Override
        public Class<LowAutocorrelation> type() {
            return LowAutocorrelation.class;
        }

        @Override
        public SearchKernel search(LowAutocorrelation problem, Hints hints) {
            return new SequenceSearch(problem);
        }

        @Override
        public double iterationCost(LowAutocorrelation problem) {
            return Math.max(64, (double) problem.length() * problem.length());
        }
    }

    /** Swaps of two of n facilities: all n² costs of swaps are corrected after each. */
    private static final class Assignments implements SearchFamily<QuadraticAssignment> {
        @Override
        public Class<QuadraticAssignment> type() {
            return QuadraticAssignment.class;
        }

        @Override
        public SearchKernel search(QuadraticAssignment problem, Hints hints) {
            return new AssignmentSearch(problem);
        }

        @Override
        public double iterationCost(QuadraticAssignment problem) {
            return (double) problem.order() * problem.order();
        }
    }
}
