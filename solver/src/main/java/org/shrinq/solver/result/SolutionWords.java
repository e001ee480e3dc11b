package org.shrinq.solver.result;

import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.FamilyTable;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;

/** The natural form of a solution, by family of problems. */
public final class SolutionWords {
    private static final FamilyTable<SolutionFamily<?>> TABLE = FamilyTable.of(
            SolutionFamily.class,
            List.of(
                    new Chosen<>(MaximumIndependentSet.class, "selected", true),
                    new Chosen<>(MultidimensionalKnapsack.class, "selected", true),
                    new Chosen<>(MaxCut.class, "side 1", false),
                    new Permutations(),
                    new Chosen<>(Problem.class, "selected", false)));

    private SolutionWords() {}

    /** The word before the chosen variables, or before the permutation. */
    public static String label(Problem problem) {
        return TABLE.of(problem).label();
    }

    /** Whether a result file lists the chosen variables beside x. */
    static boolean listsSelected(Problem problem) {
        return TABLE.of(problem).listsSelected();
    }

    /** The permutation that x stands for, from 0; empty where solutions of the problem are none, and for an x that is none. */
    public static Optional<int[]> permutation(Problem problem, Bits x) {
        return permutation(TABLE.of(problem), problem, x);
    }

    private static <P extends Problem> Optional<int[]> permutation(SolutionFamily<P> row, Problem problem, Bits x) {
        return row.permutation(row.type().cast(problem), x.toArray());
    }

    private record Chosen<P extends Problem>(Class<P> type, String label, boolean listsSelected)
            implements SolutionFamily<P> {}

    private static final class Permutations implements SolutionFamily<QuadraticAssignment> {
        @Override
        public Class<QuadraticAssignment> type() {
            return QuadraticAssignment.class;
        }

        @Override
        public String label() {
            return "locations";
        }

        @Override
        public Optional<int[]> permutation(QuadraticAssignment problem, byte[] x) {
            return problem.permutation(x);
        }
    }
}
