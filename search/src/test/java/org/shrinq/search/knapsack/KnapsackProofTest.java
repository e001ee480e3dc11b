package org.shrinq.search.knapsack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.branch.BranchSearch;
import org.shrinq.search.Hints;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchLimit;
import org.shrinq.search.SearchStop;

/** The search that proves its solution, against the tree alone. */
class KnapsackProofTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theSearchEndsWithAProofAndRepeatsInPauses(long seed) {
        MultidimensionalKnapsack problem = random(seed, 40, 8);
        double optimum = BranchSearch.search(problem, 0, Double.POSITIVE_INFINITY, Deadline.never())
                .orElseThrow()
                .bound();
        SearchControl control = new SearchControl(SearchLimit.iterations(20_000_000), problem.sense());
        byte[] x = new byte[problem.items()];
        new KnapsackSearch(problem, Hints.none()).search(x, new SplittableRandom(seed), control);
        assertThat(control.stop()).as("seed " + seed).isEqualTo(SearchStop.EXHAUSTED);
        assertThat(problem.model().isFeasible(x)).isTrue();
        assertThat(problem.objective(x)).as("seed " + seed).isEqualTo(optimum);

        KnapsackSearch inPauses = new KnapsackSearch(problem, Hints.none());
        byte[] y = new byte[problem.items()];
        SplittableRandom random = new SplittableRandom(seed);
        long iterations = 0;
        SearchStop stop = SearchStop.DEADLINE;
        while (stop == SearchStop.DEADLINE) {
            Deadline pause = Deadline.never().withChecks(3);
            SearchControl slice =
                    new SearchControl(SearchLimit.iterations(20_000_000).withPause(pause), problem.sense());
            inPauses.resume(y, random, slice);
            iterations += slice.iterations();
            stop = slice.stop();
        }
        assertThat(stop).as("seed " + seed).isEqualTo(SearchStop.EXHAUSTED);
        assertThat(iterations).as("seed " + seed).isEqualTo(control.iterations());
        assertThat(y).as("seed " + seed).isEqualTo(x);
    }

    private static MultidimensionalKnapsack random(long seed, int n, int m) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] weights = new double[m][];
        double[] capacities = new double[m];
        double[] values = new double[n];
        for (int k = 0; k < m; k++) {
            weights[k] = random.ints(n, 1, 1000).asDoubleStream().toArray();
            for (int i = 0; i < n; i++) {
                capacities[k] += weights[k][i] / 2;
                values[i] += weights[k][i] / m;
            }
            capacities[k] = Math.floor(capacities[k]);
        }
        for (int i = 0; i < n; i++) {
            values[i] = Math.rint(values[i] + 500 * random.nextDouble());
        }
        return MultidimensionalKnapsack.of("random " + seed, values, weights, capacities);
    }
}
