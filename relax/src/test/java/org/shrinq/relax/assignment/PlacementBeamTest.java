package org.shrinq.relax.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;

/** The beam's bounds against all permutations. */
class PlacementBeamTest {
    private static QuadraticAssignment problem(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][][] data = new double[3][n][n];
        for (double[][] matrix : data) {
            for (double[] row : matrix) {
                Arrays.setAll(row, k -> random.nextInt(0, 10));
            }
        }
        return QuadraticAssignment.of("random", data[0], data[1], data[2]);
    }

    private static List<int[]> permutations(int n) {
        List<int[]> all = new ArrayList<>();
        extend(new int[n], 0, new boolean[n], all);
        return all;
    }

    private static void extend(int[] p, int k, boolean[] used, List<int[]> out) {
        if (k == p.length) {
            out.add(p.clone());
            return;
        }
        for (int a = 0; a < p.length; a++) {
            if (!used[a]) {
                used[a] = true;
                p[k] = a;
                extend(p, k + 1, used, out);
                used[a] = false;
            }
        }
    }

    private static boolean agrees(int[] at, int[] permutation) {
        for (int i = 0; i < at.length; i++) {
            if (at[i] >= 0 && at[i] != permutation[i]) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void boundsHoldForEveryCompletion(long seed) {
        QuadraticAssignment problem = problem(seed, 6);
        List<int[]> all = permutations(6);
        PlacementBeam.Result result = PlacementBeam.run(problem, 1e7, Deadline.never());
        double before = Double.NEGATIVE_INFINITY;
        assertThat(result.operations()).isPositive();
        for (PlacementBeam.Placement p : result.placements()) {
            assertThat(Arrays.stream(p.at()).filter(a -> a < 0).count()).isEqualTo(PlacementBeam.LEAST_OPEN);
            assertThat(agrees(p.at(), p.guess())).isTrue();
            assertThat(Arrays.stream(p.guess()).distinct().count()).isEqualTo(6);
            assertThat(p.bound()).isGreaterThanOrEqualTo(before);
            before = p.bound();
            for (int[] permutation : all) {
                if (agrees(p.at(), permutation)) {
                    assertThat(p.bound()).isLessThanOrEqualTo(problem.cost(permutation) + 1e-9);
                }
            }
        }
    }

    /** With room for all partial assignments of six facilities' worth of bounds the best one contains an optimum. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void theBestPlacementHoldsAnOptimum(long seed) {
        QuadraticAssignment problem = problem(seed, 6);
        double least = permutations(6).stream().mapToDouble(problem::cost).min().orElseThrow();
        int[] at = PlacementBeam.run(problem, 1e8, Deadline.never())
                .placements()
                .get(0)
                .at();
        double left = permutations(6).stream()
                .filter(p -> agrees(at, p))
                .mapToDouble(problem::cost)
                .min()
                .orElseThrow();
        assertThat(left).isEqualTo(least);
    }

    /** Beyond dual ascent: what is left of a problem, with its constant, costs what the whole does. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void gilmoreLawlerGoesOnWithWhatIsLeft(long seed) {
        QuadraticAssignment problem = problem(seed, 5);
        PlacementBound placed =
                new PlacementBound.Lawler(problem, 0).place(1, 3).place(3, 0);
        for (int[] p : permutations(5)) {
            if (p[1] == 3 && p[4] == 0) {
                assertThat(placed.bound()).isLessThanOrEqualTo(problem.cost(p) + 1e-9);
            }
        }
        PlacementBound last = placed.place(0, 0).place(0, 0);
        // facilities 0, 2, 3 are left with locations 1, 2, 4: 0 at 1, 2 at 2, 3 at 4
        assertThat(last.order()).isEqualTo(1);
        assertThat(last.bound())
                .isCloseTo(problem.cost(new int[] {1, 3, 2, 4, 0}), org.assertj.core.api.Assertions.within(1e-6));
    }

    @Test
    void largeOrdersAndLateCallsAreAnswered() {
        QuadraticAssignment large = problem(5, PlacementBound.MOST_ASCENT + 1);
        assertThat(PlacementBeam.run(large, 1, Deadline.never()).placements()).hasSize(1);
        QuadraticAssignment small = problem(6, 9);
        assertThat(PlacementBeam.run(small, 1e8, Deadline.after(0)).placements())
                .hasSize(1);
    }
}
