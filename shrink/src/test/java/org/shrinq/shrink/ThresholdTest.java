package org.shrinq.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.Ising;
import org.shrinq.shrink.contract.Contraction;
import org.shrinq.shrink.contract.Step;

/** Statistics on numbers small enough to check, and λ₂ against a dense eigenvalue computation. */
class ThresholdTest {
    private static final double[] X = {0.9, 0.1, 0.5, 0.2, 0.3};

    @Test
    void everyKindOnKnownNumbers() {
        assertThat(Threshold.of(Threshold.Kind.PROPORTIONAL).of(X, 0)).isCloseTo(0.72, within(1e-12));
        assertThat(Threshold.of(Threshold.Kind.MEAN).of(X, 0)).isCloseTo(0.4, within(1e-12));
        assertThat(Threshold.of(Threshold.Kind.MEDIAN).of(X, 0)).isEqualTo(0.3);
        assertThat(Threshold.quantile(0.75).of(X, 0)).isEqualTo(0.5);
        assertThat(Threshold.quantile(0).of(X, 0)).isEqualTo(0.1);
        assertThat(Threshold.quantile(1).of(X, 0)).isEqualTo(0.9);
        // {0.1, 0.2, 0.3 | 0.5, 0.9} has within sum 0.02 + 0.08; {… 0.5 | 0.9} 0.0875
        assertThat(Threshold.of(Threshold.Kind.CLUSTERING).of(X, 0)).isEqualTo(0.9);
        assertThat(Threshold.decay(1).of(X, 0)).isEqualTo(0.9);
        assertThat(Threshold.decay(1).of(X, 1)).isCloseTo(0.9 / Math.E, within(1e-12));
        assertThat(Threshold.of(Threshold.Kind.MEAN).of(new double[0], 0)).isZero();
        assertThatThrownBy(() -> Threshold.proportional(1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Threshold.quantile(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        for (Threshold.Kind kind : Threshold.Kind.values()) {
            assertThat(Threshold.Kind.ofId(kind.id())).contains(kind);
        }
    }

    /** The split of least within-cluster squares, by trying every split. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void clusteringIsTheBestSplit(long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        for (int trial = 0; trial < 50; trial++) {
            double[] x = rng.doubles(rng.nextInt(2, 12)).toArray();
            double[] sorted = x.clone();
            java.util.Arrays.sort(sorted);
            double best = Double.POSITIVE_INFINITY;
            double border = sorted[0];
            for (int k = 1; k < sorted.length; k++) {
                double within = squares(sorted, 0, k) + squares(sorted, k, sorted.length);
                if (within < best - 1e-12) {
                    best = within;
                    border = sorted[k];
                }
            }
            assertThat(Threshold.of(Threshold.Kind.CLUSTERING).of(x, 0)).isEqualTo(border);
        }
    }

    private static double squares(double[] x, int from, int to) {
        double mean = 0;
        for (int k = from; k < to; k++) {
            mean += x[k] / (to - from);
        }
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += (x[k] - mean) * (x[k] - mean);
        }
        return sum;
    }

    /** Against Jacobi rotations on the dense normalised Laplacian; contraction never lowers it for unsigned weights. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void secondEigenvalueIsExactAndNeverFalls(long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        int n = 12;
        Ising ising = RandomModels.qubo(rng, n, 0.5).toIsing();
        Contraction form = Contraction.of(ising);
        SpectralMonitor monitor = new SpectralMonitor(form, n, 0.1);
        double[][] w = new double[n + 1][n + 1];
        for (int i = 0; i < n; i++) {
            w[i][n] = w[n][i] = Math.abs(ising.linear(i));
            for (int j = 0; j < n; j++) {
                w[i][j] = Math.abs(ising.coupling(i, j));
            }
        }
        double before = 0;
        for (int i = 0; i < n - 3; i++) {
            double lambda = monitor.secondEigenvalue();
            assertThat(lambda).as("seed %d, step %d", seed, i).isCloseTo(dense(w, i), within(1e-9));
            assertThat(lambda).isGreaterThanOrEqualTo(before - 1e-9);
            before = lambda;
            int j = i + 1 + rng.nextInt(n - i - 1);
            monitor.apply(Step.merge(i, j, rng.nextBoolean() ? 1 : -1));
            for (int k = i + 1; k <= n; k++) {
                if (k != j) {
                    w[j][k] += w[i][k];
                    w[k][j] = w[j][k];
                }
            }
        }
    }

    /** Second smallest eigenvalue of I − D^{−1/2} W D^{−1/2} over the vertices from {@code from} on. */
    private static double dense(double[][] w, int from) {
        int n = w.length - from;
        double[][] a = new double[n][n];
        double[] d = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                d[i] += i == j ? 0 : w[from + i][from + j];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = i == j ? 1 : -w[from + i][from + j] / Math.sqrt(d[i] * d[j]);
            }
        }
        for (int sweep = 0; sweep < 60; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, p, q);
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
        java.util.Arrays.sort(values);
        return values[1];
    }

    private static void rotate(double[][] a, int p, int q) {
        if (Math.abs(a[p][q]) < 1e-18) {
            return;
        }
        double theta = 0.5 * Math.atan2(2 * a[p][q], a[q][q] - a[p][p]);
        double c = Math.cos(theta);
        double s = Math.sin(theta);
        for (int k = 0; k < a.length; k++) {
            double x = a[k][p];
            double y = a[k][q];
            a[k][p] = c * x - s * y;
            a[k][q] = s * x + c * y;
        }
        for (int k = 0; k < a.length; k++) {
            double x = a[p][k];
            double y = a[q][k];
            a[p][k] = c * x - s * y;
            a[q][k] = s * x + c * y;
        }
    }
}
