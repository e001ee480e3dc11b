package org.shrinq.search.maxcut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.search.flip.CouplingRows;
import org.shrinq.search.flip.FlipState;

class RecombinationTest {
    /** Paths of three variables, so that strings that differ everywhere have n/3 components. */
    private static Qubo paths(int n, SplittableRandom random) {
        Qubo.Builder b = Qubo.builder(n);
        for (int i = 0; i < n; i++) {
            b.addLinear(i, random.nextInt(21) - 10);
            if (i % 3 != 0) {
                b.add(i - 1, i, 1 + random.nextInt(10) - 20 * random.nextInt(2));
            }
        }
        return b.build();
    }

    @Test
    void crossingFindsTheBestOfAllChildrenByComponents() {
        int n = 12;
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Qubo form = paths(n, random);
            byte[] a = new byte[n];
            byte[] b = new byte[n];
            Temperatures.randomBits(random, a);
            for (int i = 0; i < n; i++) {
                b[i] = (byte) (1 - a[i]);
            }
            double best = Double.POSITIVE_INFINITY;
            for (int mask = 0; mask < 16; mask++) {
                byte[] child = a.clone();
                for (int i = 0; i < n; i++) {
                    child[i] = (mask >> (i / 3) & 1) == 0 ? a[i] : b[i];
                }
                best = Math.min(best, form.energy(child));
            }
            CouplingRows rows = CouplingRows.of(form, Sense.MINIMIZE);
            FlipState state = FlipState.of(rows);
            state.load(a);
            new Recombination(state, rows, false, 1e-9).cross(b);
            assertThat(form.energy(state.x)).as("seed %d", seed).isCloseTo(best, within(1e-9));
        }
    }

    @Test
    void crossingCutsNeverLosesAndComplementsAreTheSame() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 21; // odd, so that one of a string and its complement is nearer
            Qubo.Builder builder = Qubo.builder(n);
            for (int k = 0; k < 25; k++) {
                int u = random.nextInt(n);
                int v = (u + 1 + random.nextInt(n - 1)) % n;
                builder.add(u, v, 2).addLinear(u, -1).addLinear(v, -1);
            }
            Qubo form = builder.build();
            CouplingRows rows = CouplingRows.of(form, Sense.MINIMIZE);
            FlipState state = FlipState.of(rows);
            assertThat(Spins.of(rows).symmetric()).isTrue();
            Recombination recombination = new Recombination(state, rows, true, 1e-9);
            byte[] a = new byte[n];
            byte[] b = new byte[n];
            Temperatures.randomBits(random, a);
            Temperatures.randomBits(random, b);
            byte[] complement = b.clone();
            for (int i = 0; i < n; i++) {
                complement[i] ^= 1;
            }
            state.load(a);
            recombination.cross(b);
            double first = state.cost();
            assertThat(first).isLessThanOrEqualTo(cost(state, a) + 1e-9).isLessThanOrEqualTo(cost(state, b) + 1e-9);
            state.load(a);
            recombination.cross(complement);
            assertThat(state.cost()).isCloseTo(first, within(1e-9));
        }
    }

    private static double cost(FlipState like, byte[] x) {
        FlipState state = like.fork();
        state.load(x);
        return state.cost();
    }

    @Test
    void relinkingGoesThatShareOfTheWay() {
        SplittableRandom random = new SplittableRandom(5);
        CouplingRows rows = CouplingRows.of(UnconstrainedForms.form(40, 0.2, 1, random), Sense.MINIMIZE);
        FlipState state = FlipState.of(rows);
        byte[] a = new byte[40];
        byte[] b = new byte[40];
        for (int i = 0; i < 20; i++) {
            b[i] = 1;
        }
        state.load(a);
        new Recombination(state, rows, false, 1e-9).relink(b, 0.5, random);
        int fromA = 0;
        for (int i = 0; i < 40; i++) {
            fromA += state.x[i];
            assertThat(state.x[i]).isLessThanOrEqualTo(b[i]);
        }
        assertThat(fromA).isEqualTo(10);
    }
}
