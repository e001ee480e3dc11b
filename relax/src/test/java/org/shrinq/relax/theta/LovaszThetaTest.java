package org.shrinq.relax.theta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.run.Deadline;

class LovaszThetaTest {
    private static final ThetaOptions VALUE = ThetaOptions.defaults().withGoal(ThetaOptions.Goal.VALUE, 1e-6);

    private static Graph graph(int n, IntBinaryOperator joined) {
        int[] us = new int[n * n];
        int[] vs = new int[n * n];
        int m = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (joined.applyAsInt(i, j) != 0) {
                    us[m] = i;
                    vs[m++] = j;
                }
            }
        }
        return Graph.of(n, Arrays.copyOf(us, m), Arrays.copyOf(vs, m));
    }

    private static Graph random(int n, double density, SplittableRandom random) {
        return graph(n, (i, j) -> random.nextDouble() < density ? 1 : 0);
    }

    private static double[] ones(int n) {
        double[] w = new double[n];
        Arrays.fill(w, 1);
        return w;
    }

    private static double theta(Graph g) {
        return LovaszTheta.solve(g, ones(g.vertices()), VALUE, Deadline.never()).value();
    }

    private static double independent(Graph g, double[] w) {
        double best = 0;
        int n = g.vertices();
        for (int s = 0; s < 1 << n; s++) {
            double sum = 0;
            boolean ok = true;
            for (int v = 0; v < n && ok; v++) {
                if ((s >> v & 1) != 0) {
                    sum += w[v];
                    for (int k = 0; k < g.degree(v); k++) {
                        ok &= (s >> g.neighbor(v, k) & 1) == 0;
                    }
                }
            }
            best = ok ? Math.max(best, sum) : best;
        }
        return best;
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 9, 21, 51})
    void oddCycles(int n) {
        double c = Math.cos(Math.PI / n);
        double value = theta(graph(n, (i, j) -> j - i == 1 || j - i == n - 1 ? 1 : 0));
        assertThat(value).isBetween(n * c / (1 + c) - 1e-12, n * c / (1 + c) * (1 + 1e-5));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 13, 17, 29, 37})
    void paleyGraphsHaveTheSquareRoot(int q) {
        Set<Integer> squares = new HashSet<>();
        for (int i = 1; i < q; i++) {
            squares.add(i * i % q);
        }
        double value = theta(graph(q, (i, j) -> squares.contains(j - i) ? 1 : 0));
        assertThat(value).isBetween(Math.sqrt(q) - 1e-12, Math.sqrt(q) * (1 + 1e-5));
    }

    @Test
    void completeEmptyAndPetersen() {
        assertThat(theta(graph(9, (i, j) -> 1))).isCloseTo(1, within(1e-5)).isGreaterThanOrEqualTo(1);
        assertThat(theta(graph(9, (i, j) -> 0))).isCloseTo(9, within(1e-9)).isGreaterThanOrEqualTo(9);
        assertThat(theta(graph(0, (i, j) -> 0))).isEqualTo(0);
        int[] pairs = new int[10];
        int count = 0;
        for (int s = 0; s < 32; s++) {
            if (Integer.bitCount(s) == 2) {
                pairs[count++] = s;
            }
        }
        double petersen = theta(graph(10, (i, j) -> (pairs[i] & pairs[j]) == 0 ? 1 : 0));
        assertThat(petersen).isBetween(4.0, 4.0001);
    }

    @ParameterizedTest
    @EnumSource
    void isNeverBelowAnIndependentSet(ThetaOptions.Number number) {
        for (int seed = 0; seed < 150; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Graph g = random(1 + random.nextInt(13), random.nextDouble(), random);
            double[] w = new double[g.vertices()];
            boolean whole = random.nextBoolean();
            for (int v = 0; v < w.length; v++) {
                w[v] = whole ? random.nextInt(-1, 9) : random.nextDouble(-0.2, 3) * Math.pow(10, random.nextInt(-3, 3));
            }
            double exact = independent(g, w);
            ThetaOptions options = ThetaOptions.defaults().withNumber(number);
            double full = LovaszTheta.solve(g, w, options, Deadline.never()).value();
            assertThat(full).as("seed %d", seed).isGreaterThanOrEqualTo(exact - 1e-15 * exact);
            assertThat(full)
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(1.3 * exact + 1e-9); // known ratios of so small graphs are less
            for (int checks = 0; checks < 9; checks += 4) {
                double early = LovaszTheta.solve(g, w, options, Deadline.never().withChecks(checks))
                        .value();
                assertThat(early).as("seed %d, %d checks", seed, checks).isGreaterThanOrEqualTo(exact - 1e-15 * exact);
                assertThat(early)
                        .isLessThanOrEqualTo(
                                Arrays.stream(w).map(x -> Math.max(0, x)).sum() * (1 + 1e-12));
            }
        }
    }

    @Test
    void productWithTheComplementIsAtLeastN() {
        for (int seed = 0; seed < 20; seed++) {
            Graph g = random(14, 0.5, new SplittableRandom(seed));
            double product = theta(g) * theta(g.complement());
            assertThat(product).as("seed %d", seed).isGreaterThanOrEqualTo(14 - 1e-9);
        }
    }

    @Test
    void bipartiteGraphsAreExact() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Graph g = graph(16, (i, j) -> i < 8 && j >= 8 && random.nextDouble() < 0.3 ? 1 : 0);
            double[] w = new double[16];
            Arrays.setAll(w, v -> 1 + random.nextInt(5));
            double exact = independent(g, w);
            assertThat(LovaszTheta.bound(g, w, Deadline.never()))
                    .as("seed %d", seed)
                    .isEqualTo(exact);
            double value = LovaszTheta.solve(g, w, VALUE, Deadline.never()).value();
            assertThat(value).as("seed %d", seed).isBetween(exact, exact * (1 + 1e-4));
        }
    }

    @Test
    void weightsCountAsCopies() {
        Graph ring = graph(5, (i, j) -> j - i == 1 || j - i == 4 ? 1 : 0);
        Graph doubled = graph(10, (i, j) -> {
            int d = Math.abs(i / 2 - j / 2);
            return d == 1 || d == 4 ? 1 : 0;
        });
        double[] two = ones(5);
        Arrays.fill(two, 2);
        double weighted = LovaszTheta.solve(ring, two, VALUE, Deadline.never()).value();
        assertThat(weighted).isCloseTo(2 * Math.sqrt(5), within(1e-4)).isCloseTo(theta(doubled), within(1e-4));
    }

    @Test
    void schrijversNumberIsNotLarger() {
        for (int seed = 0; seed < 10; seed++) {
            Graph g = random(20, 0.3, new SplittableRandom(seed));
            ThetaOptions schrijver = VALUE.withNumber(ThetaOptions.Number.SCHRIJVER);
            double less =
                    LovaszTheta.solve(g, ones(20), schrijver, Deadline.never()).value();
            assertThat(less).as("seed %d", seed).isLessThanOrEqualTo(theta(g) * (1 + 1e-4));
        }
    }

    /** Sloane's single-deletion graphs: words are joined when they share a word with one letter deleted. */
    @ParameterizedTest
    @CsvSource({"3,2", "4,4", "5,6", "6,10"})
    void provesSingleDeletionCodes(int length, int optimum) {
        Graph g = graph(
                1 << length, (i, j) -> deletions(i, length).stream().anyMatch(deletions(j, length)::contains) ? 1 : 0);
        assertThat(LovaszTheta.bound(g, ones(g.vertices()), Deadline.never())).isEqualTo(optimum);
    }

    private static Set<Integer> deletions(int word, int length) {
        Set<Integer> all = new HashSet<>();
        for (int p = 0; p < length; p++) {
            all.add(word >> (p + 1) << p | word & ((1 << p) - 1));
        }
        return all;
    }

    @Test
    void refusesWeightsThatAreNone() {
        Graph g = graph(3, (i, j) -> 1);
        assertThatIllegalArgumentException().isThrownBy(() -> LovaszTheta.bound(g, new double[2], Deadline.never()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LovaszTheta.bound(g, new double[] {1, Double.NaN, 1}, Deadline.never()));
    }
}
