package org.shrinq.search.maxcut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.Sense;
import org.shrinq.search.flip.CouplingRows;
import org.shrinq.search.flip.FlipState;

class RankTwoTest {
    private static CouplingRows rows(int n, SplittableRandom random) {
        return CouplingRows.of(UnconstrainedForms.form(n, 0.3, 1, random), Sense.MINIMIZE);
    }

    private static FlipState state(CouplingRows rows, SplittableRandom random) {
        FlipState state = FlipState.of(rows);
        byte[] x = new byte[state.n];
        Temperatures.randomBits(random, x);
        state.load(x);
        return state;
    }

    /** At angles 0 and π the energy is that of the string, but for one constant. */
    @Test
    void withoutNoiseTheEnergyIsThatOfTheString() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            CouplingRows rows = rows(15, random);
            FlipState state = state(rows, random);
            RankTwo angles = new RankTwo(state, rows);
            angles.near(0, random);
            double constant = angles.energy() - state.cost();
            for (int k = 0; k < 20; k++) {
                state.flip(random.nextInt(15));
                angles.near(0, random);
                assertThat(angles.energy() - state.cost()).as("seed %d", seed).isCloseTo(constant, within(1e-9));
            }
        }
    }

    @Test
    void sweepsNeverRaiseTheEnergy() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            CouplingRows rows = rows(30, random);
            RankTwo angles = new RankTwo(state(rows, random), rows);
            angles.scatter(random);
            double before = angles.energy();
            for (int k = 0; k < 30; k++) {
                angles.sweep();
                assertThat(angles.energy()).as("seed %d", seed).isLessThanOrEqualTo(before + 1e-9);
                before = angles.energy();
            }
        }
    }

    /** Half-planes at a thousand angles give no better string than rounding does, and one as good. */
    @Test
    void roundingFindsTheBestHalfPlane() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 12;
            CouplingRows rows = rows(n, random);
            FlipState state = state(rows, random);
            RankTwo angles = new RankTwo(state, rows);
            angles.scatter(random);
            FlipState other = state.fork();
            double best = Double.POSITIVE_INFINITY;
            for (int k = 0; k < 1000; k++) {
                double turn = 2 * Math.PI * (k + 0.5) / 1000;
                byte[] x = new byte[n];
                for (int i = 0; i < n; i++) {
                    x[i] = (byte) (Math.sin(angles.angle(i) - turn) < 0 ? 1 : 0);
                }
                other.load(x);
                best = Math.min(best, other.cost());
            }
            angles.round();
            assertThat(state.cost()).as("seed %d", seed).isLessThanOrEqualTo(best + 1e-9);
            double found = Double.POSITIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                for (double side : new double[] {-1e-7, 1e-7, Math.PI - 1e-7, Math.PI + 1e-7}) {
                    byte[] x = new byte[n];
                    for (int j = 0; j < n; j++) {
                        x[j] = (byte) (Math.sin(angles.angle(j) - angles.angle(i) - side) < 0 ? 1 : 0);
                    }
                    other.load(x);
                    found = Math.min(found, other.cost());
                }
            }
            assertThat(state.cost()).as("seed %d", seed).isCloseTo(found, within(1e-9));
        }
    }
}
