package org.shrinq.relax.knapsack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.run.Deadline;

/** Branch and bound of knapsacks against enumeration. */
class KnapsackTreeTest {
    private static final int N = 13;
    private static final double STEP = 1 - 1e-6;

    private record Case(double[] values, double[] weights, double[] capacities, int ones) {
        KnapsackCore core() {
            return new KnapsackCore(values, weights, capacities, ones);
        }

        double value(byte[] x) {
            double sum = 0;
            for (int i = 0; i < N; i++) {
                sum += x[i] * values[i];
            }
            return sum;
        }

        boolean isFeasible(byte[] x) {
            int chosen = 0;
            for (byte b : x) {
                chosen += b;
            }
            boolean fits = ones < 0 || chosen == ones;
            for (int k = 0; k < capacities.length; k++) {
                double sum = 0;
                for (int i = 0; i < N; i++) {
                    sum += x[i] * weights[k * N + i];
                }
                fits &= sum <= capacities[k];
            }
            return fits;
        }

        /** Largest value, −∞ when nothing is feasible. */
        double optimum() {
            double best = Double.NEGATIVE_INFINITY;
            byte[] x = new byte[N];
            for (int bits = 0; bits < 1 << N; bits++) {
                for (int i = 0; i < N; i++) {
                    x[i] = (byte) (bits >> i & 1);
                }
                if (isFeasible(x)) {
                    best = Math.max(best, value(x));
                }
            }
            return best;
        }
    }

    /** Of m rows: a random share of what all items together weigh in each. */
    static double[] capacities(SplittableRandom random, double[] weights, int m) {
        int n = weights.length / m;
        double[] capacities = new double[m];
        for (int k = 0; k < m; k++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += weights[k * n + i];
            }
            capacities[k] = Math.floor(sum * random.nextDouble());
        }
        return capacities;
    }

    /**
     * Few different numbers, so that many bases are degenerate; zeros and negative values; every third with a number of
     * ones.
     */
    private static Case random(SplittableRandom random) {
        int m = 1 + random.nextInt(5);
        int most = random.nextBoolean() ? 4 : 1000;
        double[] values = random.ints(N, random.nextInt(4) == 0 ? -most : 1, most + 1)
                .asDoubleStream()
                .toArray();
        double[] weights = random.ints(m * N, 0, most + 1).asDoubleStream().toArray();
        double[] capacities = capacities(random, weights, m);
        return new Case(values, weights, capacities, random.nextInt(3) == 0 ? random.nextInt(N + 1) : -1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void findsAndProvesTheOptimum(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int c = 0; c < 60; c++) {
            Case given = random(random);
            double optimum = given.optimum();
            List<byte[]> found = new ArrayList<>();
            KnapsackTree tree = new KnapsackTree(
                            given.core(), Double.POSITIVE_INFINITY, STEP, Long.MAX_VALUE, Deadline.never())
                    .with(() -> Double.POSITIVE_INFINITY, found::add);
            assertThat(tree.run()).isTrue();
            assertThat(tree.open()).isInfinite();
            assertThat(found.isEmpty()).as("seed %d, case %d", seed, c).isEqualTo(Double.isInfinite(optimum));
            if (!found.isEmpty()) {
                byte[] last = found.get(found.size() - 1);
                assertThat(given.isFeasible(last))
                        .as("seed %d, case %d", seed, c)
                        .isTrue();
                assertThat(given.value(last)).as("seed %d, case %d", seed, c).isEqualTo(optimum);
            }
        }
    }

    /** Nothing better than the optimum; the optimum itself when one less is known, from the start or in the middle. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6})
    void beatsWhatIsKnown(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int c = 0; c < 60; c++) {
            Case given = random(random);
            double optimum = given.optimum();
            if (Double.isInfinite(optimum)) {
                continue;
            }
            for (int less = 0; less <= 1; less++) {
                List<byte[]> found = new ArrayList<>();
                double known = -(optimum - less);
                boolean late = random.nextBoolean();
                int[] asked = {0};
                KnapsackTree tree = new KnapsackTree(
                                given.core(), late ? known + 3 : known, STEP, Long.MAX_VALUE, Deadline.never())
                        .with(() -> ++asked[0] > 2 ? known : known + 3, found::add);
                assertThat(tree.run()).isTrue();
                double reached = optimum - less;
                found.removeIf(x -> given.value(x) <= reached);
                assertThat(found).as("seed %d, case %d", seed, c).hasSizeLessThanOrEqualTo(1);
                if (less == 1 && !late) {
                    assertThat(found).as("seed %d, case %d", seed, c).hasSize(1);
                }
            }
        }
    }

    /** By all arrays of a node of every level, the tableau of columns that are left among them. */
    @Test
    void memoryIsThatOfAllLevels() {
        int n = 40;
        for (int m = 1; m <= 5; m++) {
            KnapsackCore core = new KnapsackCore(new double[n], new double[m * n], new double[m], -1);
            long bytes = 0;
            for (int left = n; left > 0; left--) {
                int items = n * (1 + 8); // fixed, reduced
                int both = (n + m) * (4 + 8 + 1 + 4); // nonbasic, d, high, candidate
                int rows = m * (4 + 5 * 8); // basic; rest, xb, lower, upper, lambda
                bytes += items + both + rows + 8L * m * left;
            }
            assertThat(core.bytes()).isEqualTo(bytes);
        }
    }

    /** What a stopped tree leaves open holds every solution better than those found. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8})
    void stoppedTreesBoundWhatIsLeft(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int c = 0; c < 60; c++) {
            Case given = random(random);
            double optimum = given.optimum();
            double[] best = {Double.NEGATIVE_INFINITY};
            KnapsackTree tree = new KnapsackTree(
                            given.core(), Double.POSITIVE_INFINITY, STEP, 1 + random.nextInt(8), Deadline.never())
                    .with(() -> Double.POSITIVE_INFINITY, x -> best[0] = given.value(x));
            tree.run();
            assertThat(Math.max(best[0], -tree.open()))
                    .as("seed %d, case %d", seed, c)
                    .isGreaterThanOrEqualTo(optimum);
        }
    }
}
