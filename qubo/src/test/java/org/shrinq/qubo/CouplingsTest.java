package org.shrinq.qubo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CouplingsTest {
    private static Couplings of(int size, double[][] entries) {
        int[] is = new int[entries.length];
        int[] js = new int[entries.length];
        double[] values = new double[entries.length];
        for (int e = 0; e < entries.length; e++) {
            is[e] = (int) entries[e][0];
            js[e] = (int) entries[e][1];
            values[e] = entries[e][2];
        }
        return Couplings.ofTriplets(size, is, js, values, entries.length);
    }

    /** Sums of doubles depend on the order; both halves of the matrix must have the same bits nevertheless. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.shrinq.qubo.Cases#seeds20")
    void sumsAreSymmetricToTheBit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(5);
        double[][] entries = new double[60][];
        double[][] sums = new double[n][n];
        for (int e = 0; e < entries.length; e++) {
            int i = random.nextInt(n);
            int j = (i + 1 + random.nextInt(n - 1)) % n;
            double v = Math.pow(10, random.nextInt(-3, 16)) * random.nextDouble(-1, 1);
            entries[e] = new double[] {i, j, v};
            sums[Math.min(i, j)][Math.max(i, j)] += v;
        }
        Couplings c = of(n, entries);
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                assertThat(c.get(i, j)).as("the sum in the order of entry").isEqualTo(sums[i][j]);
                assertThat(c.get(j, i)).isEqualTo(sums[i][j]);
            }
        }
    }

    /**
     * A builder that turned into a matrix on the way gives the couplings that the list would have given, to the bit.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.shrinq.qubo.Cases#seeds20")
    void manyEntriesOfFewPairsGiveTheSameCouplings(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(20);
        Triplets triplets = new Triplets(n);
        double[][] entries = new double[random.nextInt(4000)][];
        for (int e = 0; e < entries.length; e++) {
            int i = random.nextInt(n);
            int j = (i + 1 + random.nextInt(n - 1)) % n;
            double v = random.nextInt(4) == 0 ? random.nextInt(-1, 2) : random.nextDouble(-1, 1);
            entries[e] = new double[] {i, j, v};
            triplets.add(i, j, v);
        }
        Couplings expected = of(n, entries);
        Couplings actual = triplets.build();
        assertThat(actual.count()).isEqualTo(expected.count());
        for (int i = 0; i < n; i++) {
            assertThat(actual.degree(i)).isEqualTo(expected.degree(i));
            for (int e = expected.rowStart(i); e < expected.rowEnd(i); e++) {
                assertThat(actual.column(e)).isEqualTo(expected.column(e));
                assertThat(actual.value(e)).isEqualTo(expected.value(e));
            }
        }
    }

    @Test
    void rowsAreReadThroughTheirBounds() {
        Couplings c = of(4, new double[][] {{2, 0, 5}, {0, 3, 7}, {1, 2, -1}, {2, 1, 1}});
        assertThat(c.size()).isEqualTo(4);
        assertThat(c.count()).as("the pair (1,2) cancels").isEqualTo(2);
        assertThat(c.rowStart(0)).isZero();
        assertThat(c.rowEnd(0)).isEqualTo(2);
        assertThat(c.column(0)).isEqualTo(2);
        assertThat(c.value(0)).isEqualTo(5);
        assertThat(c.column(1)).isEqualTo(3);
        assertThat(c.value(1)).isEqualTo(7);
        assertThat(c.degree(1)).isZero();
        assertThat(c.rowStart(2)).isEqualTo(2);
        assertThat(c.rowEnd(3)).isEqualTo(4);
        assertThat(c.degree(3)).isEqualTo(1);
        assertThat(c.get(1, 2)).isZero();
        assertThat(c.get(3, 3)).isZero();
        assertThat(c.maxAbs()).isEqualTo(7);
        assertThat(c.scaled(-2).get(3, 0)).isEqualTo(-14);
        assertThat(c.scaled(-2).maxAbs()).isEqualTo(14);
    }

    /** An ordered list that repeats a pair, turns one round or holds a zero may not take the short way. */
    @Test
    void nearlyOrderedLists() {
        assertThat(of(3, new double[][] {{0, 1, 1}, {0, 1, 2}, {1, 2, 4}})).isEqualTo(of(3, new double[][] {
            {0, 1, 3}, {1, 2, 4}
        }));
        assertThat(of(3, new double[][] {{0, 1, 3}, {2, 1, 4}})).isEqualTo(of(3, new double[][] {{0, 1, 3}, {1, 2, 4}
        }));
        assertThat(of(3, new double[][] {{0, 1, 3}, {0, 2, 0}, {1, 2, 4}})).isEqualTo(of(3, new double[][] {
            {0, 1, 3}, {1, 2, 4}
        }));
        assertThat(of(3, new double[][] {{1, 2, 4}, {0, 1, 3}})).isEqualTo(of(3, new double[][] {{0, 1, 3}, {1, 2, 4}
        }));
        assertThat(of(3, new double[][] {{0, 2, 5}, {0, 1, 3}, {1, 2, 4}})).isEqualTo(of(3, new double[][] {
            {0, 1, 3}, {0, 2, 5}, {1, 2, 4}
        }));
    }

    @Test
    void onlyTheFirstEntriesCount() {
        Couplings c = Couplings.ofTriplets(2, new int[] {0, 9}, new int[] {1, 9}, new double[] {1, 1}, 1);
        assertThat(c.count()).isEqualTo(1);
        assertThat(Couplings.ofTriplets(0, new int[0], new int[0], new double[0], 0)
                        .count())
                .isZero();
    }

    @Test
    void comparesByValue() {
        Couplings c = of(3, new double[][] {{0, 1, 3}});
        assertThat(c).isEqualTo(of(3, new double[][] {{1, 0, 3}})).hasSameHashCodeAs(of(3, new double[][] {{1, 0, 3}}));
        assertThat(c).isNotEqualTo(of(4, new double[][] {{0, 1, 3}}));
        assertThat(c).isNotEqualTo(of(3, new double[][] {{0, 2, 3}}));
        assertThat(c).isNotEqualTo(of(3, new double[][] {{0, 1, 4}}));
        assertThat(c).isNotEqualTo("something else");
        assertThat(c.hashCode()).isNotEqualTo(of(3, new double[][] {{0, 2, 3}}).hashCode());
        // rows 1–2 and 0–2 have the same columns and values but different row lengths
        assertThat(of(4, new double[][] {{0, 1, 1}, {2, 3, 1}})).isNotEqualTo(of(4, new double[][] {{0, 1, 1}, {0, 3, 1}
        }));
    }
}
