package org.shrinq.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Permutation tests and what fits of correlated bits need. */
class PermutationTest {
    /** Against all 2^pairs swaps: the p-values of many random arrangements come near the exact shares. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithAllSwaps(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int pairs = 8;
        int count = 3;
        double[] a = random.doubles(pairs).map(v -> Math.rint(5 * v)).toArray();
        double[] b = random.doubles(pairs).map(v -> Math.rint(6 * v)).toArray();
        double[] exact = new double[4];
        for (int swaps = 0; swaps < 1 << pairs; swaps++) {
            double[] x = a.clone();
            double[] y = b.clone();
            for (int k = 0; k < pairs; k++) {
                if ((swaps >> k & 1) == 1) {
                    x[k] = b[k];
                    y[k] = a[k];
                }
            }
            double mean = Arrays.stream(x).sum() - Arrays.stream(y).sum();
            double observedMean = Arrays.stream(a).sum() - Arrays.stream(b).sum();
            double low = lowest(x, count) - lowest(y, count);
            double observedLow = lowest(a, count) - lowest(b, count);
            exact[0] += mean <= observedMean ? 1.0 / (1 << pairs) : 0;
            exact[1] += mean >= observedMean ? 1.0 / (1 << pairs) : 0;
            exact[2] += low <= observedLow ? 1.0 / (1 << pairs) : 0;
            exact[3] += low >= observedLow ? 1.0 / (1 << pairs) : 0;
        }
        PairSwap test = PairSwap.of(pairs, 20_000, random);
        PairSwap.Result mean = test.mean(a, b);
        PairSwap.Result low = test.lowest(a, b, count);
        double[] found = {mean.less(), mean.greater(), low.less(), low.greater()};
        for (int k = 0; k < exact.length; k++) {
            assertThat(found[k]).as("p %d, seed %d", k, seed).isCloseTo(exact[k], within(0.015));
        }
    }

    private static double lowest(double[] values, int count) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.stream(sorted, 0, count).sum();
    }

    /** Many pairs share coins; equal samples keep p near one half on average, shifted ones are found. */
    @Test
    void blocksOfPairsKeepTheTestValid() {
        SplittableRandom random = new SplittableRandom(9);
        int pairs = 3 * PairSwap.BLOCKS + 17;
        int small = 0;
        for (int trial = 0; trial < 60; trial++) {
            double[] a = random.doubles(pairs).toArray();
            double[] b = random.doubles(pairs).toArray();
            small += PairSwap.of(pairs, 99, random).mean(a, b).less() <= 0.1 ? 1 : 0;
        }
        assertThat(small).as("of 60 at 10 %%, seed 9").isBetween(0, 15);
        double[] shifted = random.doubles(pairs).map(v -> v - 0.02).toArray();
        double[] plain = random.doubles(pairs).toArray();
        assertThat(PairSwap.of(pairs, 999, random).mean(shifted, plain).less()).isEqualTo(0.001);
    }

    /** P(X ≤ 0, Y ≤ 0) = 1/4 + asin ρ/2π (Sheppard 1899); elsewhere by one integral over x. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0.5", "0, 0, -0.9", "1, -0.5, 0.3", "-1, -1, 0.95"})
    void bivariateNormalByAnotherIntegral(double h, double k, double rho) {
        double angle = Math.asin(rho);
        if (h == 0 && k == 0) {
            assertThat(BivariateNormal.cdf(h, k, angle)).isCloseTo(0.25 + angle / (2 * Math.PI), within(1e-9));
        } else {
            assertThat(BivariateNormal.cdf(h, k, angle)).isCloseTo(byRiemannSum(h, k, rho), within(1e-6));
        }
        assertThat(BivariateNormal.angle(h, k, BivariateNormal.cdf(h, k, angle)))
                .isCloseTo(angle, within(1e-6));
    }

    /** ∫ φ(x) Φ((k − ρx)/√(1 − ρ²)) dx up to h. */
    private static double byRiemannSum(double h, double k, double rho) {
        double step = 1e-3;
        double sum = 0;
        for (double x = -9; x < h - step / 2; x += step) {
            double middle = x + step / 2;
            sum += step
                    * Math.exp(-middle * middle / 2)
                    / Math.sqrt(2 * Math.PI)
                    * Normal.cdf((k - rho * middle) / Math.sqrt(1 - rho * rho));
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"0.975, 1.959963984540054", "0.5, 0", "0.001, -3.090232306167813"})
    void normalQuantiles(double p, double z) {
        assertThat(Normal.quantile(p)).isCloseTo(z, within(1e-9));
    }

    /** Higham (2002), section 4: the nearest correlation matrix of the tridiagonal one of order 3 with ones. */
    @Test
    void nearestCorrelationOfHigham() {
        double[][] near = NearestCorrelation.of(new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}});
        assertThat(near[0][1]).isCloseTo(0.7607, within(2e-3));
        assertThat(near[0][2]).isCloseTo(0.1573, within(2e-3));
        assertThat(near[1][2]).isCloseTo(0.7607, within(2e-3));
    }

    /** Wilson (1927) for 0 of 10 and 5 of 10. */
    @Test
    void wilsonIntervals() {
        assertThat(Shares.wilson(0, 10).high()).isCloseTo(0.2775, within(1e-4));
        assertThat(Shares.wilson(5, 10).low()).isCloseTo(0.2366, within(1e-4));
    }
}
