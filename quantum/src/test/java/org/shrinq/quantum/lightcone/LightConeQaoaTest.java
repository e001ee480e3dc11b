package org.shrinq.quantum.lightcone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.Precision;
import org.shrinq.quantum.closedform.ClosedFormQaoa;
import org.shrinq.quantum.statevector.Goal;
import org.shrinq.quantum.statevector.QaoaSimulator;
import org.shrinq.quantum.statevector.SpinMoments;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;

/** Light cones against the state vector of the whole, against the closed form, and against numbers published. */
final class LightConeQaoaTest {
    /** Cones of every kind: with limits this tight no state vector is at hand. */
    private static final ConeLimits CONTRACTED = ConeLimits.DEFAULTS.withQubits(1);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void expectationsAndDerivativesAreThoseOfTheStateVector(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = seed == 200 ? 20 : seed % 50 == 0 ? 18 : 2 + (int) (seed % 10);
        int p = 1 + (int) (seed % 3);
        Ising ising = Models.weighted(n, 0.7 + r.nextDouble(p == 3 ? 0.4 : 1.0), r);
        double[] gamma = r.doubles(p, -2, 2).toArray();
        double[] beta = r.doubles(p, -2, 2).toArray();
        ConeLimits limits = seed % 4 == 0 ? ConeLimits.DEFAULTS.withQubits(n) : CONTRACTED;
        LightConeQaoa cones = LightConeQaoa.of(ising, p, limits, 1 + (int) (seed % 2), Deadline.never())
                .orElseThrow();
        LightConeQaoa.Expectations e =
                cones.expectations(gamma, beta, () -> false).orElseThrow();
        double[] dGamma = new double[p];
        double[] dBeta = new double[p];
        double[] coneGamma = new double[p];
        double[] coneBeta = new double[p];
        try (QaoaSimulator state = QaoaSimulator.of(ising, Goal.energy(), Precision.DOUBLE, KernelChoice.AUTO, 1)) {
            double unit = state.scale() * (n + ising.couplings());
            assertThat(e.energy()).isCloseTo(state.value(gamma, beta, () -> false), within(1e-11 * unit));
            SpinMoments moments = state.moments();
            for (int i = 0; i < n; i++) {
                assertThat(e.single()[i]).as("<Z%d>", i).isCloseTo(moments.single(i), within(1e-10));
            }
            int[] k = {0};
            ising.forEachCoupling((i, j, c) ->
                    assertThat(e.pair()[k[0]++]).as("<Z%d Z%d>", i, j).isCloseTo(moments.pair(i, j), within(1e-10)));
            state.gradient(gamma, beta, dGamma, dBeta, () -> false);
            double energy = cones.gradient(gamma, beta, coneGamma, coneBeta, () -> false);
            assertThat(energy).isCloseTo(e.energy(), within(1e-11 * unit));
            assertThat(cones.energy(gamma, beta, () -> false)).isCloseTo(energy, within(1e-11 * unit));
            assertThat(coneGamma).as("by gamma").containsExactly(dGamma, within(1e-9 * unit));
            assertThat(coneBeta).as("by beta").containsExactly(dBeta, within(1e-9 * unit));
        }
    }

    @Test
    void oneLayerOfThousandsIsTheClosedForm() {
        SplittableRandom r = new SplittableRandom(5);
        Ising ising = Models.weighted(5000, 3, r);
        double[] gamma = {0.63};
        double[] beta = {-0.41};
        LightConeQaoa.Expectations cones = LightConeQaoa.of(ising, 1, CONTRACTED, 2, Deadline.never())
                .orElseThrow()
                .expectations(gamma, beta, () -> false)
                .orElseThrow();
        ClosedFormQaoa.Expectations formula = ClosedFormQaoa.of(ising).expectations(gamma[0], beta[0]);
        assertThat(cones.single()).containsExactly(formula.single(), within(1e-11));
        assertThat(cones.pair()).containsExactly(formula.pair(), within(1e-11));
        assertThat(cones.energy()).isCloseTo(formula.energy(), within(1e-7));
    }

    /** Without weights most cones of a large cubic graph are the same tree. */
    @Test
    void equalConesAreComputedOnce() {
        Ising cubic = Models.regular(600, 3, new SplittableRandom(1));
        for (int p = 1; p <= 2; p++) {
            LightConeQaoa cones =
                    LightConeQaoa.of(cubic, p, CONTRACTED, 1, Deadline.never()).orElseThrow();
            assertThat(cones.differentCones()).isLessThan(cubic.size() / 10);
            double[] gamma = {0.5, 0.9};
            double[] beta = {-0.5, -0.3};
            double[] pair = cones.expectations(Arrays.copyOf(gamma, p), Arrays.copyOf(beta, p), () -> false)
                    .orElseThrow()
                    .pair();
            // turned names: the same numbers in another order
            int n = cubic.size();
            Ising.Builder turned = Ising.builder(n);
            cubic.forEachCoupling((i, j, c) -> turned.add(n - 1 - i, n - 1 - j, c));
            double[] other = LightConeQaoa.of(turned.build(), p, CONTRACTED, 2, Deadline.never())
                    .orElseThrow()
                    .expectations(Arrays.copyOf(gamma, p), Arrays.copyOf(beta, p), () -> false)
                    .orElseThrow()
                    .pair();
            Arrays.sort(pair);
            Arrays.sort(other);
            assertThat(other).containsExactly(pair, within(1e-12));
        }
    }

    @Test
    void whatIsTooLargeIsRefusedOrCut() {
        SplittableRandom r = new SplittableRandom(3);
        Ising dense = Models.weighted(60, 20, r);
        ConeLimits narrow = ConeLimits.DEFAULTS.withWidth(8);
        assertThatThrownBy(() -> LightConeQaoa.of(dense, 2, narrow, 1, Deadline.never()))
                .isInstanceOf(ConeTooLargeException.class)
                .hasMessageContaining("60 vertices")
                .hasMessageContaining("radius of 1: --cone-radius 1.");
        // what the message names is another choice than the one that was refused
        assertThatThrownBy(() -> LightConeQaoa.of(complete(60), 2, narrow.withRadius(1), 1, Deadline.never()))
                .hasMessageEndingWith("Maybe fewer layers, or --backend mps.");
        Ising path = Models.path(40);
        double[] gamma = {0.4, 0.7};
        double[] beta = {-0.5, -0.2};
        double[] whole = pairs(path, ConeLimits.DEFAULTS, gamma, beta);
        assertThat(pairs(path, ConeLimits.DEFAULTS.withRadius(2), gamma, beta)).containsExactly(whole, within(0.0));
        // cut at distance 1, a bond in the middle is that of the path of its four vertices
        double middle = pairs(path, ConeLimits.DEFAULTS.withRadius(1), gamma, beta)[20];
        double[] four = pairs(Models.path(4), ConeLimits.DEFAULTS, gamma, beta);
        assertThat(middle).isCloseTo(four[1], within(1e-12)).isNotCloseTo(whole[20], within(1e-4));
    }

    /** Complete graphs have width n − 1: told by their degrees alone, before anything large is made. */
    @Test
    void denseModelsAreRefusedAtOnce() {
        Ising complete = complete(700);
        Cone cone = new Cone.Cutter(complete, 1, 2, 2).pair(0, 1);
        assertThat(cone.isWiderThan(698)).isTrue();
        assertThat(cone.isWiderThan(699)).isFalse();
        assertThat(new Cone.Cutter(Models.path(9), 1, 3, 3).pair(3, 4).isWiderThan(1))
                .isFalse();
        assertThatThrownBy(() -> LightConeQaoa.of(complete, 2, ConeLimits.DEFAULTS, 1, Deadline.never()))
                .isInstanceOf(ConeTooLargeException.class)
                .hasMessageContaining("700 vertices");
    }

    private static Ising complete(int n) {
        Ising.Builder b = Ising.builder(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                b.add(i, j, 1);
            }
        }
        return b.build();
    }

    private static double[] pairs(Ising ising, ConeLimits limits, double[] gamma, double[] beta) {
        return LightConeQaoa.of(ising, gamma.length, limits, 1, Deadline.never())
                .orElseThrow()
                .expectations(gamma, beta, () -> false)
                .orElseThrow()
                .pair();
    }

    @Test
    void stopsWhenAsked() {
        Ising cubic = Models.regular(200, 3, new SplittableRandom(2));
        assertThat(LightConeQaoa.of(cubic, 2, CONTRACTED, 1, Deadline.after(0))).isEmpty();
        LightConeQaoa cones =
                LightConeQaoa.of(cubic, 2, CONTRACTED, 1, Deadline.never()).orElseThrow();
        double[] angles = {0.4, 0.3};
        assertThat(cones.expectations(angles, angles, () -> true)).isEmpty();
        assertThat(cones.energy(angles, angles, () -> true)).isNaN();
        assertThat(cones.gradient(angles, angles, new double[2], new double[2], () -> true))
                .isNaN();
    }

    @Test
    void constantAndEmptyModels() {
        Ising constant = Ising.builder(3).addOffset(2).build();
        LightConeQaoa cones = LightConeQaoa.of(constant, 2, ConeLimits.DEFAULTS, 1, Deadline.never())
                .orElseThrow();
        double[] angles = {0.4, 0.3};
        assertThat(cones.energy(angles, angles, () -> false)).isEqualTo(2);
        assertThat(LightConeQaoa.of(Ising.builder(0).build(), 1, ConeLimits.DEFAULTS, 1, Deadline.never())
                        .orElseThrow()
                        .energy(new double[1], new double[1], () -> false))
                .isZero();
        assertThatThrownBy(() -> cones.energy(new double[1], angles, () -> false))
                .hasMessageContaining("expected 2 gammas");
    }
}
