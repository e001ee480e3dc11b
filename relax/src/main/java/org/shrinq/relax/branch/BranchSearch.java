package org.shrinq.relax.branch;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.FamilyTable;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.NormalForm;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;

/**
 * Branch and bound: special for independent sets, assignments, binary sequences and linear models, general for models
 * of few variables.
 */
public final class BranchSearch {
    /** Most vertices of an independent set problem: n² bits twice. */
    private static final int MOST_VERTICES = 4000;

    private static final int MOST_FACILITIES = 20;
    /** Most variables of any other model. */
    private static final int MOST_VARIABLES = 60;

    private static final FamilyTable<BranchFamily<?>> TABLE = FamilyTable.of(
            BranchFamily.class,
            List.of(
                    new Row<>(
                            MaximumIndependentSet.class, p -> p.size() <= MOST_VERTICES, BranchSearch::independentSet),
                    new Row<>(
                            QuadraticAssignment.class,
                            p -> p.order() <= MOST_FACILITIES,
                            (p, incumbent, root, deadline) ->
                                    new AssignmentBranching(p, incumbent, deadline).run(root)),
                    new Row<>(
                            LowAutocorrelation.class,
                            p -> p.length() <= SequenceBranching.LONGEST,
                            (p, incumbent, root, deadline) -> new SequenceBranching(p, incumbent, deadline).run(root)),
                    new Row<>(
                            Problem.class,
                            p -> p.hasExactModel()
                                    && (LinearBranching.applies(p.model()) || p.size() <= MOST_VARIABLES),
                            BranchSearch::model)));

    private BranchSearch() {}

    /** Whether {@link #search} does anything for that problem. */
    public static boolean applies(Problem problem) {
        return applies(TABLE.of(problem), problem);
    }

    private static <P extends Problem> boolean applies(BranchFamily<P> row, Problem problem) {
        return row.isBranchable(row.type().cast(problem));
    }

    /**
     * Searches for something better than the incumbent until the tree is exhausted or the deadline strikes.
     *
     * @param incumbent objective of a known feasible solution in the problem's own sense, or the worst value
     * @param root a valid bound known before, returned when the search does not finish
     * @return empty when {@link #applies} is false
     */
    public static Optional<BranchResult> search(Problem problem, double incumbent, double root, Deadline deadline) {
        return search(problem, BranchIncumbent.of(incumbent), root, deadline);
    }

    /**
     * The same with an incumbent that others improve meanwhile.
     *
     * @param root a valid bound known before, returned when the search does not finish
     * @return empty when {@link #applies} is false
     */
    public static Optional<BranchResult> search(
            Problem problem, BranchIncumbent incumbent, double root, Deadline deadline) {
        NormalForm normal = problem.normalForm();
        if (normal.isUnchanged()) {
            return search(TABLE.of(problem), problem, incumbent, root, deadline);
        }
        Problem own = normal.problem();
        double ownRoot = Double.isFinite(root) ? normal.unit().of(root) : root;
        return search(TABLE.of(own), own, new NormalFormIncumbent(normal, incumbent), ownRoot, deadline)
                .map(r -> new BranchResult(r.finished(), normal.unit().back(r.bound()), r.better(), r.nodes()));
    }

    /**
     * An incumbent in the unit of the normal form; where sums round, better by their rounding, so that it is not found
     * again as a better one.
     */
    private record NormalFormIncumbent(NormalForm normal, BranchIncumbent original) implements BranchIncumbent {
        @Override
        public double objective() {
            Problem own = normal.problem();
            double rounding = normal.unit().exact() ? 0 : own.sense().factor() * own.objectiveRounding();
            return normal.inUnit(original.objective()) - rounding;
        }

        @Override
        public void found(Bits better) {
            original.found(better);
        }
    }

    private static <P extends Problem> Optional<BranchResult> search(
            BranchFamily<P> row, Problem problem, BranchIncumbent incumbent, double root, Deadline deadline) {
        P own = row.type().cast(problem);
        return row.isBranchable(own) ? Optional.of(row.branch(own, incumbent, root, deadline)) : Optional.empty();
    }

    private static BranchResult independentSet(
            MaximumIndependentSet problem, BranchIncumbent incumbent, double root, Deadline deadline) {
        return new IndependentSetBranching(problem, incumbent, deadline).run(root);
    }

    private static BranchResult model(Problem problem, BranchIncumbent incumbent, double root, Deadline deadline) {
        return LinearBranching.applies(problem.model()) && problem.model().isWhole()
                ? LinearBranching.run(problem.model(), step(problem), incumbent, root, deadline)
                : new ModelBranching(problem, incumbent, deadline).run(root);
    }

    /** How much better another solution is at least: nearly 1 for whole objectives, else what rounding leaves open. */
    static double step(Problem problem) {
        double rounding = problem.objectiveRounding();
        return rounding == 0 ? 1 - 1e-6 : rounding;
    }

    @FunctionalInterface
    private interface Tree<P extends Problem> {
        BranchResult search(P problem, BranchIncumbent incumbent, double root, Deadline deadline);
    }

    private record Row<P extends Problem>(Class<P> type, Predicate<P> size, Tree<P> tree) implements BranchFamily<P> {
        @Override
        public boolean isBranchable(P problem) {
            return size.test(problem);
        }

        @Override
        public BranchResult branch(P problem, BranchIncumbent incumbent, double root, Deadline deadline) {
            return tree.search(problem, incumbent, root, deadline);
        }
    }
}
