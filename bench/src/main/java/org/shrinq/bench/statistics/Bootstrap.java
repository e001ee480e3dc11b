package org.shrinq.bench.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile bootstrap (Efron 1979). Runs of one instance are not independent of each other, so whole clusters are
 * drawn: a resample takes as many instances as there are, with replacement, each with all its runs (Davison and Hinkley
 * 1997, section 3.8).
 */
public final class Bootstrap {
    /** Enough for a 95 % interval whose ends vary little from seed to seed. */
    public static final int RESAMPLES = 2000;

    private final SplittableRandom random;
    private final int resamples;
    private final double level;

    private Bootstrap(SplittableRandom random, int resamples, double level) {
        this.random = random;
        this.resamples = resamples;
        this.level = level;
    }

    /** Intervals of 95 % from {@link #RESAMPLES} resamples. */
    public static Bootstrap of(SplittableRandom random) {
        return new Bootstrap(random, RESAMPLES, 0.95);
    }

    public Bootstrap withResamples(int value) {
        if (value < 1) {
            throw new IllegalArgumentException(value + " resamples, expected at least 1");
        }
        return new Bootstrap(random, value, level);
    }

    /** In (0, 1). */
    public Bootstrap withLevel(double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("a level of " + value + ", expected a share in (0, 1)");
        }
        return new Bootstrap(random, resamples, value);
    }

    /** The median of independent values. Not modified. */
    public Interval median(double[] values) {
        return interval(Arrays.stream(values).mapToObj(v -> new double[] {v}).toList(), Quantiles::median);
    }

    /** The median over all values of all clusters. */
    public Interval clusteredMedian(List<double[]> clusters) {
        return interval(clusters, Quantiles::median);
    }

    /**
     * Any statistic of the pooled values.
     *
     * @param clusters one array per instance; not modified
     * @param statistic called with arrays that it must not keep
     * @return NaN throughout when there are no values
     */
    public Interval interval(List<double[]> clusters, ToDoubleFunction<double[]> statistic) {
        double[] pooled = pool(clusters, null);
        if (pooled.length == 0) {
            return new Interval(Double.NaN, Double.NaN, Double.NaN);
        }
        double estimate = statistic.applyAsDouble(pooled);
        double[] replicates = new double[resamples];
        int[] chosen = new int[clusters.size()];
        for (int r = 0; r < resamples; r++) {
            for (int k = 0; k < chosen.length; k++) {
                chosen[k] = random.nextInt(chosen.length);
            }
            replicates[r] = statistic.applyAsDouble(pool(clusters, chosen));
        }
        Arrays.sort(replicates);
        double tail = (1 - level) / 2;
        return new Interval(estimate, Quantiles.ofSorted(replicates, tail), Quantiles.ofSorted(replicates, 1 - tail));
    }

    private static double[] pool(List<double[]> clusters, int @org.jspecify.annotations.Nullable [] chosen) {
        int count = chosen == null ? clusters.size() : chosen.length;
        int length = 0;
        for (int k = 0; k < count; k++) {
            length += clusters.get(chosen == null ? k : chosen[k]).length;
        }
        double[] pooled = new double[length];
        int at = 0;
        for (int k = 0; k < count; k++) {
            double[] cluster = clusters.get(chosen == null ? k : chosen[k]);
            System.arraycopy(cluster, 0, pooled, at, cluster.length);
            at += cluster.length;
        }
        return pooled;
    }
}
