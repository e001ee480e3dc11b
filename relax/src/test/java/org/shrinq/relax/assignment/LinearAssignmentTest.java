package org.shrinq.relax.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ways to solve against enumeration, with potentials that prove what they found. */
class LinearAssignmentTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theAssignmentIsTheCheapest(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LinearAssignment solver = new LinearAssignment(6);
        for (int t = 0; t < 40; t++) {
            int k = random.nextInt(7);
            int offset = random.nextInt(3);
            double[] padded = new double[offset + k * k];
            for (int e = 0; e < padded.length; e++) {
                padded[e] = t % 2 == 0 ? random.nextInt(4) : random.nextInt(-1000, 1000);
            }
            double[] cost = java.util.Arrays.copyOfRange(padded, offset, padded.length);
            double cheapest = cheapest(cost, k, 0, new boolean[k]);
            assertThat(solver.solve(padded, offset, k)).isEqualTo(cheapest);
            assertProven(solver, cost, k, cheapest);
            assertThat(solver.solveReduced(cost, k)).isEqualTo(cheapest);
            assertProven(solver, cost, k, cheapest);
        }
    }

    private static void assertProven(LinearAssignment solver, double[] cost, int k, double cheapest) {
        boolean[] taken = new boolean[k];
        double sum = 0;
        double bound = 0;
        for (int r = 0; r < k; r++) {
            int column = solver.column(r);
            assertThat(taken[column]).isFalse();
            taken[column] = true;
            sum += cost[r * k + column];
            bound += solver.rowPotential(r) + solver.columnPotential(r);
            for (int c = 0; c < k; c++) {
                assertThat(solver.rowPotential(r) + solver.columnPotential(c))
                        .isLessThanOrEqualTo(cost[r * k + c] + 1e-9);
            }
        }
        assertThat(sum).isEqualTo(cheapest);
        assertThat(bound).isCloseTo(cheapest, within(1e-9));
    }

    private static double cheapest(double[] cost, int k, int row, boolean[] taken) {
        double best = row == k ? 0 : Double.POSITIVE_INFINITY;
        for (int a = 0; row < k && a < k; a++) {
            if (!taken[a]) {
                taken[a] = true;
                best = Math.min(best, cost[row * k + a] + cheapest(cost, k, row + 1, taken));
                taken[a] = false;
            }
        }
        return best;
    }
}
