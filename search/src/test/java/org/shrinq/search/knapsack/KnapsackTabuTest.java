package org.shrinq.search.knapsack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.search.Hints;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchLimit;

/** Tabu search on knapsacks against brute force. */
class KnapsackTabuTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyNumberOfItemsTogetherReachesTheOptimum(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 14;
        MultidimensionalKnapsack problem = random(random, n, 1 + random.nextInt(5));
        double best = 0;
        byte[] x = new byte[n];
        for (int bits = 0; bits < 1 << n; bits++) {
            for (int i = 0; i < n; i++) {
                x[i] = (byte) (bits >> i & 1);
            }
            if (problem.model().isFeasible(x)) {
                best = Math.max(best, problem.objective(x));
            }
        }
        KnapsackTabu tabu = new KnapsackTabu(problem, new KnapsackData(problem, Hints.none()));
        SearchControl control = new SearchControl(SearchLimit.iterations(200_000), problem.sense());
        byte[] found = new byte[n];
        double value = 0;
        for (int ones = 1; ones < n; ones++) {
            while (tabu.run(found, value, ones, 3_000, random, control)) {
                assertThat(problem.model().isFeasible(found)).as("seed " + seed).isTrue();
                assertThat(problem.objective(found)).isGreaterThan(value);
                value = problem.objective(found);
            }
        }
        assertThat(value).as("seed " + seed).isEqualTo(best);
    }

    /** Not all items fit together, and each alone does. */
    private static MultidimensionalKnapsack random(SplittableRandom random, int n, int m) {
        double[] values = random.ints(n, 5, 60).asDoubleStream().toArray();
        double[][] weights = new double[m][];
        double[] capacities = new double[m];
        for (int k = 0; k < m; k++) {
            weights[k] = random.ints(n, 1, 40).asDoubleStream().toArray();
            double sum = 0;
            for (double w : weights[k]) {
                sum += w;
            }
            capacities[k] = Math.max(40, Math.rint(sum * (0.3 + 0.4 * random.nextDouble())));
        }
        return MultidimensionalKnapsack.of("random", values, weights, capacities);
    }
}
