package org.shrinq.quantum.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.quantum.statevector.ReferenceState;
import org.shrinq.quantum.statevector.SpinMoments;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;

/** The formulas against the state vector written down as it is defined. */
final class ClosedFormQaoaTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void expectationsAreThoseOfTheState(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 1 + (int) (seed % 11);
        Ising ising = ReferenceState.model(n, r);
        double gamma = r.nextDouble(-3, 3);
        double beta = r.nextDouble(-3, 3);
        double[] p = ReferenceState.of(ising, new double[] {gamma}, new double[] {beta})
                .probabilities();
        double energy = ReferenceState.mean(p, ReferenceState.energies(ising));
        SpinMoments moments = SpinMoments.of(p);
        ClosedFormQaoa q = ClosedFormQaoa.of(ising);
        ClosedFormQaoa.Expectations e = q.expectations(gamma, beta);
        for (int i = 0; i < n; i++) {
            assertThat(e.single()[i]).as("<Z%d>", i).isCloseTo(moments.single(i), within(1e-12));
        }
        int[] k = {0};
        ising.forEachCoupling((i, j, c) ->
                assertThat(e.pair()[k[0]++]).as("<Z%d Z%d>", i, j).isCloseTo(moments.pair(i, j), within(1e-12)));
        assertThat(e.pair()).hasSize(k[0]);
        double size = 1e-12 * (1 + q.scale() * (n + k[0]));
        assertThat(e.energy()).isCloseTo(energy, within(size));
        assertThat(q.energy(gamma, beta)).isCloseTo(energy, within(size));
    }

    /** No pair of angles of a fine grid is better than what the search finds, and β is the best for every γ. */
    @ParameterizedTest
    @MethodSource("seeds")
    void searchBeatsAGrid(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 2 + (int) (seed % 7);
        Ising ising = ReferenceState.model(n, r);
        ClosedFormQaoa q = ClosedFormQaoa.of(ising);
        ClosedFormQaoa.Angles best = q.best(Deadline.never());
        assertThat(best.energy()).isCloseTo(q.energy(best.gamma(), best.beta()), within(1e-10 * q.scale()));
        double mean = ising.offset();
        assertThat(best.energy()).isLessThanOrEqualTo(mean);
        double strength = Strength.of(ising) / q.scale();
        double least = mean;
        for (int g = 1; g <= 60; g++) {
            double gamma = g * 1.5 / 60 / Math.max(strength, 1e-9);
            ClosedFormQaoa.Angles at = q.bestMixer(gamma);
            for (int b = -20; b < 20; b++) {
                assertThat(at.energy()).isLessThanOrEqualTo(q.energy(gamma, b * Math.PI / 40) + 1e-10 * q.scale());
            }
            least = Math.min(least, at.energy());
        }
        // the search covers [0, 2/strength] in 24 steps before it refines: it may not lose to this grid by much
        assertThat(best.energy()).isLessThanOrEqualTo(least + 0.02 * (mean - least));
    }

    @Test
    void aSingleSpinAndASingleBondAreSolvedExactly() {
        // one spin in a field: |ψ> reaches the ground state
        ClosedFormQaoa spin = ClosedFormQaoa.of(
                Ising.builder(1).addField(0, -2.5).addOffset(1).build());
        assertThat(spin.best(Deadline.never()).energy()).isCloseTo(-1.5, within(1e-9));
        assertThat(spin.scale()).isEqualTo(2.5);
        // the known maximum of one layer on a single antiferromagnetic bond is 1
        ClosedFormQaoa bond = ClosedFormQaoa.of(Ising.builder(2).add(0, 1, 1).build());
        assertThat(bond.best(Deadline.never()).energy()).isCloseTo(-1, within(1e-9));
        // ring of disagrees: 3/4 of the edges are cut at p = 1 (Farhi, Goldstone, Gutmann 2014)
        Ising.Builder ring = Ising.builder(10);
        for (int i = 0; i < 10; i++) {
            ring.add(Math.min(i, (i + 1) % 10), Math.max(i, (i + 1) % 10), 1);
        }
        assertThat(ClosedFormQaoa.of(ring.build()).best(Deadline.never()).energy())
                .isCloseTo(-5, within(1e-6));
    }

    /** cos(2γJ) = 0 at once in many factors: no division, no logarithm may be hurt. */
    @Test
    void vanishingCosines() {
        Ising.Builder b = Ising.builder(5).addField(0, 1).addField(3, -1);
        for (int i = 0; i < 5; i++) {
            for (int j = i + 1; j < 5; j++) {
                b.add(i, j, (i + j) % 2 == 0 ? 1 : -1);
            }
        }
        Ising ising = b.build();
        double gamma = Math.PI / 4;
        double[] p = ReferenceState.of(ising, new double[] {gamma}, new double[] {0.3})
                .probabilities();
        SpinMoments moments = SpinMoments.of(p);
        ClosedFormQaoa.Expectations e = ClosedFormQaoa.of(ising).expectations(gamma, 0.3);
        int[] k = {0};
        ising.forEachCoupling((i, j, c) -> assertThat(e.pair()[k[0]++]).isCloseTo(moments.pair(i, j), within(1e-12)));
        for (int i = 0; i < 5; i++) {
            assertThat(e.single()[i]).isCloseTo(moments.single(i), within(1e-12));
        }
    }

    @Test
    void constantAndEmptyModels() {
        for (int n = 0; n < 3; n++) {
            ClosedFormQaoa q = ClosedFormQaoa.of(Ising.builder(n).addOffset(4).build());
            assertThat(q.best(Deadline.never()).energy()).isEqualTo(4);
            assertThat(q.scale()).isEqualTo(1);
            assertThat(q.expectations(1, 1).single())
                    .hasSize(n)
                    .containsOnly(n == 0 ? new double[0] : new double[] {0});
        }
    }

    @Test
    void deadlineStrikesWithinAnAngle() {
        Ising ising = ReferenceState.model(8, new SplittableRandom(1));
        ClosedFormQaoa q = ClosedFormQaoa.of(ising);
        double full = q.best(Deadline.never()).energy();
        double last = Double.POSITIVE_INFINITY;
        for (int reads = 0; reads < 1600; reads += 4) {
            AtomicLong clock = new AtomicLong();
            ClosedFormQaoa.Angles a = q.best(Deadline.after(reads * 1e-9, clock::incrementAndGet));
            assertThat(clock.get()).isLessThanOrEqualTo(Math.max(reads, 10) + 5);
            assertThat(a.energy()).isLessThanOrEqualTo(last).isGreaterThanOrEqualTo(full);
            last = a.energy();
            if (reads < 16) {
                assertThat(a).isEqualTo(new ClosedFormQaoa.Angles(0, 0, ising.offset()));
            }
        }
        assertThat(last).isEqualTo(full);
    }
}
