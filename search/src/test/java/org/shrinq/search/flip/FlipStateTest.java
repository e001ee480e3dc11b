package org.shrinq.search.flip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.search.maxcut.UnconstrainedForms;

/**
 * Changes of flips and of pairs of flips against differences of energies; sparse rows, full ones in both precisions and
 * products.
 */
class FlipStateTest {
    private static final int ORDER = 3;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void changesAreDifferencesOfEnergies(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (QuadraticForm form : forms(random)) {
            for (Sense sense : Sense.values()) {
                FlipState state = FlipState.of(form, sense);
                FlipState fork = state.fork();
                byte[] point = bits(random, form.size());
                state.load(point);
                for (int step = 0; step < 30; step++) {
                    check(form, sense, state, seed);
                    state.flip(random.nextInt(form.size()));
                }
                assertThat(fork.x).containsOnly(0);
                check(form, sense, fork, seed);
                state.load(point);
                assertThat(state.x).isEqualTo(point);
                assertThat(state.tolerance()).isIn(0.0, 1e-11 * state.magnitude());
            }
        }
    }

    private static void check(QuadraticForm form, Sense sense, FlipState state, long seed) {
        int n = state.n;
        double now = sense.factor() * form.energy(state.x);
        assertThat(state.cost())
                .as("seed " + seed)
                .isCloseTo(now - sense.factor() * form.energy(new byte[n]), within(1e-9));
        for (int i = 0; i < n; i++) {
            byte[] y = state.x.clone();
            y[i] ^= 1;
            assertThat(state.delta(i))
                    .as("seed " + seed + ", flip of " + i)
                    .isCloseTo(sense.factor() * form.energy(y) - now, within(1e-9));
            int j = (i + 1) % n;
            y[j] ^= 1;
            assertThat(state.pair(i, j))
                    .as("seed " + seed + ", flips of " + i + " and " + j)
                    .isCloseTo(sense.factor() * form.energy(y) - now, within(1e-9));
        }
    }

    @Test
    void onlySumsThatRoundHaveATolerance() {
        Qubo whole =
                Qubo.builder(3).addLinear(0, 1).add(0, 1, -1e12).add(1, 2, 7).build();
        assertThat(FlipState.of(whole).tolerance()).isZero();
        Qubo quarters = Qubo.builder(3).addLinear(0, 0.25).add(0, 1, -1e12).build();
        assertThat(FlipState.of(quarters).tolerance()).isZero();
        Qubo tenths = Qubo.builder(3).addLinear(0, 0.1).add(0, 1, -3).build();
        assertThat(FlipState.of(tenths).tolerance()).isPositive();
        Qubo wide = Qubo.builder(3).addLinear(0, 1).add(0, 1, 0x1p60).build();
        assertThat(FlipState.of(wide).tolerance()).isPositive();
    }

    @Test
    void descentEndsWhereNoFlipImproves() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            FlipState state = FlipState.of(UnconstrainedForms.form(25, 0.3, 1, random), Sense.MAXIMIZE);
            state.load(bits(random, 25));
            double before = state.cost();
            state.descend(1e-9);
            assertThat(state.cost()).isLessThanOrEqualTo(before);
            for (int i = 0; i < 25; i++) {
                assertThat(state.delta(i)).as("seed %d", seed).isGreaterThanOrEqualTo(-1e-9);
            }
        }
    }

    @Test
    void countsTheWorkOfFlips() {
        FlipState state = FlipState.of(
                Qubo.builder(10).add(0, 1, 1).add(0, 2, 1).add(3, 4, 1).build());
        state.flip(0);
        assertThat(state.work()).isEqualTo(2);
        state.flip(9);
        assertThat(state.work()).isEqualTo(2);
        state.countVisits(10);
        assertThat(state.work()).isEqualTo(12);
    }

    private static List<QuadraticForm> forms(SplittableRandom random) {
        double[][] flow = new double[ORDER][ORDER];
        double[][] distance = new double[ORDER][ORDER];
        double[] linear = new double[ORDER * ORDER];
        for (int i = 0; i < ORDER; i++) {
            for (int j = 0; j < ORDER; j++) {
                flow[i][j] = random.nextInt(5);
                distance[i][j] = random.nextInt(5);
                linear[i * ORDER + j] = random.nextInt(-3, 4);
            }
        }
        KroneckerForm product = KroneckerForm.of(flow, distance, linear)
                .withPenalties(new double[] {40, 41, 42}, new double[] {50, 49, 48});
        List<QuadraticForm> forms = new ArrayList<>(List.of(product, product.toSpin()));
        for (double density : new double[] {0, 0.1, 1}) {
            for (double unit : new double[] {1, 1.0 / 3}) {
                Qubo qubo = UnconstrainedForms.form(2 + random.nextInt(20), density, unit, random);
                forms.addAll(List.of(qubo, qubo.toSpin(), qubo.toIsing()));
            }
        }
        return forms;
    }

    private static byte[] bits(SplittableRandom random, int n) {
        byte[] x = new byte[n];
        for (int i = 0; i < n; i++) {
            x[i] = (byte) random.nextInt(2);
        }
        return x;
    }
}
