package org.shrinq.search.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.search.FlipLog;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchLimit;

/** Energies kept under flips against the definition, and searches against published optima. */
class SequenceSearchTest {
    /** Least energies for n = 2 … 66 (Packebusch and Mertens 2016). */
    private static final int[] OPTIMA = {
        1, 1, 2, 2, 7, 3, 8, 12, 13, 5, 10, 6, 19, 15, 24, 32, 25, 29, 26, 26, 39, 47, 36, 36, 45, 37, 50, 62, 59, 67,
        64, 64, 65, 73, 82, 86, 87, 99, 108, 108, 101, 109, 122, 118, 131, 135, 140, 136, 153, 153, 166, 170, 175, 171,
        192, 188, 197, 205, 218, 226, 235, 207, 208, 240, 257
    };

    private static byte[] draw(int n, SplittableRandom random) {
        byte[] x = new byte[n];
        for (int i = 0; i < n; i++) {
            x[i] = (byte) random.nextInt(2);
        }
        return x;
    }

    private static byte[] with(byte[] x, int... flips) {
        byte[] y = x.clone();
        for (int i : flips) {
            y[i] ^= 1;
        }
        return y;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void energiesFollowFlips(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(40);
        LowAutocorrelation p = LowAutocorrelation.of("s", n);
        byte[] x = draw(n, random);
        SequenceState state = new SequenceState(n);
        state.load(x);
        for (int step = 0; step < 50; step++) {
            assertThat(state.energy()).as("seed %d", seed).isEqualTo((int) p.objective(x));
            int i = random.nextInt(n - 1);
            int j = i + 1 + random.nextInt(n - 1 - i);
            assertThat(state.flipped(i)).isEqualTo((int) p.objective(with(x, i)));
            assertThat(state.flipped(i, j)).isEqualTo((int) p.objective(with(x, i, j)));
            state.flip(j);
            x = with(x, j);
            byte[] stored = new byte[n];
            state.store(stored);
            assertThat(stored).isEqualTo(x);
        }
    }

    @Test
    void mirroredSequencesStaySkewSymmetric() {
        SplittableRandom random = new SplittableRandom(3);
        int n = 13;
        byte[] x = new byte[n];
        SequenceMoves.MIRRORED.start(x, random);
        SequenceState state = new SequenceState(n);
        state.load(x);
        for (int step = 0; step < 40; step++) {
            int move = random.nextInt(SequenceMoves.MIRRORED.count(n));
            int expected = SequenceMoves.MIRRORED.energyAfter(state, move);
            SequenceMoves.MIRRORED.take(state, move);
            assertThat(state.energy()).isEqualTo(expected);
            for (int j = 1; j <= n / 2; j++) {
                int product = state.value(n / 2 - j) ^ state.value(n / 2 + j);
                assertThat(product).isEqualTo(j % 2);
            }
        }
    }

    /** A walk that may not come back soon leaves every sequence of four elements behind it, and ends. */
    @Test
    void walksAvoidThemselves() {
        SequenceState state = new SequenceState(4);
        SplittableRandom random = new SplittableRandom(1);
        SequenceWalk walk = new SequenceWalk(state, 100, random);
        SearchControl control = new SearchControl(
                SearchLimit.iterations(1000), LowAutocorrelation.of("s", 4).sense());
        walk.run(SequenceMoves.FLIPS, 100, random, control);
        assertThat(control.iterations()).isBetween(3L, 16L);
        assertThat(walk.bestEnergy()).isEqualTo(2);
    }

    @Test
    void findsPublishedOptima() {
        for (int n = 2; n <= 32; n++) {
            assertThat(search(n, 40_000)).as("n = %d, seed 1", n).isEqualTo(OPTIMA[n - 2]);
        }
    }

    @Test
    void isNeverBetterThanTheOptimum() {
        for (int n = 33; n <= 66; n++) {
            assertThat(search(n, 300)).isBetween((double) OPTIMA[n - 2], 3.0 * OPTIMA[n - 2]);
        }
        assertThat(search(1, 100)).isZero();
    }

    private static double search(int n, long iterations) {
        LowAutocorrelation p = LowAutocorrelation.of("s", n);
        byte[] x = new byte[n];
        SearchLimit limit = SearchLimit.iterations(iterations).withTarget(n == 1 ? 0 : OPTIMA[n - 2]);
        new SequenceSearch(p).search(x, new SplittableRandom(1), new SearchControl(limit, p.sense()));
        return p.objective(x);
    }

    @Test
    void descentEndsWhereNoFlipHelps() {
        SplittableRandom random = new SplittableRandom(8);
        LowAutocorrelation p = LowAutocorrelation.of("s", 21);
        byte[] x = draw(21, random);
        double before = p.objective(x);
        int[] logged = {0};
        FlipLog log = (variable, reason, other, gain) -> logged[0] += (int) gain;
        new SequenceDescent(p).fork().run(x, Deadline.never(), log);
        assertThat(before - logged[0]).isEqualTo(p.objective(x));
        for (int i = 0; i < 21; i++) {
            assertThat(p.objective(with(x, i))).isGreaterThanOrEqualTo(p.objective(x));
        }
    }
}
