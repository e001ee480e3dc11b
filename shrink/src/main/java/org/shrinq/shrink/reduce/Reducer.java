package org.shrinq.shrink.reduce;

import java.util.List;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.FamilyTable;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;

/**
 * Runs the exact rules on a problem to a fixpoint. Independent sets, knapsacks and assignments stay what they are;
 * max-cut and plain quadratic programs become smaller quadratic programs. A problem whose model is a stand-in, such as
 * a market share, is left alone. No rule is run on rows whose sums doubles round
 * ({@link org.shrinq.qubo.BinaryModel#isWhole}).
 */
public final class Reducer {
    private static final FamilyTable<ReducerFamily<?>> TABLE = FamilyTable.of(
            ReducerFamily.class,
            List.of(
                    new Row<>(MaximumIndependentSet.class, (p, o, d) -> new MisReducer(p, o, d).reduce()),
                    new Row<>(MultidimensionalKnapsack.class, (p, o, d) -> new KnapsackReducer(p, o, d).reduce()),
                    new Row<>(QuadraticAssignment.class, (p, o, d) -> new AssignmentReducer(p, o, d).reduce()),
                    new Row<>(MaxCut.class, Reducer::quadratic),
                    new Row<>(BinaryQuadraticProgram.class, Reducer::quadratic),
                    new Row<>(LowAutocorrelation.class, (p, o, d) -> SequenceReducer.reduce(p, o)),
                    new Row<>(Problem.class, Reducer::general)));

    private Reducer() {}

    /**
     * Reduces the problem with its rows in whole numbers ({@link Problem#withWholeRows}).
     *
     * @param wanted the rules, and what is known
     * @param deadline asked between passes; what has been done until then stands
     */
    public static Reduced reduce(Problem problem, ReduceOptions wanted, Deadline deadline) {
        Problem whole = problem.withWholeRows();
        // rules compare sums of doubles
        ReduceOptions options = whole.model().isWhole() ? wanted : wanted.withRules();
        return reduce(TABLE.of(whole), whole, options, deadline);
    }

    private static <P extends Problem> Reduced reduce(
            ReducerFamily<P> row, Problem problem, ReduceOptions options, Deadline deadline) {
        return row.reduce(row.type().cast(problem), options, deadline);
    }

    private static Reduced quadratic(Problem problem, ReduceOptions options, Deadline deadline) {
        return problem.model().constraints().isEmpty()
                ? QuadraticReducer.reduce(problem, options, deadline)
                : general(problem, options, deadline);
    }

    private static Reduced general(Problem problem, ReduceOptions options, Deadline deadline) {
        return problem.hasExactModel()
                ? new ConstrainedReducer(problem, options, deadline).reduce()
                : Reduced.identity(problem, Reduced.Outcome.OPEN);
    }

    @FunctionalInterface
    private interface Reduction<P extends Problem> {
        Reduced run(P problem, ReduceOptions options, Deadline deadline);
    }

    private record Row<P extends Problem>(Class<P> type, Reduction<P> reduction) implements ReducerFamily<P> {
        @Override
        public Reduced reduce(P problem, ReduceOptions options, Deadline deadline) {
            return reduction.run(problem, options, deadline);
        }
    }
}
