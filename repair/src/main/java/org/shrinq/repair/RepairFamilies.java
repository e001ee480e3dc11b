package org.shrinq.repair;

import java.util.List;
import java.util.function.BiFunction;
import org.shrinq.qubo.problem.FamilyTable;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.repair.assignment.AssignmentRepair;
import org.shrinq.repair.family.RepairFamily;
import org.shrinq.repair.family.RepairKernel;
import org.shrinq.repair.independentset.IndependentSetRepair;
import org.shrinq.repair.knapsack.KnapsackRepair;
import org.shrinq.repair.marketshare.MarketShareRepair;
import org.shrinq.repair.maxcut.UnconstrainedRepair;
import org.shrinq.repair.model.ModelRepair;
import org.shrinq.repair.sequence.SequenceRepair;
import org.shrinq.search.Hints;

/**
 * The repair of every family of problems: its own where there is one, descent where every x is feasible, min-conflicts
 * otherwise.
 */
final class RepairFamilies {
    private static final FamilyTable<RepairFamily<?>> TABLE = FamilyTable.of(
            RepairFamily.class,
            List.of(
                    new Row<>(MaximumIndependentSet.class, (p, hints) -> new IndependentSetRepair(p)),
                    new Row<>(MultidimensionalKnapsack.class, KnapsackRepair::new),
                    new Row<>(QuadraticAssignment.class, AssignmentRepair::new),
                    new Row<>(MarketShare.class, (p, hints) -> new MarketShareRepair(p)),
                    new Row<>(LowAutocorrelation.class, (p, hints) -> new SequenceRepair(p)),
                    new Row<>(Problem.class, RepairFamilies::general)));

    private RepairFamilies() {}

    static RepairKernel repair(Problem problem, Hints hints) {
        return repair(TABLE.of(problem), problem, hints);
    }

    private static <P extends Problem> RepairKernel repair(RepairFamily<P> row, Problem problem, Hints hints) {
        return row.repair(row.type().cast(problem), hints);
    }

    private static RepairKernel general(Problem problem, Hints hints) {
        return problem.model().constraints().isEmpty()
                ? new UnconstrainedRepair(problem)
                : new ModelRepair(problem, hints);
    }

    private record Row<P extends Problem>(Class<P> type, BiFunction<P, Hints, RepairKernel> maker)
            implements RepairFamily<P> {
        @Override
        public RepairKernel repair(P problem, Hints hints) {
            return maker.apply(problem, hints);
        }
    }
}
