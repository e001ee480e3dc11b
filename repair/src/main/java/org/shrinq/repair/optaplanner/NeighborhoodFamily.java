package org.shrinq.repair.optaplanner;

import java.util.List;
import java.util.function.Function;
import org.shrinq.qubo.problem.FamilyTable;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemFamily;
import org.shrinq.qubo.problem.QuadraticAssignment;

/**
 * What OptaPlanner moves and counts on one family of problems: facilities of an assignment, bits of everything else,
 * with the deviations of a market share and the energy of a sequence as costs, which no quadratic form can hold.
 */
record NeighborhoodFamily<P extends Problem>(Class<P> type, Function<P, Neighborhood> maker)
        implements ProblemFamily<P> {
    private static final FamilyTable<NeighborhoodFamily<?>> TABLE = FamilyTable.of(
            NeighborhoodFamily.class,
            List.of(
                    new NeighborhoodFamily<>(QuadraticAssignment.class, AssignmentNeighborhood::new),
                    new NeighborhoodFamily<>(
                            MarketShare.class, p -> new BitNeighborhood(p.retailers(), new DeviationCosts(p))),
                    new NeighborhoodFamily<>(
                            LowAutocorrelation.class, p -> new BitNeighborhood(p.length(), new SequenceCosts(p))),
                    new NeighborhoodFamily<>(Problem.class, p -> new BitNeighborhood(p.size(), new ModelCosts(p)))));

    static Neighborhood of(Problem problem) {
        return make(TABLE.of(problem), problem);
    }

    private static <P extends Problem> Neighborhood make(NeighborhoodFamily<P> row, Problem problem) {
        return row.maker.apply(row.type.cast(problem));
    }
}
