package org.shrinq.search.maxcut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;

class FieldStateTest {
    /** A form with that share of the couplings; whole coefficients fit single precision, thirds do not. */
    static Qubo form(int n, double density, double unit, SplittableRandom random) {
        Qubo.Builder b = Qubo.builder(n).addOffset(random.nextInt(9));
        for (int i = 0; i < n; i++) {
            b.addLinear(i, unit * (random.nextInt(19) - 9));
            for (int j = i + 1; j < n; j++) {
                if (random.nextDouble() < density) {
                    b.add(i, j, unit * (1 + random.nextInt(9)) * (random.nextBoolean() ? 1 : -1));
                }
            }
        }
        return b.build();
    }

    private static List<QuadraticForm> forms(SplittableRandom random) {
        List<QuadraticForm> forms = new ArrayList<>();
        for (double density : new double[] {0, 0.1, 1}) {
            for (double unit : new double[] {1, 1.0 / 3}) {
                Qubo q = form(1 + random.nextInt(30), density, unit, random);
                forms.add(q);
                forms.add(q.toSpin());
            }
        }
        return forms;
    }

    @Test
    void changesAndCostAgreeWithTheFormAfterRandomFlips() {
        for (int seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            for (QuadraticForm form : forms(random)) {
                for (Sense sense : Sense.values()) {
                    int n = form.size();
                    FieldState state = new FieldState(form, sense);
                    byte[] zeros = new byte[n];
                    byte[] x = new byte[n];
                    Temperatures.randomBits(random, x);
                    state.load(x);
                    for (int k = 0; k < 40; k++) {
                        int i = random.nextInt(n);
                        state.flip(i);
                        x[i] ^= 1;
                        assertThat(state.x).isEqualTo(x);
                        assertThat(state.cost())
                                .as("cost, seed %d, %s, %s", seed, form, sense)
                                .isCloseTo(sense.factor() * (form.energy(x) - form.energy(zeros)), within(1e-9));
                        for (int j = 0; j < n; j++) {
                            assertThat(state.delta(j))
                                    .as("delta %d, seed %d, %s, %s", j, seed, form, sense)
                                    .isCloseTo(sense.factor() * form.flipDelta(x, j), within(1e-9));
                        }
                    }
                    FieldState other = new FieldState(state);
                    other.load(x);
                    assertThat(other.cost()).isCloseTo(state.cost(), within(1e-9));
                }
            }
        }
    }

    @Test
    void descentEndsWhereNoFlipImproves() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            FieldState state = new FieldState(form(25, 0.3, 1, random), Sense.MAXIMIZE);
            byte[] x = new byte[25];
            Temperatures.randomBits(random, x);
            state.load(x);
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
        FieldState state = new FieldState(
                Qubo.builder(10).add(0, 1, 1).add(0, 2, 1).add(3, 4, 1).build(), Sense.MINIMIZE);
        state.flip(0);
        assertThat(state.work()).isEqualTo(2);
        state.flip(9);
        assertThat(state.work()).isEqualTo(2);
        state.countVisits(10);
        assertThat(state.work()).isEqualTo(12);
    }
}
