package org.shrinq.solver;

import java.util.List;
import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.FamilyTable;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemFamily;
import org.shrinq.qubo.problem.QuadraticAssignment;

/**
 * Chooses the variables that a round after the first sets free. Those about which good solutions and relaxation
 * disagree are more likely, those that were free lately less (recency-based memory: Glover 1989). Not thread-safe.
 */
interface NeighborhoodChoice {
    /** Weight of what nothing speaks for. */
    double FLOOR = 0.05;

    /**
     * A fixing of the reduced problem: −1 for the free variables, the incumbent's value for the others.
     *
     * @param incumbent of the reduced problem
     * @param pool other good solutions of it
     * @param size about how many variables to set free
     */
    byte[] choose(Bits incumbent, List<Bits> pool, int size, SplittableRandom random);

    /**
     * A chooser.
     *
     * @param problem the reduced problem
     * @param known per variable 0, 1, or −1: what reductions decided, never freed
     * @param uncertainty per variable in [0, 1]: how undecided the relaxation is
     */
    static NeighborhoodChoice of(Problem problem, byte[] known, double[] uncertainty) {
        return Row.of(Row.TABLE.of(problem), problem, known, uncertainty);
    }

    /** Draws an index not taken with a chance in proportion to its weight; −1 when all that is left weighs nothing. */
    static int draw(double[] weight, boolean[] taken, SplittableRandom random) {
        double total = 0;
        for (int v = 0; v < weight.length; v++) {
            total += taken[v] ? 0 : weight[v];
        }
        double r = random.nextDouble() * total;
        int last = -1;
        for (int v = 0; v < weight.length; v++) {
            if (!taken[v] && weight[v] > 0) {
                last = v;
                r -= weight[v];
                if (r < 0) {
                    return v;
                }
            }
        }
        return last;
    }

    /** Makes the chooser of one family of problems. */
    interface Maker<P extends Problem> {
        NeighborhoodChoice of(P problem, byte[] known, double[] uncertainty);
    }

    /** The chooser of one family of problems. */
    record Row<P extends Problem>(Class<P> type, Maker<P> maker) implements ProblemFamily<P> {
        private static final FamilyTable<Row<?>> TABLE = FamilyTable.of(
                Row.class,
                List.of(
                        new Row<>(
                                QuadraticAssignment.class,
                                (p, known, uncertainty) -> new FacilityNeighborhoods(p, known)),
                        new Row<>(Problem.class, VariableNeighborhoods::new)));

        private static <P extends Problem> NeighborhoodChoice of(
                Row<P> row, Problem problem, byte[] known, double[] uncertainty) {
            return row.maker.of(row.type.cast(problem), known, uncertainty);
        }
    }
}
