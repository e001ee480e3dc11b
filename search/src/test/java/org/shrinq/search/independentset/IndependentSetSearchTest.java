package org.shrinq.search.independentset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchLimit;
import org.shrinq.search.SearchStop;

class IndependentSetSearchTest {
    private static byte[] search(MaximumIndependentSet problem, long seed, SearchControl control) {
        byte[] x = new byte[problem.size()];
        new IndependentSetSearch(problem).search(x, new SplittableRandom(seed), control);
        assertThat(LowDegreeKernelTest.isIndependent(problem, x))
                .as("seed %d", seed)
                .isTrue();
        return x;
    }

    private static SearchControl limit(MaximumIndependentSet problem, long iterations) {
        return new SearchControl(SearchLimit.iterations(iterations), problem.sense());
    }

    @Test
    void findsTheOptimumOfSmallGraphs() {
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            MaximumIndependentSet problem =
                    LowDegreeKernelTest.graph(1 + random.nextInt(12), random.nextInt(40), random.nextBoolean(), random);
            SearchControl control = limit(problem, 2000);
            byte[] x = search(problem, seed, control);
            assertThat(problem.objective(x))
                    .as("seed %d", seed)
                    .isCloseTo(LowDegreeKernelTest.optimum(problem), within(1e-9));
        }
    }

    /** The graph on all words of that many bits whose edges join the pairs that a rule names. */
    private static MaximumIndependentSet words(String name, int bits, IntBinaryOperator joined) {
        int n = 1 << bits;
        int count = 0;
        int[] us = new int[n * (n - 1) / 2];
        int[] vs = new int[us.length];
        for (int u = 0; u < n; u++) {
            for (int v = u + 1; v < n; v++) {
                if (joined.applyAsInt(u, v) != 0) {
                    us[count] = u;
                    vs[count++] = v;
                }
            }
        }
        return MaximumIndependentSet.of(
                name, Graph.of(n, java.util.Arrays.copyOf(us, count), java.util.Arrays.copyOf(vs, count)));
    }

    /** Words at distance below 4 are joined: independent sets are codes of distance 4, A(8, 4) = 16, A(10, 4) = 40. */
    @Test
    void findsTheBestCodesOfDistanceFour() {
        MaximumIndependentSet eight = words("hamming8-4", 8, (u, v) -> Integer.bitCount(u ^ v) < 4 ? 1 : 0);
        assertThat(eight.graph().edges()).isEqualTo(256 * (8 + 28 + 56) / 2);
        assertThat(eight.objective(search(eight, 1, limit(eight, 2000)))).isEqualTo(16);
        MaximumIndependentSet ten = words("hamming10-4", 10, (u, v) -> Integer.bitCount(u ^ v) < 4 ? 1 : 0);
        assertThat(ten.graph().edges()).isEqualTo(89600);
        assertThat(ten.objective(search(ten, 1, limit(ten, 20_000)))).isEqualTo(40);
    }

    /**
     * Words that one deletion can make equal are joined: single-deletion codes, 16 words of 7 bits and 30 of 8
     * (Sloane's 1dc graphs).
     */
    @Test
    void findsTheBestCodesAgainstOneDeletion() {
        assertThat(deletion(7)).isEqualTo(16);
        assertThat(deletion(8)).isEqualTo(30);
    }

    private static double deletion(int bits) {
        MaximumIndependentSet problem = words("1dc", bits, (u, v) -> {
            for (int i = 0; i < bits; i++) {
                for (int j = 0; j < bits; j++) {
                    if (without(u, i) == without(v, j)) {
                        return 1;
                    }
                }
            }
            return 0;
        });
        return problem.objective(search(problem, 1, limit(problem, 10_000)));
    }

    private static int without(int word, int bit) {
        return word >> bit + 1 << bit | word & (1 << bit) - 1;
    }

    @Test
    void aLimitInIterationsIsKeptAndGivesTheSameResult() {
        for (boolean weighted : new boolean[] {false, true}) {
            MaximumIndependentSet problem = LowDegreeKernelTest.graph(300, 2000, weighted, new SplittableRandom(4));
            SearchControl first = limit(problem, 3000);
            byte[] a = search(problem, 9, first);
            assertThat(first.iterations()).isEqualTo(3000);
            assertThat(search(problem, 9, limit(problem, 3000))).isEqualTo(a);
        }
    }

    @Test
    void provesWhatReductionsSolve() {
        MaximumIndependentSet path =
                MaximumIndependentSet.of("path", Graph.of(5, new int[] {0, 1, 2, 3}, new int[] {1, 2, 3, 4}));
        SearchControl control = limit(path, 10);
        assertThat(path.objective(search(path, 1, control))).isEqualTo(3);
        assertThat(control.stop()).isEqualTo(SearchStop.EXHAUSTED);
    }

    @Test
    void neverReturnsLessThanItsStart() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            MaximumIndependentSet problem = LowDegreeKernelTest.graph(60, 150, seed % 2 == 0, random);
            byte[] x = search(problem, seed, limit(problem, 500));
            double before = problem.objective(x);
            new IndependentSetSearch(problem).search(x, random, limit(problem, seed % 3));
            assertThat(problem.objective(x)).as("seed %d", seed).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void slicesGoOnWhereTheLastOneEndedAndASearchForgetsThem() {
        for (boolean weighted : new boolean[] {false, true}) {
            MaximumIndependentSet problem = LowDegreeKernelTest.graph(200, 1500, weighted, new SplittableRandom(6));
            IndependentSetSearch sliced = new IndependentSetSearch(problem);
            double before = 0;
            for (int slice = 0; slice < 6; slice++) {
                byte[] y = new byte[200];
                sliced.resume(y, new SplittableRandom(slice), limit(problem, 300));
                assertThat(problem.objective(y)).as("slice %d", slice).isGreaterThanOrEqualTo(before);
                before = problem.objective(y);
            }
            byte[] again = new byte[200];
            sliced.search(again, new SplittableRandom(7), limit(problem, 300));
            assertThat(again).isEqualTo(search(problem, 7, limit(problem, 300)));
        }
    }
}
