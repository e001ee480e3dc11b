package org.shrinq.quantum.qaoa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.quantum.InitialAngles;
import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.Precision;
import org.shrinq.quantum.closedform.ClosedFormQaoa;
import org.shrinq.quantum.lightcone.FixedAngleOptimizer;
import org.shrinq.quantum.lightcone.FixedAngleTable;
import org.shrinq.quantum.statevector.Goal;
import org.shrinq.quantum.statevector.QaoaSimulator;
import org.shrinq.quantum.train.TrainingFunction;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;

/** Starts by their formulas, and each better than no circuit at all. */
final class AngleStartsTest {
    private static double[] start(Ising ising, InitialAngles init, int p) {
        return new AngleStarts(ising).start(init, p, new SplittableRandom(1), Deadline.never());
    }

    /** Sherrington-Kirkpatrick: J = ±1/√n, for which the fixed angles are published. */
    private static Ising glass(int n, long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        Ising.Builder b = Ising.builder(n);
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                b.add(i, j, (r.nextBoolean() ? 1 : -1) / Math.sqrt(n));
            }
        }
        return b.build();
    }

    private static double energyPerSpin(Ising ising, double[] angles) {
        int p = angles.length / 2;
        try (QaoaSimulator s = QaoaSimulator.of(ising, Goal.energy(), Precision.DOUBLE, KernelChoice.AUTO, 1)) {
            return s.value(Arrays.copyOf(angles, p), Arrays.copyOfRange(angles, p, 2 * p), () -> false) / ising.size();
        }
    }

    /** Farhi, Goldstone, Gutmann and Zhou 2022, table 1: energies of p layers in the limit of many spins. */
    @Test
    void fixedAnglesReachThePublishedEnergies() {
        double[] published = {0.3033, 0.4075, 0.4726, 0.5157, 0.5476, 0.5721};
        for (int p = 1; p <= 6; p++) {
            double sum = 0;
            int models = 12;
            for (long seed = 1; seed <= models; seed++) {
                Ising ising = glass(14, seed);
                sum -= energyPerSpin(ising, start(ising, InitialAngles.TRANSFER, p)) / models;
            }
            // 14 spins are not many: the mean of 12 models is within 12 %
            assertThat(sum).as("p = %d", p).isCloseTo(published[p - 1], within(0.12 * published[p - 1]));
        }
    }

    @Test
    void everyStartLowersTheEnergyAndMoreLayersLowerItMore() {
        for (InitialAngles init : InitialAngles.values()) {
            if (init == InitialAngles.RANDOM) {
                continue;
            }
            for (long seed = 1; seed <= 4; seed++) {
                Ising ising = glass(10, seed);
                double one = energyPerSpin(ising, start(ising, init, 1));
                assertThat(one).as("%s", init).isLessThan(-0.2);
                if (init != InitialAngles.INTERP && init != InitialAngles.FOURIER) {
                    double five = energyPerSpin(ising, start(ising, init, 5));
                    assertThat(five).as("%s", init).isLessThan(one);
                }
            }
        }
    }

    @Test
    void rampAndClosedFormAreTheirFormulas() {
        Ising ising = glass(9, 3); // row strength √8 in units of the largest coefficient
        double strength = Math.sqrt(8);
        double[] ramp = start(ising, InitialAngles.RAMP, 3);
        double[] expected = {0.125 / strength, 0.375 / strength, 0.625 / strength, -0.625, -0.375, -0.125};
        for (int k = 0; k < 6; k++) {
            assertThat(ramp[k]).isCloseTo(expected[k], within(1e-12));
        }
        ClosedFormQaoa.Angles best = ClosedFormQaoa.of(ising).best(Deadline.never());
        assertThat(start(ising, InitialAngles.CLOSED_FORM, 1)).containsExactly(best.gamma(), best.beta());
        double[] two = start(ising, InitialAngles.CLOSED_FORM, 2);
        double[] shape = {0.3817 / 0.5, 0.6655 / 0.5, 0.4960 / 0.3927, 0.2690 / 0.3927}; // four digits are published
        for (int k = 0; k < 4; k++) {
            assertThat(two[k]).isCloseTo(shape[k] * (k < 2 ? best.gamma() : best.beta()), within(2e-4));
        }
    }

    @Test
    void startsDoNotDependOnTheUnitOfTheModel() {
        Ising ising = glass(8, 5);
        Ising.Builder b = Ising.builder(8);
        ising.forEachCoupling((i, j, c) -> b.add(i, j, 1000 * c));
        Ising scaled = b.build();
        for (InitialAngles init : InitialAngles.values()) {
            double[] x = start(ising, init, 4);
            double[] y = start(scaled, init, 4);
            for (int k = 0; k < x.length; k++) {
                assertThat(y[k]).as("%s", init).isCloseTo(x[k], within(1e-6));
            }
        }
    }

    @Test
    void randomStartsDifferFromEachOther() {
        Ising ising = glass(8, 5);
        SplittableRandom r = new SplittableRandom(1);
        AngleStarts starts = new AngleStarts(ising);
        double[] first = starts.start(InitialAngles.RANDOM, 2, r, Deadline.never());
        double[] second = starts.start(InitialAngles.RANDOM, 2, r, Deadline.never());
        for (int k = 0; k < 4; k++) {
            assertThat(first[k]).isNotEqualTo(second[k]);
            assertThat(first[k] * (k < 2 ? 1 : -1)).isPositive();
        }
    }

    /** Zhou et al. 2020, appendix B: ends are kept, the inside is a weighted mean; a line stays a line. */
    @Test
    void interpolation() {
        assertThat(FixedAngleOptimizer.interpolated(new double[] {3})).containsExactly(3, 3);
        assertThat(FixedAngleOptimizer.interpolated(new double[] {1, 3})).containsExactly(1, 2, 3);
        double[] next = FixedAngleOptimizer.interpolated(new double[] {0, 3, 9});
        assertThat(next[0]).isZero();
        assertThat(next[1]).isCloseTo(2.0 / 3 * 3, within(1e-12));
        assertThat(next[2]).isCloseTo(2.0 / 3 * 3 + 1.0 / 3 * 9, within(1e-12));
        assertThat(next[3]).isEqualTo(9);
    }

    /** On a regular graph they are the table's; a field counts as one more neighbour. */
    @Test
    void fixedAnglesAreThoseOfTheDegree() {
        Ising.Builder ring = Ising.builder(9);
        for (int i = 0; i < 9; i++) {
            ring.add(i, (i + 1) % 9, -2.5);
        }
        double[] two = start(ring.build(), InitialAngles.FIXED, 3);
        for (int i = 0; i < 9; i++) {
            ring.addField(i, 2.5);
        }
        double[] three = start(ring.build(), InitialAngles.FIXED, 3);
        FixedAngleTable table = FixedAngleTable.bundled();
        for (int l = 0; l < 3; l++) {
            assertThat(two[l]).isCloseTo(table.angles(2, 3).gamma()[l] / Math.sqrt(2), within(1e-12));
            assertThat(three[l]).isCloseTo(table.angles(3, 3).gamma()[l] / Math.sqrt(3), within(1e-12));
            assertThat(three[3 + l]).isEqualTo(table.angles(3, 3).beta()[l]);
        }
        assertThat(start(ring.build(), InitialAngles.LINEAR_RAMP, 3))
                .containsExactly(start(ring.build(), InitialAngles.RAMP, 3));
    }

    /**
     * Amplitudes to angles and derivatives back: the chain rule, by differences; one more zero changes nothing much.
     */
    @Test
    void spectralAngles() {
        for (int p = 1; p <= 5; p++) {
            SplittableRandom r = new SplittableRandom(p);
            double[] weight = r.doubles(2 * p, -1, 1).toArray();
            TrainingFunction f = new TrainingFunction() {
                @Override
                public int dimension() {
                    return weight.length;
                }

                @Override
                public double value(double[] x) {
                    double sum = 0;
                    for (int k = 0; k < x.length; k++) {
                        sum += Math.sin(x[k] + weight[k]);
                    }
                    return sum;
                }

                @Override
                public double valueAndGradient(double[] x, double[] gradient) {
                    for (int k = 0; k < x.length; k++) {
                        gradient[k] = Math.cos(x[k] + weight[k]);
                    }
                    return value(x);
                }

                @Override
                public double unit() {
                    return 2;
                }
            };
            SpectralAngles s = new SpectralAngles(f);
            assertThat(s.unit()).isEqualTo(2);
            double[] u = r.doubles(2 * p, -1, 1).toArray();
            double[] g = new double[2 * p];
            double value = s.valueAndGradient(u, g);
            assertThat(value).isEqualTo(s.value(u)).isEqualTo(f.value(s.angles(u)));
            for (int k = 0; k < 2 * p; k++) {
                double[] plus = u.clone();
                double[] minus = u.clone();
                plus[k] += 1e-6;
                minus[k] -= 1e-6;
                assertThat(g[k]).isCloseTo((s.value(plus) - s.value(minus)) / 2e-6, within(1e-7));
            }
        }
        double[] one = {0.4, -0.3};
        SpectralAngles single = new SpectralAngles(new TrainingFunction() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public double value(double[] x) {
                return x[0] - x[1];
            }

            @Override
            public double valueAndGradient(double[] x, double[] gradient) {
                return x[0] - x[1];
            }

            @Override
            public double unit() {
                return 1;
            }
        });
        double[] back = single.angles(SpectralAngles.ofOneLayer(one));
        assertThat(back[0]).isCloseTo(0.4, within(1e-12));
        assertThat(back[1]).isCloseTo(-0.3, within(1e-12));
        assertThat(SpectralAngles.extended(new double[] {1, 2, 3, 4})).containsExactly(1, 2, 0, 3, 4, 0);
    }
}
