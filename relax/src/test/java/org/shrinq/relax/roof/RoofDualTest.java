package org.shrinq.relax.roof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.sdp.RandomForms;

class RoofDualTest {
    private static Qubo random(long seed, double least, double most) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 9;
        Qubo.Builder b = Qubo.builder(n).addOffset(1.5);
        for (int i = 0; i < n; i++) {
            b.addLinear(i, random.nextDouble(-2, 2));
            for (int j = i + 1; j < n; j++) {
                if (random.nextInt(3) == 0) {
                    b.add(i, j, random.nextDouble(least, most));
                }
            }
        }
        return b.build();
    }

    /** Below the minimum; and every minimiser has the values that are fixed. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void boundAndPersistenciesHold(long seed) {
        Qubo qubo = random(seed, -2, 2);
        RoofDual dual = RoofDual.of(qubo, Deadline.never());
        byte[] fixed = dual.fixed();
        double minimum = RandomForms.minimum(qubo);
        assertThat(dual.bound()).isLessThanOrEqualTo(minimum);
        for (int s = 0; s < 1 << qubo.size(); s++) {
            byte[] x = state(qubo.size(), s);
            if (qubo.energy(x) <= minimum + 1e-12) {
                for (int i = 0; i < x.length; i++) {
                    assertThat(fixed[i] < 0 || fixed[i] == x[i])
                            .as("variable %d", i)
                            .isTrue();
                }
            }
        }
    }

    /** With couplings ≤ 0 the form is submodular and the bound is the minimum. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void isExactForSubmodularForms(long seed) {
        Qubo qubo = random(seed, -2, 0);
        double minimum = RandomForms.minimum(qubo);
        assertThat(RoofDual.of(qubo, Deadline.never()).bound()).isCloseTo(minimum, within(1e-6));
    }

    /** A frustrated triangle: the bound halves every term. */
    @Test
    void triangle() {
        Qubo qubo = Qubo.builder(3)
                .addLinear(0, -1)
                .addLinear(1, -1)
                .addLinear(2, -1)
                .add(0, 1, 1)
                .add(0, 2, 1)
                .add(1, 2, 1)
                .build();
        assertThat(RoofDual.of(qubo, Deadline.never()).bound()).isCloseTo(-1.5, within(1e-6));
        assertThat(RoofDual.of(qubo, Deadline.never()).fixed()).containsOnly(-1);
    }

    private static byte[] state(int n, int index) {
        byte[] x = new byte[n];
        for (int i = 0; i < n; i++) {
            x[i] = (byte) (index >> i & 1);
        }
        return x;
    }
}
