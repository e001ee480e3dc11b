package org.shrinq.repair;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.shrinq.qubo.problem.FamilyTable;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.repair.assignment.AssignmentRepair;
import org.shrinq.repair.assignment.AssignmentStart;
import org.shrinq.repair.family.RepairFamily;
import org.shrinq.repair.family.RepairKernel;
import org.shrinq.repair.independentset.IndependentSetRepair;
import org.shrinq.repair.independentset.IndependentSetStart;
import org.shrinq.repair.knapsack.KnapsackRepair;
import org.shrinq.repair.knapsack.KnapsackStart;
import org.shrinq.repair.maxcut.UnconstrainedStart;
import org.shrinq.repair.model.ModelRepair;
import org.shrinq.search.Hints;
import org.shrinq.search.marketshare.MarketShareDescent;
import org.shrinq.search.maxcut.UnconstrainedDescent;
import org.shrinq.search.sequence.SequenceDescent;

/**
 * The repair of every family of problems: its own where there is one, descent where every x is feasible, min-conflicts
 * otherwise.
 */
final class RepairFamilies {
    private static final FamilyTable<RepairFamily<?>> TABLE = FamilyTable.of(
            RepairFamily.class,
            List.of(
                    new Row<>(
                            MaximumIndependentSet.class,
                            (p, hints) -> new IndependentSetRepair(p),
                            started(IndependentSetStart::write)),
                    new Row<>(MultidimensionalKnapsack.class, KnapsackRepair::new, started(KnapsackStart::write)),
                    new Row<>(QuadraticAssignment.class, AssignmentRepair::new, started(AssignmentStart::write)),
                    new Row<>(
                            MarketShare.class,
                            (p, hints) -> new DescentRepair(new MarketShareDescent(p)),
                            (p, x) -> false),
                    new Row<>(
                            LowAutocorrelation.class,
                            (p, hints) -> new DescentRepair(new SequenceDescent(p)),
                            (p, x) -> false),
                    new Row<>(Problem.class, RepairFamilies::general, RepairFamilies::startGeneral)));

    private RepairFamilies() {}

    static RepairKernel repair(Problem problem, Hints hints) {
        return repair(TABLE.of(problem), problem, hints);
    }

    /** Writes a greedy solution of a problem into zeros; false where its family has none. */
    static boolean start(Problem problem, byte[] x) {
        return start(TABLE.of(problem), problem, x);
    }

    private static <P extends Problem> boolean start(RepairFamily<P> row, Problem problem, byte[] x) {
        return row.start(row.type().cast(problem), x);
    }

    private static <P extends Problem> BiPredicate<P, byte[]> started(BiConsumer<P, byte[]> start) {
        return (problem, x) -> {
            start.accept(problem, x);
            return true;
        };
    }

    private static boolean startGeneral(Problem problem, byte[] x) {
        boolean free = problem.model().constraints().isEmpty();
        if (free) {
            UnconstrainedStart.write(problem, x);
        }
        return free;
    }

    private static <P extends Problem> RepairKernel repair(RepairFamily<P> row, Problem problem, Hints hints) {
        return row.repair(row.type().cast(problem), hints);
    }

    private static RepairKernel general(Problem problem, Hints hints) {
        return problem.model().constraints().isEmpty()
                ? new DescentRepair(new UnconstrainedDescent(problem))
                : new ModelRepair(problem, hints);
    }

    private record Row<P extends Problem>(
            Class<P> type, BiFunction<P, Hints, RepairKernel> maker, BiPredicate<P, byte[]> starter)
            implements RepairFamily<P> {
        @Override
        public boolean start(P problem, byte[] x) {
            return starter.test(problem, x);
        }

        @Override
        public RepairKernel repair(P problem, Hints hints) {
            return maker.apply(problem, hints);
        }
    }
}
