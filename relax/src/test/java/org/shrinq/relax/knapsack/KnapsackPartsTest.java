package org.shrinq.relax.knapsack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.run.Deadline;

/** The parts of a knapsack together against enumeration. */
class KnapsackPartsTest {
    private static final int N = 12;
    private static final double STEP = 1 - 1e-6;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void stepsOfFewNodesFindAndProveTheOptimum(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int c = 0; c < 60; c++) {
            int m = 1 + random.nextInt(4);
            int most = random.nextBoolean() ? 4 : 1000;
            double[] values =
                    random.ints(N, -most / 4, most + 1).asDoubleStream().toArray();
            double[] weights = random.ints(m * N, 0, most + 1).asDoubleStream().toArray();
            double[] capacities = KnapsackTreeTest.capacities(random, weights, m);
            double optimum = optimum(values, weights, capacities);
            // the rest is known from elsewhere, sometimes
            double known = random.nextInt(3) == 0 ? optimum - random.nextInt(2) : Double.NEGATIVE_INFINITY;
            double[] best = {known};
            KnapsackCore core = new KnapsackCore(values, weights, capacities, -1);
            KnapsackParts parts = new KnapsackParts(
                    core,
                    STEP,
                    () -> -best[0],
                    x -> {
                        assertThat(fits(x, weights, capacities)).isTrue();
                        assertThat(value(x, values)).isGreaterThan(best[0]);
                        best[0] = value(x, values);
                    },
                    Deadline.never());
            long steps = 1;
            while (!parts.advance(3)) {
                assertThat(parts.nodes()).isLessThanOrEqualTo(3 * steps);
                steps++;
            }
            assertThat(best[0]).as("seed %d, case %d", seed, c).isEqualTo(optimum);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6})
    void progressGoesFromNothingToAll(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.ints(30, 1, 100).asDoubleStream().toArray();
        double[] weights = random.ints(90, 1, 100).asDoubleStream().toArray();
        KnapsackTree tree = new KnapsackTree(
                new KnapsackCore(values, weights, new double[] {500, 600, 700}, -1),
                Double.POSITIVE_INFINITY,
                STEP,
                Long.MAX_VALUE,
                Deadline.never());
        double before = tree.progress();
        assertThat(before).isZero();
        while (!tree.advance(1)) {
            assertThat(tree.progress()).isBetween(before, 1.0);
            before = tree.progress();
        }
        assertThat(tree.progress()).isEqualTo(1);
    }

    private static double optimum(double[] values, double[] weights, double[] capacities) {
        double best = 0;
        byte[] x = new byte[N];
        for (int bits = 0; bits < 1 << N; bits++) {
            for (int i = 0; i < N; i++) {
                x[i] = (byte) (bits >> i & 1);
            }
            best = fits(x, weights, capacities) ? Math.max(best, value(x, values)) : best;
        }
        return best;
    }

    private static double value(byte[] x, double[] values) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += x[i] * values[i];
        }
        return sum;
    }

    private static boolean fits(byte[] x, double[] weights, double[] capacities) {
        for (int k = 0; k < capacities.length; k++) {
            double sum = 0;
            for (int i = 0; i < N; i++) {
                sum += x[i] * weights[k * N + i];
            }
            if (sum > capacities[k]) {
                return false;
            }
        }
        return true;
    }
}
