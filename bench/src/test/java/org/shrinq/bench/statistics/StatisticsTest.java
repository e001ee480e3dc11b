package org.shrinq.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @CsvSource({"0, 1", "0.25, 1.75", "0.5, 2.5", "0.9, 3.7", "1, 4"})
    void quantilesAreThoseOfRsTypeSeven(double q, double expected) {
        assertThat(Quantiles.of(new double[] {4, 1, 3, 2}, q)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void medianOfInfiniteValuesIsDefined() {
        assertThat(Quantiles.median(new double[] {1, INFINITE, INFINITE})).isEqualTo(INFINITE);
        assertThat(Quantiles.median(new double[] {1, 2, INFINITE, INFINITE})).isEqualTo(INFINITE);
        assertThat(Quantiles.median(new double[] {})).isNaN();
    }

    /** Hamilton depression scores of Hollander and Wolfe (1973), table 3.1: V = 40, one-sided p = 0.01953. */
    @Test
    void wilcoxonOfHollanderAndWolfe() {
        double[] before = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
        double[] after = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
        Wilcoxon.Result result = Wilcoxon.test(before, after);
        assertThat(result.positiveRanks()).isEqualTo(40);
        assertThat(result.pGreater()).isCloseTo(0.01953125, within(1e-12));
        assertThat(result.pValue()).isCloseTo(0.0390625, within(1e-12));
    }

    /** Darwin's plants: rank sum 24 of 15 pairs, exact two-sided p = 0.041259765625. */
    @Test
    void wilcoxonOfDarwinsPlants() {
        double[] differences = {6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75};
        Wilcoxon.Result result = Wilcoxon.test(differences);
        assertThat(result.negativeRanks()).isEqualTo(24);
        assertThat(result.pValue()).isCloseTo(0.041259765625, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void wilcoxonWithTiesAndZerosAgreesWithEnumeration(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] d =
                random.ints(random.nextInt(1, 13), -4, 5).mapToDouble(v -> v).toArray();
        double[] nonZero = Arrays.stream(d).filter(v -> v != 0).toArray();
        double[] ranks = new double[nonZero.length];
        for (int i = 0; i < ranks.length; i++) {
            for (double other : nonZero) {
                double difference = Math.abs(nonZero[i]) - Math.abs(other);
                ranks[i] += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
            }
            ranks[i] += 0.5;
        }
        double observed = 0;
        for (int i = 0; i < ranks.length; i++) {
            observed += nonZero[i] > 0 ? ranks[i] : 0;
        }
        int atLeast = 0;
        int atMost = 0;
        for (int signs = 0; signs < 1 << ranks.length; signs++) {
            double sum = 0;
            for (int i = 0; i < ranks.length; i++) {
                sum += (signs >> i & 1) * ranks[i];
            }
            atLeast += sum >= observed ? 1 : 0;
            atMost += sum <= observed ? 1 : 0;
        }
        double total = 1 << ranks.length;
        double expected = Math.min(1, 2 * Math.min(atLeast, atMost) / total);
        Wilcoxon.Result result = Wilcoxon.test(d);
        assertThat(result.pairs()).isEqualTo(ranks.length);
        assertThat(result.zeros()).isEqualTo(d.length - ranks.length);
        assertThat(result.pValue()).as("seed %d", seed).isCloseTo(expected, within(1e-12));
    }

    @Test
    void normalApproximationTakesOverSmoothly() {
        double[] d = new double[Wilcoxon.EXACT_PAIRS + 1];
        SplittableRandom random = new SplittableRandom(5);
        Arrays.setAll(d, i -> random.nextDouble() - 0.4);
        double approximate = Wilcoxon.test(d).pValue();
        double exact = Wilcoxon.test(Arrays.copyOf(d, d.length - 1)).pValue();
        assertThat(approximate).isBetween(0.3 * exact, 3 * exact);
    }

    @Test
    void equalSamplesHaveNoEvidence() {
        assertThat(Wilcoxon.test(new double[] {1, INFINITE}, new double[] {1, INFINITE})
                        .pValue())
                .isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Wilcoxon.test(new double[] {Double.NaN}));
    }

    /** Values of Abramowitz and Stegun, table 26.1. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.158655253931457",
        "1.959963984540054, 0.025",
        "3, 0.00134989803163010",
        "5, 2.866515718791945e-7",
        "-1, 0.841344746068543"
    })
    void normalTail(double z, double expected) {
        assertThat(Normal.upperTail(z)).isCloseTo(expected, within(1e-12 * expected));
    }

    @Test
    void holmCorrects() {
        assertThat(Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
        assertThat(Holm.adjust(new double[] {0.9, 0.8})).containsExactly(1, 1);
    }

    /**
     * For an odd number n the bootstrap distribution of the median is known: P(median* ≤ x_(k)) = P(Binomial(n, k/n) ≥
     * (n + 1)/2) (Efron 1979). The percentile interval must end at those order statistics.
     */
    @Test
    void bootstrapOfTheMedianFollowsItsExactDistribution() {
        int n = 15;
        double[] values = new double[n];
        Arrays.setAll(values, i -> i + 1);
        Interval interval = Bootstrap.of(new SplittableRandom(1))
                .withResamples(40_000)
                .withLevel(0.9)
                .median(values);
        assertThat(interval.estimate()).isEqualTo(8);
        assertThat(interval.low()).isEqualTo(exactMedianQuantile(n, 0.05));
        assertThat(interval.high()).isEqualTo(exactMedianQuantile(n, 0.95));
    }

    private static double exactMedianQuantile(int n, double q) {
        for (int k = 1; k <= n; k++) {
            double p = k / (double) n;
            double cumulative = 0;
            for (int j = (n + 1) / 2; j <= n; j++) {
                double choose = 1;
                for (int c = 0; c < j; c++) {
                    choose *= (n - c) / (c + 1.0);
                }
                cumulative += choose * Math.pow(p, j) * Math.pow(1 - p, n - j);
            }
            if (cumulative >= q) {
                return k;
            }
        }
        return n;
    }

    @Test
    void clustersAreDrawnWhole() {
        List<double[]> clusters = List.of(new double[] {0, 0, 0}, new double[] {10, 10, 10});
        Interval interval = Bootstrap.of(new SplittableRandom(1))
                .interval(clusters, v -> Arrays.stream(v).sum());
        assertThat(interval.estimate()).isEqualTo(30);
        assertThat(interval.low()).isEqualTo(0);
        assertThat(interval.high()).isEqualTo(60);
    }

    /** The example with three problems and two solvers worked by hand. */
    @Test
    void performanceProfile() {
        List<Steps> curves =
                PerformanceProfile.of(new double[][] {{1, 2}, {4, 1}, {INFINITE, 3}, {INFINITE, INFINITE}});
        assertThat(curves.get(0)).isEqualTo(new Steps(new double[] {1, 4}, new double[] {0.25, 0.5}));
        assertThat(curves.get(1)).isEqualTo(new Steps(new double[] {1, 2}, new double[] {0.5, 0.75}));
        assertThat(curves.get(1).at(1.5)).isEqualTo(0.5);
        assertThat(curves.get(1).at(0.5)).isZero();
        assertThat(curves.get(0).at(1e9)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 2", "2, 0.5, 13.287712379549449", "3, 0.995, 3", "1, 0, Infinity"})
    void timeToSolution(double seconds, double success, double expected) {
        double tts = TimeToSolution.of(seconds, success, 0.99);
        assertThat(Double.isInfinite(tts) ? tts == expected : Math.abs(tts - expected) < 1e-9)
                .isTrue();
    }
}
