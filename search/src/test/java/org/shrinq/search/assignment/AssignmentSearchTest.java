package org.shrinq.search.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchLimit;

class AssignmentSearchTest {
    private static final int N = 9;

    private static QuadraticAssignment random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] flow = new double[N][N];
        double[][] distance = new double[N][N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                flow[i][j] = i == j ? 0 : random.nextInt(10);
                distance[i][j] = i == j ? 0 : random.nextInt(10);
            }
        }
        return QuadraticAssignment.of("random", flow, distance);
    }

    private static byte[] identity() {
        byte[] x = new byte[N * N];
        for (int i = 0; i < N; i++) {
            x[i * N + i] = 1;
        }
        return x;
    }

    @Test
    void slicesDoWhatOneInAPieceDoes() {
        QuadraticAssignment problem = random(1);
        byte[] whole = identity();
        new AssignmentSearch(problem)
                .search(
                        whole,
                        new SplittableRandom(7),
                        new SearchControl(SearchLimit.iterations(3_000), Sense.MINIMIZE));
        AssignmentSearch sliced = new AssignmentSearch(problem);
        byte[] x = identity();
        SplittableRandom random = new SplittableRandom(7);
        for (int k = 0; k < 30; k++) {
            sliced.resume(x, random, new SearchControl(SearchLimit.iterations(100), Sense.MINIMIZE));
        }
        assertThat(x).isEqualTo(whole);
    }

    @Test
    void aBetterSolutionFromElsewhereIsGoneOnFrom() {
        QuadraticAssignment problem = random(2);
        byte[] good = identity();
        new AssignmentSearch(problem)
                .search(
                        good,
                        new SplittableRandom(1),
                        new SearchControl(SearchLimit.iterations(2_000), Sense.MINIMIZE));
        AssignmentSearch search = new AssignmentSearch(problem);
        byte[] x = identity();
        search.search(x, new SplittableRandom(1), new SearchControl(SearchLimit.iterations(1), Sense.MINIMIZE));
        byte[] given = good.clone();
        search.resume(given, new SplittableRandom(1), new SearchControl(SearchLimit.iterations(1), Sense.MINIMIZE));
        assertThat(problem.objective(given)).isLessThanOrEqualTo(problem.objective(good));
    }

    @Test
    void crossoversArePermutationsThatKeepWhatParentsShare() {
        SplittableRandom random = new SplittableRandom(3);
        AssignmentElites elites = new AssignmentElites(N);
        int[] a = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        int[] b = {0, 1, 2, 4, 5, 6, 7, 8, 3};
        elites.offer(a, 10);
        elites.offer(b, 11);
        elites.offer(a, 12);
        assertThat(elites.size()).isEqualTo(2);
        int[] child = new int[N];
        for (int t = 0; t < 200; t++) {
            elites.cross(child, random);
            assertThat(Arrays.stream(child).sorted().toArray()).isEqualTo(a);
            assertThat(Arrays.copyOf(child, 3)).isEqualTo(new int[] {0, 1, 2});
        }
    }
}
