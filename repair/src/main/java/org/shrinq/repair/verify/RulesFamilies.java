package org.shrinq.repair.verify;

import java.util.List;
import java.util.function.Function;
import org.shrinq.qubo.problem.FamilyTable;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;

/** The rules of every family of problems; typed constraints where it has none. */
final class RulesFamilies {
    private static final FamilyTable<RulesFamily<?>> TABLE = FamilyTable.of(
            RulesFamily.class,
            List.of(
                    new Row<>(MultidimensionalKnapsack.class, KnapsackRules::new),
                    new Row<>(MaximumIndependentSet.class, IndependentSetRules::new),
                    new Row<>(QuadraticAssignment.class, AssignmentRules::new),
                    new Row<>(MarketShare.class, MarketShareRules::new),
                    new Row<>(MaxCut.class, CutRules::new),
                    new Row<>(LowAutocorrelation.class, SequenceRules::new),
                    new Row<>(Problem.class, ModelRules::new)));

    private RulesFamilies() {}

    static Rules rules(Problem problem) {
        return rules(TABLE.of(problem), problem);
    }

    private static <P extends Problem> Rules rules(RulesFamily<P> row, Problem problem) {
        return row.rules(row.type().cast(problem));
    }

    private record Row<P extends Problem>(Class<P> type, Function<P, Rules> maker) implements RulesFamily<P> {
        @Override
        public Rules rules(P problem) {
            return maker.apply(problem);
        }
    }
}
