package org.shrinq.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sample;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/** Permutations of blocks, judged by going through all states of the form. */
class BlockPermutationsTest {
    /** Two blocks, of three and two, over 13 variables whose order is mixed up. */
    private static final List<int[][]> BLOCKS =
            List.of(new int[][] {{4, 0, 7}, {2, 9, 1}, {3, 8, 5}}, new int[][] {{12, 6}, {11, 10}});

    private static Qubo qubo(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        Qubo.Builder b = Qubo.builder(13).addOffset(r.nextInt(-5, 6));
        for (int i = 0; i < 13; i++) {
            b.addLinear(i, r.nextInt(-9, 10));
            for (int j = i + 1; j < 13; j++) {
                b.add(i, j, r.nextInt(-9, 10));
            }
        }
        return b.build();
    }

    private static boolean isFeasible(Bits x, List<int[][]> blocks) {
        int ones = 0;
        for (int[][] block : blocks) {
            for (int i = 0; i < block.length; i++) {
                int row = 0;
                int column = 0;
                for (int a = 0; a < block.length; a++) {
                    row += block[i][a] < 0 ? 0 : x.get(block[i][a]);
                    column += block[a][i] < 0 ? 0 : x.get(block[a][i]);
                }
                if (row != 1 || column != 1) {
                    return false;
                }
                ones += row;
            }
        }
        return x.ones() == ones;
    }

    private static Set<Bits> feasible(List<int[][]> blocks) {
        Set<Bits> all = new HashSet<>();
        for (long k = 0; k < 1 << 13; k++) {
            Bits x = Bits.ofIndex(13, k);
            if (isFeasible(x, blocks)) {
                all.add(x);
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void goesThroughAllInTheOrderOfTheirRanks(long seed) {
        Qubo qubo = qubo(seed);
        BlockPermutations space = BlockPermutations.of(qubo, BLOCKS);
        assertThat(space.total()).isEqualTo(12);
        Set<Bits> seen = new HashSet<>();
        List<Long> ranks = new ArrayList<>();
        space.forEach((places, rank, energy) -> {
            ranks.add(rank);
            assertThat(space.rank(places)).isEqualTo(rank);
            assertThat(space.unrank(rank)).containsExactly(places);
            Bits x = space.state(places);
            assertThat(energy).isCloseTo(qubo.energy(x), within(1e-9));
            assertThat(space.energy(places)).isCloseTo(energy, within(1e-9));
            seen.add(x);
        });
        assertThat(ranks).hasSize(12).isSorted().startsWith(0L).endsWith(11L);
        assertThat(seen).isEqualTo(feasible(BLOCKS));
    }

    @Test
    void ranksAreLehmerCodes() {
        int[][] block = new int[8][8];
        for (int k = 0; k < 64; k++) {
            block[k / 8][k % 8] = k;
        }
        BlockPermutations space = BlockPermutations.of(Qubo.builder(64).build(), List.of(new int[][][] {block}));
        assertThat(space.total()).isEqualTo(40320);
        assertThat(space.unrank(0)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(space.unrank(40319)).containsExactly(7, 6, 5, 4, 3, 2, 1, 0);
        // digits 2 0 1 0 0 0 0 0 of weights 7! 6! 5! …
        assertThat(space.unrank(2 * 5040 + 120)).containsExactly(2, 0, 3, 1, 4, 5, 6, 7);
        for (long rank = 0; rank < 40320; rank++) {
            assertThat(space.rank(space.unrank(rank))).isEqualTo(rank);
        }
        assertThatThrownBy(() -> space.unrank(40320)).hasMessageContaining("rank 40320 of 40320");
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void exchangesCostWhatTheFormSays(long seed) {
        Qubo qubo = qubo(seed);
        BlockPermutations space = BlockPermutations.of(qubo, BLOCKS);
        space.forEach((places, rank, energy) -> {
            for (int f = 0; f < 5; f++) {
                for (int g = space.begin(f); g < f; g++) {
                    int[] other = places.clone();
                    other[f] = places[g];
                    other[g] = places[f];
                    double delta = qubo.energy(space.state(other)) - qubo.energy(space.state(places));
                    assertThat(space.swapDelta(places, f, g)).isCloseTo(delta, within(1e-9));
                }
            }
        });
    }

    @Test
    void aLateEnumerationHasSeenTheFirstRanks() {
        int[][] block = new int[8][8];
        Qubo.Builder form = Qubo.builder(64);
        SplittableRandom random = new SplittableRandom(7);
        for (int v = 0; v < 64; v++) {
            block[v / 8][v % 8] = v;
            form.addLinear(v, random.nextInt(100));
        }
        Qubo qubo = form.build();
        BlockPermutations space = BlockPermutations.of(qubo, List.of(new int[][][] {block}));
        double first = Double.POSITIVE_INFINITY;
        double all = Double.POSITIVE_INFINITY;
        for (int rank = 0; rank < 40320; rank++) {
            double energy = qubo.energy(space.state(space.unrank(rank)));
            first = rank < 3 << 12 ? Math.min(first, energy) : first;
            all = Math.min(all, energy);
        }
        Sampler exact = Sampler.exactEnumeration().among(space).orElseThrow();
        RandomStreams streams = new RandomStreams(1);
        Deadline late = Deadline.never().withChecks(2);
        assertThat(exact.sample(qubo, 3, streams, late).best().energy()).isEqualTo(first);
        assertThat(exact.sample(qubo, 3, streams, Deadline.never()).best().energy())
                .isEqualTo(all)
                .isLessThan(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "greedy", "annealing", "exact"})
    void samplersDrawPermutations(String id) {
        Qubo qubo = qubo(6);
        for (List<int[][]> blocks : List.of(BLOCKS, restricted())) {
            BlockPermutations space = BlockPermutations.of(qubo, blocks);
            Sampler sampler = Sampler.byId(id).among(space).orElseThrow();
            SampleSet samples = sampler.sample(qubo, 600, new RandomStreams(1), Deadline.never());
            Set<Bits> feasible = feasible(blocks);
            double least = feasible.stream().mapToDouble(qubo::energy).min().orElseThrow();
            assertThat(samples.best().energy()).isEqualTo(least);
            assertThat(samples.samples()).extracting(Sample::bits).isSubsetOf(feasible);
            if (id.equals("random")) { // each with 600/12 or more expected counts
                assertThat(samples.samples()).hasSameSizeAs(feasible);
                assertThat(samples.samples()).allMatch(s -> s.count() > 25);
            }
            if (id.equals("exact")) {
                assertThat(samples.samples()).hasSameSizeAs(feasible);
            }
        }
        assertThat(Sampler.tabuSearch().among(BlockPermutations.of(qubo, BLOCKS)))
                .isEmpty();
    }

    private static List<int[][]> restricted() {
        return List.of(new int[][] {{4, 0, 7}, {2, -1, 1}, {3, 8, 5}}, new int[][] {{12, -1}, {-1, 10}});
    }

    @Test
    void excludedPairsAreLeftOut() {
        BlockPermutations space = BlockPermutations.of(qubo(7), restricted());
        Set<Bits> seen = new HashSet<>();
        space.forEach((places, rank, energy) -> {
            assertThat(space.unrank(rank)).containsExactly(places);
            seen.add(space.state(places));
        });
        assertThat(seen).isEqualTo(feasible(restricted())).hasSize(4);
        assertThat(space.energy(new int[] {0, 1, 2, 0, 1})).isInfinite();
    }

    @Test
    void tooManyAreRefused() {
        int[][] block = new int[11][11];
        for (int k = 0; k < 121; k++) {
            block[k / 11][k % 11] = k;
        }
        assertThatThrownBy(() -> BlockPermutations.of(Qubo.builder(121).build(), List.of(new int[][][] {block})))
                .hasMessageContaining("3.99e+07 permutations, at most 4194304");
    }
}
