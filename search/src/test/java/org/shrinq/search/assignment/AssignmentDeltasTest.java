package org.shrinq.search.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.problem.QuadraticAssignment;

/** The table of swap costs, and the assignment solver, against recomputation from nothing. */
class AssignmentDeltasTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everySwapCostsWhatTheTableSays(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(8);
        QuadraticAssignment problem = random(random, n, seed % 3 != 0);
        if (seed % 3 == 1) {
            problem = oneSided(problem, random);
        }
        AssignmentDeltas deltas = new AssignmentDeltas(new AssignmentData(problem));
        int[] location = new int[n];
        for (int i = 0; i < n; i++) {
            location[i] = (i + 1) % n;
        }
        deltas.load(location);
        for (int t = 0; t < 25; t++) {
            double cost = problem.cost(location);
            assertThat(deltas.cost()).isCloseTo(cost, within(1e-9));
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    swap(location, i, j);
                    assertThat(deltas.delta(i, j))
                            .as("after " + t + " swaps, " + i + " and " + j + " of " + n)
                            .isCloseTo(problem.cost(location) - cost, within(1e-9));
                    swap(location, i, j);
                }
            }
            int u = random.nextInt(n);
            int v = random.nextInt(n - 1);
            v += v >= u ? 1 : 0;
            swap(location, u, v);
            deltas.swap(u, v);
            assertThat(deltas.location).isEqualTo(location);
        }
    }

    /** Whole-number matrices; without symmetry also diagonals and linear costs. */
    private static QuadraticAssignment random(SplittableRandom random, int n, boolean symmetric) {
        double[][] flow = matrix(random, n, symmetric);
        double[][] distance = matrix(random, n, symmetric);
        double[][] linear = new double[n][n];
        for (int i = 0; i < n && !symmetric; i++) {
            flow[i][i] = random.nextInt(5);
            distance[i][i] = random.nextInt(5);
            for (int a = 0; a < n; a++) {
                linear[i][a] = random.nextInt(-10, 10);
            }
        }
        return QuadraticAssignment.of("random", flow, distance, linear);
    }

    private static double[][] matrix(SplittableRandom random, int n, boolean symmetric) {
        double[][] m = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    m[i][j] = symmetric && j < i ? m[j][i] : random.nextInt(10);
                }
            }
        }
        return m;
    }

    /** With symmetric distances and other flows: the flows are symmetrised. */
    private static QuadraticAssignment oneSided(QuadraticAssignment p, SplittableRandom random) {
        int n = p.order();
        double[][] flow = new double[n][n];
        double[][] distance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                flow[i][j] = random.nextInt(9);
                distance[i][j] = p.distance(i, j);
            }
        }
        return QuadraticAssignment.of("one-sided", flow, distance);
    }

    private static void swap(int[] location, int i, int j) {
        int keep = location[i];
        location[i] = location[j];
        location[j] = keep;
    }
}
