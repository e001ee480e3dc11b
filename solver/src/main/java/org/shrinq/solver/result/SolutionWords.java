package org.shrinq.solver.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.FamilyTable;
import org.shrinq.qubo.problem.LowAutocorrelation;
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
                    new Sequences(),
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

    /** What follows the label in place of the chosen variables; empty where those are named. */
    public static Optional<String> words(Problem problem, Bits x) {
        return words(TABLE.of(problem), problem, x);
    }

    private static <P extends Problem> Optional<String> words(SolutionFamily<P> row, Problem problem, Bits x) {
        return row.words(row.type().cast(problem), x.toArray());
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

    /** By run lengths, as the tables of the field write them, and with the merit factor. */
    private static final class Sequences implements SolutionFamily<LowAutocorrelation> {
        @Override
        public Class<LowAutocorrelation> type() {
            return LowAutocorrelation.class;
        }

        @Override
        public String label() {
            return "runs";
        }

        @Override
        public Optional<String> words(LowAutocorrelation problem, byte[] x) {
            StringBuilder runs = new StringBuilder();
            int start = 0;
            for (int i = 1; i <= x.length; i++) {
                if (i == x.length || x[i] != x[start]) {
                    runs.append(i - start).append(' ');
                    start = i;
                }
            }
            double energy = problem.objective(x);
            String merit =
                    energy == 0 ? "" : String.format(Locale.ROOT, ", merit factor %.4f", problem.meritFactor(energy));
            return Optional.of("of " + runs.toString().strip() + " elements" + merit);
        }
    }

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
