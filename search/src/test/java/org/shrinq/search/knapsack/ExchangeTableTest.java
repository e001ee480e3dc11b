package org.shrinq.search.knapsack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.search.Hints;

/** The table of exchanges against the excess computed anew, after many exchanges. */
class ExchangeTableTest {
    private static final int N = 17;
    private static final int FIRST = 3;
    private static final int MIDDLE = 9;
    private static final int LAST = 16;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bestIsTheLeastExcessOfAllThatNeedNotWait(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int m = 1 + random.nextInt(4);
        double[] values = random.ints(N, 5, 60).asDoubleStream().toArray();
        double[][] weights = new double[m][];
        double[] capacities = new double[m];
        for (int k = 0; k < m; k++) {
            weights[k] = random.ints(N, 1, 40).asDoubleStream().toArray();
            capacities[k] = 150;
        }
        KnapsackData data =
                new KnapsackData(MultidimensionalKnapsack.of("random", values, weights, capacities), Hints.none());
        double[] scale = random.doubles(m + 1, 0.01, 0.1).toArray();
        ExchangeTable table = new ExchangeTable(data, scale);
        table.fill(IntStream.range(0, N).toArray(), FIRST, MIDDLE, LAST);
        boolean[] chosen = new boolean[N];
        Arrays.fill(chosen, FIRST, MIDDLE, true);
        double[] limit = random.doubles(m + 1, -1, 1).toArray();
        double[] over = excess(data, scale, limit, chosen);
        double[] factor = random.doubles(m + 1, 0.5, 2).toArray();
        long[] wait = new long[N];
        for (long clock = 1; clock < 200; clock++) {
            double least = Double.POSITIVE_INFINITY;
            for (int i = FIRST; i < LAST; i++) {
                for (int j = FIRST; j < LAST; j++) {
                    if (chosen[i] && !chosen[j] && wait[i] <= clock && wait[j] <= clock) {
                        least = Math.min(least, weighted(data, scale, limit, factor, exchanged(chosen, i, j)));
                    }
                }
            }
            int pair = table.best(over, factor, wait, clock);
            assertThat(pair < 0).as("seed " + seed).isEqualTo(Double.isInfinite(least));
            if (pair >= 0) {
                int leave = table.chosen(pair / table.others());
                int enter = table.other(pair % table.others());
                assertThat(chosen[leave] && !chosen[enter]).as("seed " + seed).isTrue();
                assertThat(table.cost(pair)).as("seed " + seed).isCloseTo(least, within(1e-4));
                wait[leave] = clock + random.nextInt(6);
                wait[enter] = clock + random.nextInt(6);
                table.exchange(pair / table.others(), pair % table.others(), over);
                chosen = exchanged(chosen, leave, enter);
            }
            assertThat(over).as("seed " + seed).containsExactly(excess(data, scale, limit, chosen), within(1e-9));
        }
    }

    private static boolean[] exchanged(boolean[] chosen, int leave, int enter) {
        boolean[] after = chosen.clone();
        after[leave] = false;
        after[enter] = true;
        return after;
    }

    private static double[] excess(KnapsackData data, double[] scale, double[] limit, boolean[] chosen) {
        double[] over = new double[data.m + 1];
        for (int k = 0; k <= data.m; k++) {
            for (int i = 0; i < N; i++) {
                if (chosen[i]) {
                    over[k] += (k < data.m ? data.weight[i * data.m + k] : -data.value[i]) * scale[k];
                }
            }
            over[k] -= limit[k];
        }
        return over;
    }

    private static double weighted(
            KnapsackData data, double[] scale, double[] limit, double[] factor, boolean[] chosen) {
        double[] over = excess(data, scale, limit, chosen);
        double sum = 0;
        for (int k = 0; k <= data.m; k++) {
            sum += factor[k] * Math.max(0, over[k]);
        }
        return sum;
    }
}
