package org.shrinq.search.maxcut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.search.flip.CouplingRows;
import org.shrinq.search.flip.FlipState;
import org.shrinq.search.flip.FlipTabu;

class AnnealingTest {
    /** At a constant temperature the strings are met as often as exp(−f/T) says. */
    @Test
    void sweepsVisitStringsAsOftenAsBoltzmannSays() {
        Qubo form = Qubo.builder(3)
                .addLinear(0, 1)
                .addLinear(1, -0.5)
                .add(0, 1, -1.5)
                .add(1, 2, 1)
                .add(0, 2, 0.7)
                .build();
        double temperature = 1.3;
        FlipState state = FlipState.of(form, Sense.MINIMIZE);
        Annealing annealing = new Annealing(state, 42);
        double[] met = new double[8];
        int sweeps = 400_000;
        for (int s = 0; s < sweeps; s++) {
            annealing.sweep(temperature);
            met[state.x[0] + 2 * state.x[1] + 4 * state.x[2]]++;
        }
        double[] weight = new double[8];
        double sum = 0;
        for (int k = 0; k < 8; k++) {
            weight[k] = Math.exp(-form.energy(new byte[] {(byte) (k & 1), (byte) (k >> 1 & 1), (byte) (k >> 2)})
                    / temperature);
            sum += weight[k];
        }
        for (int k = 0; k < 8; k++) {
            assertThat(met[k] / sweeps).as("string %d", k).isCloseTo(weight[k] / sum, within(0.006));
        }
    }

    @Test
    void theRangeOfTemperaturesScalesWithTheForm() {
        Qubo small = UnconstrainedForms.form(50, 0.2, 1, new SplittableRandom(1));
        Qubo large = UnconstrainedForms.form(50, 0.2, 1024, new SplittableRandom(1));
        FlipState a = FlipState.of(small, Sense.MINIMIZE);
        FlipState b = FlipState.of(large, Sense.MINIMIZE);
        Temperatures t = probe(small, a);
        Temperatures u = probe(large, b);
        assertThat(u.hot()).isCloseTo(1024 * t.hot(), within(1e-6));
        assertThat(u.cold()).isCloseTo(1024 * t.cold(), within(1e-6));
        assertThat(t.at(0)).isEqualTo(t.hot());
        assertThat(t.at(1)).isCloseTo(t.cold(), within(1e-12));
        assertThat(t.cold()).isLessThan(t.hot()).isPositive();
    }

    @Test
    void tabuLeavesTheStateAtTheBestOfItsRun() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Qubo form = UnconstrainedForms.form(30, 0.4, 1, random);
            FlipState state = FlipState.of(form, Sense.MINIMIZE);
            byte[] x = new byte[30];
            Temperatures.randomBits(random, x);
            state.load(x);
            double before = state.cost();
            org.shrinq.search.SearchControl control =
                    new org.shrinq.search.SearchControl(org.shrinq.search.SearchLimit.iterations(200), Sense.MINIMIZE);
            new FlipTabu(state, 1e-9).run(before, 1000, random, control);
            assertThat(state.cost()).as("seed %d", seed).isLessThan(before);
            for (int i = 0; i < 30; i++) {
                assertThat(state.delta(i)).as("a local minimum, seed %d", seed).isGreaterThanOrEqualTo(-1e-9);
            }
        }
    }

    private static Temperatures probe(Qubo form, FlipState state) {
        CouplingRows rows = CouplingRows.of(form, Sense.MINIMIZE);
        return Temperatures.probe(state, rows.spread(), new SplittableRandom(2), 1e-11 * rows.largestChange());
    }
}
