package org.shrinq.quantum.statevector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shrinq.quantum.statevector.TestSimulators.GO_ON;
import static org.shrinq.quantum.statevector.TestSimulators.KERNELS;
import static org.shrinq.quantum.statevector.TestSimulators.exact;
import static org.shrinq.quantum.statevector.TestSimulators.simulator;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.Observable;
import org.shrinq.quantum.Precision;
import org.shrinq.qubo.Ising;

/** The gradients of the engine against differences and against the parameter-shift rule. */
final class QaoaGradientTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 24);
    }

    /** Central differences, for every objective, both kernels, states in one row and in several. */
    @ParameterizedTest
    @MethodSource("seeds")
    void gradientsAreThoseOfDifferences(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = seed > 21 ? 16 : 1 + (int) (seed % 13);
        Ising ising = ReferenceState.model(n, r);
        int p = 1 + r.nextInt(3);
        double[] table = r.doubles(1 << n, -2, 2).toArray();
        Objective objective = Objective.values()[r.nextInt(4)];
        Optional<Observable> observable = objective == Objective.OBSERVABLE || r.nextInt(2) == 0
                ? Optional.of(Observable.ofTable(table))
                : Optional.empty();
        Goal goal = new Goal(objective, r.nextDouble(0.1, 0.9), r.nextDouble(0.2, 2), observable);
        double[] gamma = ReferenceState.angles(p, r);
        double[] beta = ReferenceState.angles(p, r);
        for (KernelChoice kernel : KERNELS) {
            try (QaoaSimulator s = simulator(ising, goal, Precision.DOUBLE, kernel)) {
                double[] dGamma = new double[p];
                double[] dBeta = new double[p];
                double value = s.gradient(gamma, beta, dGamma, dBeta, GO_ON);
                double unit = observable.isPresent() ? 1 : s.scale() * n;
                assertThat(value).isCloseTo(s.value(gamma, beta, GO_ON), within(1e-10 * unit));
                for (int l = 0; l < p; l++) {
                    assertThat(dGamma[l])
                            .as("%s %s gamma %d", kernel, goal.objective(), l)
                            .isCloseTo(difference(s, gamma, l, gamma, beta), within(2e-5 * unit));
                    assertThat(dBeta[l])
                            .as("%s %s beta %d", kernel, goal.objective(), l)
                            .isCloseTo(difference(s, beta, l, gamma, beta), within(2e-5 * unit));
                }
            }
        }
    }

    private static double difference(QaoaSimulator s, double[] moved, int l, double[] gamma, double[] beta) {
        double at = moved[l];
        double step = 1e-5;
        moved[l] = at + step;
        double plus = s.value(gamma, beta, GO_ON);
        moved[l] = at - step;
        double minus = s.value(gamma, beta, GO_ON);
        moved[l] = at;
        return (plus - minus) / (2 * step);
    }

    /**
     * exp(−iβX) has the exact rule dE/dβ = E(β + π/4) − E(β − π/4), a term with coefficient c the rule c·(E(γ + π/4c) −
     * E(γ − π/4c)); the shared gradient is the sum of the multi-angle one.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void gradientsAreThoseOfTheParameterShiftRule(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = seed > 22 ? 16 : 2 + (int) (seed % 9);
        Ising ising = ReferenceState.model(n, r);
        int p = n > 15 ? 1 : 1 + r.nextInt(3);
        try (QaoaSimulator s = exact(ising, Goal.energy())) {
            double[] coefficients = coefficients(ising, s.scale());
            double[] shared = ReferenceState.angles(p, r);
            double[] sharedBeta = ReferenceState.angles(p, r);
            double[][] gamma = ReferenceState.repeated(shared, s.terms());
            double[][] beta = ReferenceState.repeated(sharedBeta, n);
            double[][] dGamma = new double[p][s.terms()];
            double[][] dBeta = new double[p][n];
            s.gradientMulti(gamma, beta, dGamma, dBeta, GO_ON);
            double error = 1e-10 * s.scale() * n;
            int step = n > 15 ? 17 : 1;
            for (int l = 0; l < p; l++) {
                for (int k = 0; k < s.terms(); k += step) {
                    double c = coefficients[k];
                    double shift = shift(s, gamma[l], k, Math.PI / 4 / c, gamma, beta);
                    assertThat(dGamma[l][k]).as("term %d", k).isCloseTo(c * shift, within(error));
                }
                for (int j = 0; j < n; j += step) {
                    double shift = shift(s, beta[l], j, Math.PI / 4, gamma, beta);
                    assertThat(dBeta[l][j]).as("qubit %d", j).isCloseTo(shift, within(error));
                }
            }
            double[] sumGamma = new double[p];
            double[] sumBeta = new double[p];
            s.gradient(shared, sharedBeta, sumGamma, sumBeta, GO_ON);
            for (int l = 0; l < p; l++) {
                assertThat(sumGamma[l]).isCloseTo(Arrays.stream(dGamma[l]).sum(), within(error));
                assertThat(sumBeta[l]).isCloseTo(Arrays.stream(dBeta[l]).sum(), within(error));
            }
        }
    }

    private static double[] coefficients(Ising ising, double scale) {
        double[] c = new double[ReferenceState.terms(ising)];
        int[] k = {0};
        for (int i = 0; i < ising.size(); i++) {
            if (ising.linear(i) != 0) {
                c[k[0]++] = ising.linear(i) / scale;
            }
        }
        ising.forEachCoupling((i, j, v) -> c[k[0]++] = v / scale);
        return c;
    }

    private static double shift(QaoaSimulator s, double[] row, int k, double by, double[][] gamma, double[][] beta) {
        double at = row[k];
        row[k] = at + by;
        double plus = s.valueMulti(gamma, beta, GO_ON);
        row[k] = at - by;
        double minus = s.valueMulti(gamma, beta, GO_ON);
        row[k] = at;
        return plus - minus;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void singlePrecisionGradientsAreClose(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = seed > 22 ? 16 : 1 + (int) (seed % 13);
        Ising ising = ReferenceState.model(n, r);
        double[] gamma = ReferenceState.angles(2, r);
        double[] beta = ReferenceState.angles(2, r);
        double[][] expected = new double[2][2];
        try (QaoaSimulator s = exact(ising, Goal.energy())) {
            s.gradient(gamma, beta, expected[0], expected[1], GO_ON);
        }
        for (KernelChoice kernel : KERNELS) {
            try (QaoaSimulator s = simulator(ising, Goal.energy(), Precision.SINGLE, kernel)) {
                double[][] found = new double[2][2];
                s.gradient(gamma, beta, found[0], found[1], GO_ON);
                for (int k = 0; k < 4; k++) {
                    assertThat(found[k / 2][k % 2]).isCloseTo(expected[k / 2][k % 2], within(1e-4 * s.scale() * n * n));
                }
            }
        }
    }
}
