package org.shrinq.search.maxcut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchLimit;
import org.shrinq.search.SearchStop;

class UnconstrainedSearchTest {
    private static byte[] search(Problem problem, long seed, SearchControl control) {
        byte[] x = new byte[problem.size()];
        new UnconstrainedSearch(problem).search(x, new SplittableRandom(seed), control);
        return x;
    }

    private static SearchControl limit(Problem problem, long iterations) {
        return new SearchControl(SearchLimit.iterations(iterations), problem.sense());
    }

    @Test
    void findsTheOptimumOfSmallForms() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(13);
            Qubo form = UnconstrainedForms.form(n, random.nextDouble(), 1, random);
            for (Sense sense : Sense.values()) {
                Problem problem = new BinaryQuadraticProgram("small", new BinaryModel(sense, form, List.of()));
                double best = Double.POSITIVE_INFINITY;
                byte[] x = new byte[n];
                for (int mask = 0; mask < 1 << n; mask++) {
                    for (int i = 0; i < n; i++) {
                        x[i] = (byte) (mask >> i & 1);
                    }
                    best = Math.min(best, sense.factor() * form.energy(x));
                }
                byte[] found = search(problem, seed, limit(problem, 500));
                assertThat(sense.factor() * form.energy(found))
                        .as("seed %d, %s", seed, sense)
                        .isCloseTo(best, within(1e-9));
            }
        }
    }

    @Test
    void aLimitInIterationsIsKeptAndGivesTheSameResult() {
        Problem problem = new BinaryQuadraticProgram(
                "random",
                new BinaryModel(
                        Sense.MAXIMIZE, UnconstrainedForms.form(120, 0.1, 1, new SplittableRandom(3)), List.of()));
        SearchControl first = limit(problem, 2000);
        byte[] a = search(problem, 7, first);
        assertThat(first.iterations()).isEqualTo(2000);
        assertThat(search(problem, 7, limit(problem, 2000))).isEqualTo(a);
    }

    @Test
    void neverReturnsLessThanItsStart() {
        for (int seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Qubo form = UnconstrainedForms.form(60, 0.3, 1, random);
            Problem problem = new BinaryQuadraticProgram("random", new BinaryModel(Sense.MINIMIZE, form, List.of()));
            byte[] x = new byte[60];
            Temperatures.randomBits(random, x);
            double before = form.energy(x);
            new UnconstrainedSearch(problem).search(x, random, limit(problem, seed));
            assertThat(form.energy(x)).isLessThanOrEqualTo(before);
        }
    }

    /** All 2·rows·columns edges of an even torus can be cut: a bound proves it. */
    @Test
    void provesTheCutOfABipartiteTorus() {
        int rows = 20;
        int columns = 30;
        int n = rows * columns;
        int[] us = new int[2 * n];
        int[] vs = new int[2 * n];
        double[] weights = new double[2 * n];
        for (int v = 0; v < n; v++) {
            int r = v / columns;
            int c = v % columns;
            us[2 * v] = v;
            vs[2 * v] = r * columns + (c + 1) % columns;
            us[2 * v + 1] = v;
            vs[2 * v + 1] = (r + 1) % rows * columns + c;
            weights[2 * v] = 1;
            weights[2 * v + 1] = 1;
        }
        Problem problem = MaxCut.of("torus", n, us, vs, weights);
        SearchControl control = limit(problem, 10);
        assertThat(problem.objective(search(problem, 1, control))).isEqualTo(2 * n);
        assertThat(control.stop()).isEqualTo(SearchStop.EXHAUSTED);
    }

    /** Complete graph: the best cut is n²/4. */
    @Test
    void cutsACompleteGraphInHalf() {
        int n = 41;
        int[] us = new int[n * (n - 1) / 2];
        int[] vs = new int[us.length];
        double[] weights = new double[us.length];
        int e = 0;
        for (int u = 0; u < n; u++) {
            for (int v = u + 1; v < n; v++) {
                us[e] = u;
                vs[e] = v;
                weights[e++] = 1;
            }
        }
        Problem problem = MaxCut.of("complete", n, us, vs, weights);
        assertThat(problem.objective(search(problem, 1, limit(problem, 100)))).isEqualTo(n / 2 * (n - n / 2));
    }

    /** Ten slices reach what one search of their sum does, or better; and a search of its own forgets them. */
    @Test
    void slicesGoOnWhereTheLastOneEnded() {
        Problem problem = new BinaryQuadraticProgram(
                "random",
                new BinaryModel(
                        Sense.MAXIMIZE, UnconstrainedForms.form(300, 0.1, 1, new SplittableRandom(8)), List.of()));
        UnconstrainedSearch sliced = new UnconstrainedSearch(problem);
        byte[] x = new byte[300];
        double before = problem.objective(x);
        for (int slice = 0; slice < 10; slice++) {
            byte[] y = new byte[300];
            sliced.resume(y, new SplittableRandom(slice), limit(problem, 500));
            assertThat(problem.objective(y)).as("slice %d", slice).isGreaterThanOrEqualTo(before);
            before = problem.objective(y);
        }
        assertThat(before).isGreaterThanOrEqualTo(problem.objective(search(problem, 0, limit(problem, 2000))));
        byte[] again = new byte[300];
        sliced.search(again, new SplittableRandom(7), limit(problem, 300));
        assertThat(again).isEqualTo(search(problem, 7, limit(problem, 300)));
    }
}
