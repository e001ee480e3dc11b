package org.shrinq.relax.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;

/** The relaxation with hard rows and columns against all permutations. */
class AssignmentSdpTest {
    private static final int N = 5;

    private static QuadraticAssignment problem(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][][] data = new double[3][N][N];
        for (double[][] matrix : data) {
            for (double[] row : matrix) {
                Arrays.setAll(row, k -> random.nextInt(0, 10));
            }
        }
        return QuadraticAssignment.of("seed " + seed, data[0], data[1], data[2]);
    }

    private static double least(QuadraticAssignment problem, int[] p, int k, boolean[] excluded) {
        if (k == N) {
            return problem.cost(p);
        }
        double best = Double.POSITIVE_INFINITY;
        for (int a = 0; a < N; a++) {
            int location = a;
            if (!excluded[k * N + a] && Arrays.stream(p, 0, k).noneMatch(b -> b == location)) {
                p[k] = a;
                best = Math.min(best, least(problem, p, k + 1, excluded));
            }
        }
        return best;
    }

    /**
     * The relaxation is no more than the optimum, its best supported permutation is nearly always one, its marginals
     * are doubly stochastic.
     */
    @Test
    void theBestSupportedPermutationIsAnOptimum() {
        int hits = 0;
        for (int seed = 1; seed <= 10; seed++) {
            QuadraticAssignment problem = problem(seed);
            boolean[] none = new boolean[N * N];
            AssignmentMoments moments = AssignmentSdp.solve(problem, none, 400, Deadline.never());
            double optimum = least(problem, new int[N], 0, none);
            assertThat(moments.value()).as("seed %d", seed).isLessThan(optimum * 1.005);
            AssignmentMoments.Guess best = moments.guesses().get(0);
            assertThat(best.support()).isLessThanOrEqualTo(N * (N - 1) / 2.0 + 1e-6);
            hits += problem.cost(best.permutation()) == optimum ? 1 : 0;
            for (int i = 0; i < N; i++) {
                double row = 0;
                for (int a = 0; a < N; a++) {
                    row += moments.marginal(i, a);
                    assertThat(moments.pair(i, a, i, (a + 1) % N)).isZero();
                    assertThat(moments.pair((i + 1) % N, a, i, a)).isZero();
                }
                assertThat(row).isCloseTo(1, within(0.02));
            }
        }
        assertThat(hits).isGreaterThanOrEqualTo(9);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void excludedPairsAreNotUsed(long seed) {
        QuadraticAssignment problem = problem(seed);
        boolean[] excluded = new boolean[N * N];
        double whole = least(problem, new int[N], 0, excluded);
        AssignmentMoments free = AssignmentSdp.solve(problem, excluded, 400, Deadline.never());
        int[] best = free.guesses().get(0).permutation();
        for (int i = 0; i < 3; i++) {
            excluded[i * N + best[i]] = true;
        }
        double optimum = least(problem, new int[N], 0, excluded);
        assertThat(optimum).isGreaterThan(whole - 1e-9);
        AssignmentMoments moments = AssignmentSdp.solve(problem, excluded, 400, Deadline.never());
        for (AssignmentMoments.Guess guess : moments.guesses()) {
            for (int i = 0; i < N; i++) {
                assertThat(excluded[i * N + guess.permutation()[i]]).isFalse();
            }
        }
        assertThat(moments.value()).isLessThan(optimum * 1.005);
    }

    /** Optima that a symmetry exchanges are mixed in the marginals and told apart by the guesses. */
    @Test
    void symmetricOptimaAreToldApart() {
        double[][] line = new double[4][4];
        double[][] flow = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                line[i][j] = Math.abs(i - j);
                flow[i][j] = Math.abs(i - j) == 1 ? 5 : 0;
            }
        }
        QuadraticAssignment problem = QuadraticAssignment.of("line", flow, line);
        AssignmentMoments moments = AssignmentSdp.solve(problem, new boolean[16], 400, Deadline.never());
        assertThat(moments.marginal(0, 0)).isCloseTo(0.5, within(0.05));
        List<AssignmentMoments.Guess> guesses = moments.guesses();
        assertThat(guesses.subList(0, 2))
                .extracting(g -> Arrays.toString(g.permutation()))
                .containsExactlyInAnyOrder("[0, 1, 2, 3]", "[3, 2, 1, 0]");
    }

    /** V̂ is orthonormal and holds every permutation. */
    @Test
    void theFaceHoldsPermutations() {
        SplittableRandom random = new SplittableRandom(7);
        LiftedBasis basis = new LiftedBasis(4);
        int m = basis.small();
        double[] r = new double[m * m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                r[i * m + j] = random.nextDouble() - 0.5;
                r[j * m + i] = r[i * m + j];
            }
        }
        double[] y = new double[basis.large() * basis.large()];
        double[] back = new double[m * m];
        basis.up(r, y);
        basis.down(y, back);
        assertThat(back).containsExactly(r, within(1e-12));
        int[] p = {2, 0, 3, 1};
        double[] x = new double[basis.large()];
        x[0] = 1;
        for (int i = 0; i < 4; i++) {
            x[1 + i * 4 + p[i]] = 1;
        }
        double[] lifted = new double[y.length];
        for (int k = 0; k < lifted.length; k++) {
            lifted[k] = x[k / x.length] * x[k % x.length];
        }
        basis.down(lifted, back);
        basis.up(back, y);
        assertThat(y).containsExactly(lifted, within(1e-12));
    }

    @Test
    void aDeadlineEndsIt() {
        AssignmentMoments moments = AssignmentSdp.solve(problem(1), new boolean[N * N], 400, Deadline.after(0));
        assertThat(moments.iterations()).isZero();
        assertThat(moments.guesses()).isNotEmpty();
    }
}
