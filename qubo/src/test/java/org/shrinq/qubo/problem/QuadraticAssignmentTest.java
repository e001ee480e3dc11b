package org.shrinq.qubo.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.Cases;
import org.shrinq.qubo.Sense;

class QuadraticAssignmentTest {
    private static double[][] matrix(SplittableRandom random, int n) {
        double[][] m = new double[n][n];
        for (double[] row : m) {
            Arrays.setAll(row, k -> random.nextInt(10));
        }
        return m;
    }

    /** Asymmetric matrices with diagonals and linear costs: cost, objective and model agree on all permutations. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.shrinq.qubo.Cases#seeds20")
    void costByDefinition(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(3);
        double[][] a = matrix(random, n);
        double[][] b = matrix(random, n);
        double[][] l = matrix(random, n);
        QuadraticAssignment p = QuadraticAssignment.of("name", a, b, l);
        assertThat(p.order()).isEqualTo(n);
        assertThat(p.size()).isEqualTo(n * n);
        assertThat(p.kind()).isEqualTo(ProblemKind.QUADRATIC_ASSIGNMENT);
        assertThat(p.sense()).isEqualTo(Sense.MINIMIZE);
        assertThat(p.name()).isEqualTo("name");
        assertThat(p.isObjectiveIntegral()).isTrue();
        int[] permutations = {0};
        Cases.forEachState(n * n, x -> {
            Optional<int[]> found = p.permutation(x);
            int[] expected = permutationOf(x, n);
            assertThat(found.isPresent()).isEqualTo(expected != null);
            assertThat(p.model().isFeasible(x)).isEqualTo(expected != null);
            if (expected == null) {
                assertThat(p.objective(x)).isEqualTo(p.model().value(x));
                return;
            }
            permutations[0]++;
            assertThat(found.get()).isEqualTo(expected);
            assertThat(p.assignment(expected)).isEqualTo(x);
            double cost = 0;
            for (int i = 0; i < n; i++) {
                cost += l[i][expected[i]];
                for (int j = 0; j < n; j++) {
                    cost += a[i][j] * b[expected[i]][expected[j]];
                }
            }
            assertThat(p.cost(expected)).isEqualTo(cost);
            assertThat(p.objective(x)).isEqualTo(cost);
            assertThat(p.model().value(x)).isEqualTo(cost);
        });
        assertThat(permutations[0]).isEqualTo(n == 1 ? 1 : n == 2 ? 2 : 6);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                assertThat(p.flow(i, k)).isEqualTo(a[i][k]);
                assertThat(p.distance(i, k)).isEqualTo(b[i][k]);
                assertThat(p.linear(i, k)).isEqualTo(l[i][k]);
                assertThat(p.variable(i, k)).isEqualTo(i * n + k);
            }
        }
    }

    /** Row and column sums are all 1, decided without looking at the tested class. */
    private static int[] permutationOf(byte[] x, int n) {
        int[] permutation = new int[n];
        for (int i = 0; i < n; i++) {
            int row = 0;
            int column = 0;
            for (int k = 0; k < n; k++) {
                row += x[i * n + k];
                column += x[k * n + i];
                if (x[i * n + k] == 1) {
                    permutation[i] = k;
                }
            }
            if (row != 1 || column != 1) {
                return null;
            }
        }
        return permutation;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.shrinq.qubo.Cases#seeds20")
    void permutationsRoundTrip(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 30;
        QuadraticAssignment p = QuadraticAssignment.of("p", matrix(random, n), matrix(random, n));
        int[] permutation = random.ints(0, n).distinct().limit(n).toArray();
        int[] given = permutation.clone();
        byte[] x = p.assignment(permutation);
        assertThat(permutation).isEqualTo(given);
        assertThat(p.permutation(x)).hasValueSatisfying(q -> assertThat(q).isEqualTo(given));
        assertThat(p.model().isFeasible(x)).isTrue();
        assertThat(p.model().value(x)).isEqualTo(p.cost(permutation));
        int flipped = random.nextInt(n * n);
        x[flipped] ^= 1;
        assertThat(p.permutation(x)).isEmpty();
        assertThat(p.objective(x)).isEqualTo(p.model().value(x));
    }

    /** Three facilities, worked out by hand. */
    @Test
    void byHand() {
        double[][] flow = {{0, 5, 2}, {5, 0, 3}, {2, 3, 0}};
        double[][] distance = {{0, 8, 15}, {8, 0, 13}, {15, 13, 0}};
        QuadraticAssignment p = QuadraticAssignment.of("p", flow, distance);
        assertThat(p.cost(new int[] {0, 1, 2})).isEqualTo(2 * (5 * 8 + 2 * 15 + 3 * 13));
        assertThat(p.cost(new int[] {2, 0, 1})).isEqualTo(2 * (5 * 15 + 2 * 13 + 3 * 8));
        assertThat(p.model().constraints().get(0).name()).isEqualTo("facility 1");
        assertThat(p.model().constraints().get(5).name()).isEqualTo("location 3");
        assertThat(p.model().constraints()).hasSize(6);
    }

    @Test
    void copiedAndChecked() {
        double[][] flow = {{0, 1}, {1, 0}};
        double[][] distance = {{0, 2}, {2, 0}};
        double[][] linear = {{1, 0}, {0, 1}};
        QuadraticAssignment p = QuadraticAssignment.of("p", flow, distance, linear);
        flow[0][1] = 99;
        distance[0][1] = 99;
        linear[0][0] = 99;
        assertThat(p.cost(new int[] {0, 1})).isEqualTo(6);
        assertThat(p.objective(p.assignment(new int[] {0, 1}))).isEqualTo(6);
        double[][] half = {{0, 0.5}, {0, 0}};
        double[][] whole = new double[2][2];
        assertThat(QuadraticAssignment.of("p", half, whole).isObjectiveIntegral())
                .isFalse();
        assertThat(QuadraticAssignment.of("p", whole, half).isObjectiveIntegral())
                .isFalse();
        assertThat(QuadraticAssignment.of("p", whole, whole, half).isObjectiveIntegral())
                .isFalse();
        double[][] three = new double[3][3];
        double[][] ragged = {{0, 0}, {0}};
        double[][] bad = {{0, Double.NaN}, {0, 0}};
        refused(() -> QuadraticAssignment.of("p", whole, three), "distance has 3 rows, expected 2");
        refused(() -> QuadraticAssignment.of("p", whole, whole, three), "linear cost has 3 rows");
        refused(() -> QuadraticAssignment.of("p", ragged, whole), "flow has a row of 1");
        refused(() -> QuadraticAssignment.of("p", whole, bad), "distance holds NaN");
        refused(() -> QuadraticAssignment.of("p", bad, whole), "flow holds NaN");
        refused(() -> QuadraticAssignment.of("p", whole, whole, bad), "linear cost holds NaN");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String part) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(part);
    }
}
