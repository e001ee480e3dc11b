package org.shrinq.quantum.statevector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.shrinq.quantum.statevector.TestSimulators.GO_ON;
import static org.shrinq.quantum.statevector.TestSimulators.KERNELS;
import static org.shrinq.quantum.statevector.TestSimulators.exact;
import static org.shrinq.quantum.statevector.TestSimulators.simulator;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.Observable;
import org.shrinq.quantum.Precision;
import org.shrinq.qubo.Ising;

/** The engine against its slow twin: states, objectives, samples and moments. */
final class QaoaSimulatorTest {
    static IntStream sizes() {
        return IntStream.concat(IntStream.rangeClosed(1, 14), IntStream.of(15, 16, 17, 18));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 24);
    }

    private static void assertClose(double[] found, double[] expected, double error, String what) {
        for (int z = 0; z < expected.length; z++) {
            if (!(Math.abs(found[z] - expected[z]) <= error)) {
                assertThat(found[z]).as("%s, index %d", what, z).isCloseTo(expected[z], within(error));
            }
        }
    }

    /** Every size, hence every way of cutting the state; one to three layers, hence every order of passes. */
    @ParameterizedTest
    @MethodSource("sizes")
    void theStateIsThatOfTheDefinition(int n) {
        for (int p = 1; p <= (n > 15 ? 3 : 4); p++) {
            SplittableRandom r = new SplittableRandom(100L * n + p);
            Ising ising = ReferenceState.model(n, r);
            double[] gamma = ReferenceState.angles(p, r);
            double[] beta = ReferenceState.angles(p, r);
            if (p == 2) {
                beta[1] = Math.PI / 2 - 1e-9; // a tangent that no precision bears
            }
            ReferenceState expected = ReferenceState.of(ising, gamma, beta);
            double energy = ReferenceState.mean(expected.probabilities(), ReferenceState.energies(ising));
            for (Precision precision : Precision.values()) {
                double error = precision == Precision.DOUBLE ? 1e-13 : 3e-6;
                for (KernelChoice kernel : KERNELS) {
                    String what = precision + " " + kernel + " p=" + p;
                    try (QaoaSimulator s = simulator(ising, Goal.energy(), precision, kernel)) {
                        double value = s.value(gamma, beta, GO_ON);
                        double[][] amplitudes = s.amplitudes();
                        // equal up to a global phase that is 1
                        assertClose(amplitudes[0], expected.re(), error, what);
                        assertClose(amplitudes[1], expected.im(), error, what);
                        assertClose(s.probabilities(), expected.probabilities(), error, what);
                        double size = s.scale() * (ising.couplings() + n);
                        assertThat(value).as(what).isCloseTo(energy, within(3 * error * size));
                        assertThat(s.expectation()).isEqualTo(value);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void multiAngleStateIsThatOfTheDefinition(int n) {
        SplittableRandom r = new SplittableRandom(7L * n);
        Ising ising = ReferenceState.model(n, r);
        int p = 1 + n % 3;
        double[][] gamma = ReferenceState.angles(p, ReferenceState.terms(ising), r);
        double[][] beta = ReferenceState.angles(p, n, r);
        ReferenceState expected = ReferenceState.of(ising, gamma, beta);
        for (Precision precision : Precision.values()) {
            for (KernelChoice kernel : KERNELS) {
                try (QaoaSimulator s = simulator(ising, Goal.energy(), precision, kernel)) {
                    assertThat(s.terms()).isEqualTo(ReferenceState.terms(ising));
                    s.valueMulti(gamma, beta, GO_ON);
                    double error = precision == Precision.DOUBLE ? 1e-13 : 3e-6;
                    assertClose(s.probabilities(), expected.probabilities(), error, precision + " " + kernel);
                }
            }
        }
    }

    /** The four objectives, each with the energy and with an observable, by their definitions. */
    @ParameterizedTest
    @MethodSource("seeds")
    void objectivesAreTheirDefinitions(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 1 + (int) (seed % 12);
        Ising ising = ReferenceState.model(n, r);
        double scale = ising.maxAbsCoefficient() > 0 ? ising.maxAbsCoefficient() : 1;
        double[] gamma = ReferenceState.angles(2, r);
        double[] beta = ReferenceState.angles(2, r);
        double[] p = ReferenceState.of(ising, gamma, beta).probabilities();
        // values with ties, as repaired objectives have
        double[] table = r.ints(1 << n, -5, 5).mapToDouble(v -> v).toArray();
        for (boolean observed : new boolean[] {false, true}) {
            double[] f = observed ? table : ReferenceState.energies(ising);
            Optional<Observable> o = observed ? Optional.of(Observable.ofTable(table)) : Optional.empty();
            double alpha = r.nextDouble(0.05, 1);
            double eta = r.nextDouble(0.2, 2);
            double least = Arrays.stream(f).min().orElseThrow();
            double sum = 0;
            for (int z = 0; z < f.length; z++) {
                sum += p[z] * Math.exp(-eta * (f[z] - least) / scale);
            }
            double tolerance =
                    1e-10 * (1 + Arrays.stream(f).map(Math::abs).max().orElseThrow());
            assertThat(value(ising, new Goal(Objective.EXPECTATION, 1, 1, o), gamma, beta))
                    .isCloseTo(ReferenceState.mean(p, f), within(tolerance));
            assertThat(value(ising, new Goal(Objective.CVAR, alpha, 1, o), gamma, beta))
                    .as("alpha %s", alpha)
                    .isCloseTo(ReferenceState.cvar(p, f, alpha), within(tolerance / alpha));
            assertThat(value(ising, new Goal(Objective.CVAR, 1, 1, o), gamma, beta))
                    .isCloseTo(ReferenceState.mean(p, f), within(tolerance));
            assertThat(value(ising, new Goal(Objective.GIBBS, 1, eta, o), gamma, beta))
                    .isCloseTo(least - scale / eta * Math.log(sum), within(tolerance));
        }
    }

    private static double value(Ising ising, Goal goal, double[] gamma, double[] beta) {
        try (QaoaSimulator s = exact(ising, goal)) {
            return s.value(gamma, beta, GO_ON);
        }
    }

    /** Bit for bit, value, gradient, probabilities and shots. */
    @Test
    void resultsDoNotDependOnThreads() {
        for (int n : new int[] {15, 16, 17}) {
            SplittableRandom r = new SplittableRandom(n);
            Ising ising = ReferenceState.model(n, r);
            double[] gamma = ReferenceState.angles(2, r);
            double[] beta = ReferenceState.angles(2, r);
            Goal goal = new Goal(Objective.CVAR, 0.3, 1, Optional.empty());
            String[] all = new String[3];
            for (int threads = 1; threads <= 3; threads++) {
                try (QaoaSimulator s = QaoaSimulator.of(ising, goal, Precision.DOUBLE, KernelChoice.AUTO, threads)) {
                    double[] dGamma = new double[2];
                    double[] dBeta = new double[2];
                    double first = s.gradient(gamma, beta, dGamma, dBeta, GO_ON);
                    double second = s.value(gamma, beta, GO_ON);
                    assertThat(second).isEqualTo(first);
                    all[threads - 1] = first
                            + Arrays.toString(dGamma)
                            + Arrays.toString(dBeta)
                            + Arrays.hashCode(s.probabilities())
                            + Arrays.toString(s.sample(50, new SplittableRandom(1)));
                }
            }
            assertThat(all[1]).isEqualTo(all[0]);
            assertThat(all[2]).isEqualTo(all[0]);
        }
    }

    /** Asked before every pass: at least once a layer forwards, and again backwards. */
    @Test
    void stopsBetweenPasses() {
        Ising ising = ReferenceState.model(16, new SplittableRandom(1));
        double[] angles = {0.3, 0.2, 0.1};
        try (QaoaSimulator s = exact(ising, Goal.energy())) {
            AtomicInteger asked = new AtomicInteger();
            s.value(angles, angles, () -> asked.incrementAndGet() < 0);
            int forward = asked.get();
            assertThat(forward).isBetween(3, 8);
            asked.set(0);
            s.gradient(angles, angles, new double[3], new double[3], () -> asked.incrementAndGet() < 0);
            int all = asked.get();
            assertThat(all).isBetween(forward + 3, 16);
            for (int stop = 1; stop <= all; stop++) {
                int at = stop;
                asked.set(0);
                assertThat(s.gradient(
                                angles, angles, new double[3], new double[3], () -> asked.incrementAndGet() >= at))
                        .isNaN();
                assertThat(asked).hasValue(stop);
            }
        }
    }

    /** Pearson's χ² of 40,000 shots, at its mean 255 ± 6 deviations; rows are sampled one by one from n = 16 on. */
    @Test
    void samplesFollowTheProbabilities() {
        for (int n : new int[] {8, 16}) {
            Ising ising = ReferenceState.model(n, new SplittableRandom(n));
            try (QaoaSimulator s = exact(ising, Goal.energy())) {
                s.value(new double[] {0.4}, new double[] {-0.3}, GO_ON);
                double[] p = s.probabilities();
                long[] shots = s.sample(40_000, new SplittableRandom(5));
                assertThat(shots).hasSize(40_000);
                // 256 classes of nearly equal mass in index order: a wrong index falls into a wrong class
                double[] expected = new double[257];
                double[] found = new double[257];
                int[] classOf = new int[p.length];
                double sum = 0;
                for (int z = 0; z < p.length; z++) {
                    classOf[z] = (int) (sum * 256);
                    expected[classOf[z]] += 40_000 * p[z];
                    sum += p[z];
                }
                for (long z : shots) {
                    found[classOf[(int) z]]++;
                }
                double chi2 = 0;
                for (int k = 0; k < 257; k++) {
                    chi2 += expected[k] > 0 ? (found[k] - expected[k]) * (found[k] - expected[k]) / expected[k] : 0;
                }
                assertThat(chi2).as("n = %d", n).isBetween(n == 8 ? 20.0 : 120.0, 390.0);
            }
        }
    }

    @Test
    void momentsAreExpectationsOfSpins() {
        SplittableRandom r = new SplittableRandom(3);
        Ising ising = ReferenceState.model(9, r);
        double[] angles = ReferenceState.angles(2, r);
        double[] p = ReferenceState.of(ising, angles, angles).probabilities();
        try (QaoaSimulator s = exact(ising, Goal.energy())) {
            s.value(angles, angles, GO_ON);
            SpinMoments m = s.moments();
            assertThat(m.size()).isEqualTo(9);
            assertThat(m.total()).isCloseTo(1, within(1e-12));
            for (int i = 0; i < 9; i++) {
                for (int j = 0; j < 9; j++) {
                    double pair = 0;
                    double single = 0;
                    for (int z = 0; z < p.length; z++) {
                        double zi = (z >>> i & 1) == 0 ? 1 : -1;
                        single += p[z] * zi;
                        pair += p[z] * zi * ((z >>> j & 1) == 0 ? 1 : -1);
                    }
                    assertThat(m.single(i)).isCloseTo(single, within(1e-12));
                    assertThat(m.pair(i, j)).isCloseTo(pair, within(1e-12));
                }
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWithFigures() {
        assertThatThrownBy(() -> exact(Ising.builder(0).build(), Goal.energy())).hasMessageContaining("one qubit");
        assertThatThrownBy(() -> exact(Ising.builder(31).build(), Goal.energy()))
                .isInstanceOf(InsufficientMemoryException.class)
                .hasMessageContaining("31 qubits need")
                .hasMessageContaining("GiB");
    }
}
