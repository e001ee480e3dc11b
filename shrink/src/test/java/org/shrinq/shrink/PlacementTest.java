package org.shrinq.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.correlate.CorrelationSource;
import org.shrinq.shrink.correlate.OpenAssignment;
import org.shrinq.shrink.correlate.Placements;

/** Assignments shrunk in their own terms. */
class PlacementTest {
    private static final int N = 7;

    private static Encoding encode(QuadraticAssignment problem) {
        return Encoder.encode(problem.model(), EncodingOptions.defaults());
    }

    private static double least(QuadraticAssignment problem, int[] p, int k) {
        if (k == p.length) {
            return problem.cost(p);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int j = k; j < p.length; j++) {
            swap(p, k, j);
            least = Math.min(least, least(problem, p, k + 1));
            swap(p, k, j);
        }
        return least;
    }

    private static void swap(int[] p, int i, int j) {
        int old = p[i];
        p[i] = p[j];
        p[j] = old;
    }

    private static int[] identity(int n) {
        int[] p = new int[n];
        Arrays.setAll(p, i -> i);
        return p;
    }

    private static double least(QuadraticAssignment problem, Shrunk shrunk) {
        double least = Double.POSITIVE_INFINITY;
        for (long k = 0; k < 1L << shrunk.size(); k++) {
            byte[] x =
                    shrunk.expand(Bits.of(RandomModels.bits(shrunk.size(), k))).toArray();
            least = Math.min(least, problem.permutation(x).map(problem::cost).orElse(Double.POSITIVE_INFINITY));
        }
        return least;
    }

    /**
     * Nine of ten keep an optimum on six qubits, by bounds that nobody completed, by the relaxation's moments and by
     * samples.
     */
    @Test
    void optimaSurvive() {
        for (CorrelationSource source :
                List.of(CorrelationSource.lp(), CorrelationSource.sdp(), CorrelationSource.samples())) {
            int kept = 0;
            for (int seed = 1; seed <= 10; seed++) {
                QuadraticAssignment problem = RandomModels.assignment(new SplittableRandom(seed), N);
                ShrinkInput input = ShrinkInput.of(encode(problem)).withQubits(6);
                Shrunk shrunk = Shrinker.shrink(
                        input, source, ShrinkOptions.defaults(), new RandomStreams(seed), Deadline.never());
                assertThat(shrunk.size()).isLessThanOrEqualTo(6);
                assertThat(shrunk.report().looked()).isEqualTo(source.looks());
                double best = least(problem, identity(N), 0);
                kept += least(problem, shrunk) <= best + 1e-9 ? 1 : 0;
            }
            assertThat(kept).as(source.id()).isGreaterThanOrEqualTo(9);
        }
    }

    /**
     * Blocks of two are feasible in every state, whichever source gives the places; no two states are the same
     * permutation.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyStateOfPairsIsAPermutation(long seed) {
        QuadraticAssignment problem = RandomModels.assignment(new SplittableRandom(seed), N);
        ShrinkInput input = ShrinkInput.of(encode(problem)).withQubits(3);
        ShrinkOptions options = ShrinkOptions.defaults().withReductions(ShrinkOptions.Reductions.OFF);
        for (CorrelationSource source : List.of(
                CorrelationSource.lp(),
                CorrelationSource.sdp(),
                CorrelationSource.samples(),
                CorrelationSource.beliefs())) {
            Shrunk shrunk = Shrinker.shrink(input, source, options, new RandomStreams(seed), Deadline.never());
            assertThat(shrunk.size()).as(source.id()).isEqualTo(3);
            Set<List<Integer>> seen = new HashSet<>();
            for (long k = 0; k < 8; k++) {
                byte[] x = shrunk.expand(Bits.of(RandomModels.bits(3, k))).toArray();
                int[] p = problem.permutation(x).orElseThrow();
                assertThat(seen.add(Arrays.stream(p).boxed().toList())).isTrue();
                assertThat(shrunk.qubo().energy(RandomModels.bits(3, k))).isCloseTo(problem.cost(p), within(1e-6));
            }
        }
    }

    /**
     * The rest of a partly decided assignment differs from the whole by a constant, except where an excluded pair is
     * used.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatIsOpenCostsWhatTheWholeDoes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        QuadraticAssignment problem = RandomModels.assignment(random, 6);
        byte[] partial = new byte[36];
        Arrays.fill(partial, (byte) -1);
        partial[problem.variable(1, 4)] = 1;
        partial[problem.variable(5, 0)] = 1;
        partial[problem.variable(2, 3)] = 0;
        OpenAssignment open = OpenAssignment.of(problem.model(), partial).orElseThrow();
        assertThat(open.facilities()).containsExactly(0, 2, 3, 4);
        assertThat(open.locations()).containsExactly(1, 2, 3, 5);
        double constant = Double.NaN;
        double worst = 0;
        for (int[] p : List.of(
                new int[] {0, 1, 2, 3}, new int[] {1, 0, 3, 2}, new int[] {3, 1, 0, 2}, new int[] {2, 3, 1, 0})) {
            int[] whole = {
                open.locations()[p[0]], 4, open.locations()[p[1]], open.locations()[p[2]], open.locations()[p[3]], 0
            };
            double difference = problem.cost(whole) - open.rest().cost(p);
            constant = Double.isNaN(constant) ? difference : constant;
            worst = Math.max(worst, problem.cost(whole));
            assertThat(difference).isCloseTo(constant, within(1e-9));
        }
        double excluded = open.rest().cost(new int[] {0, 2, 1, 3}) + constant;
        assertThat(excluded).isGreaterThan(worst);
        assertThat(OpenAssignment.of(RandomModels.assignment(random, 2).model(), new byte[] {1, 0, 0, 1}))
                .isEmpty();
    }

    /** Against all ways to divide the facilities. */
    @Test
    void blocksLeaveMostPermutations() {
        for (int f = 2; f <= 9; f++) {
            for (int q = 1; q <= 20; q++) {
                List<Integer> sizes = PlacementPlan.sizes(f, q);
                assertThat(sizes.stream().mapToInt(k -> k).sum()).isLessThanOrEqualTo(f);
                assertThat(sizes.stream().mapToInt(PlacementTest::cost).sum()).isLessThanOrEqualTo(q);
                double left =
                        sizes.stream().mapToDouble(PlacementTest::factorial).reduce(1, (a, b) -> a * b);
                assertThat(left).isCloseTo(most(f, q, f), within(1e-6 * left));
            }
        }
        assertThat(PlacementPlan.sizes(12, 12)).containsExactly(2, 2, 2, 2, 2, 2);
    }

    private static int cost(int k) {
        return k == 2 ? 1 : k * k;
    }

    private static double factorial(int k) {
        return k < 2 ? 1 : k * factorial(k - 1);
    }

    private static double most(int facilities, int qubits, int largest) {
        double most = 1;
        for (int k = 2; k <= Math.min(facilities, largest); k++) {
            if (cost(k) <= qubits) {
                most = Math.max(most, factorial(k) * most(facilities - k, qubits - cost(k), k));
            }
        }
        return most;
    }

    /** Exchanges that guesses show count most, one-sided moves less, and costs break ties. */
    @Test
    void whatGuessesExchangeStaysOpen() {
        double[] costs = new double[16];
        costs[1] = 5; // facility 0 at the place of 1
        Placements guesses =
                Placements.of(List.of(new int[] {0, 1, 2, 3}, new int[] {0, 1, 3, 2}), new double[] {10, 11}, costs, 0);
        assertThat(guesses.center()).containsExactly(0, 1, 2, 3);
        assertThat(guesses.marginal(2, 2)).isGreaterThan(guesses.marginal(2, 3));
        assertThat(guesses.exchange(2, 3)).isGreaterThan(guesses.exchange(0, 2));
        assertThat(guesses.exchange(0, 2)).isGreaterThan(guesses.exchange(0, 1));
        assertThat(PlacementPlan.blocks(guesses, 4, PlacementPlan.sizes(4, 1))).containsExactly(-1, -1, 0, 0);
    }
}
