package org.shrinq.bench.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A permutation test of two samples of equal size. The values of both, in random order, are put in pairs, and each pair
 * is swapped or not by a fair coin: where both samples come from one distribution all these arrangements are equally
 * likely, so that p = (1 + number of arrangements at least as extreme) / (1 + number of arrangements) is valid at any
 * sample size (Phipson and Smyth 2010). Of more than {@value #BLOCKS} pairs several in a row are swapped together,
 * which is a subgroup of the same arrangements and as valid.
 */
public final class PairSwap {
    /** Most independent coins of one arrangement. */
    static final int BLOCKS = 8192;

    private final long[][] coins;
    private final int pairs;
    private final int perBlock;

    private PairSwap(long[][] coins, int pairs, int perBlock) {
        this.coins = coins;
        this.pairs = pairs;
        this.perBlock = perBlock;
    }

    /**
     * Arrangements for samples of that size, the same for every statistic that is tested with them.
     *
     * @param pairs values of each sample, at least 1
     * @param arrangements at least 1; the least p is 1/(arrangements + 1)
     */
    public static PairSwap of(int pairs, int arrangements, SplittableRandom random) {
        if (pairs < 1 || arrangements < 1) {
            throw new IllegalArgumentException(pairs + " pairs and " + arrangements + " arrangements, expected some");
        }
        int perBlock = (pairs + BLOCKS - 1) / BLOCKS;
        int blocks = (pairs + perBlock - 1) / perBlock;
        long[][] coins = new long[arrangements][(blocks + 63) / 64];
        for (long[] row : coins) {
            Arrays.setAll(row, k -> random.nextLong());
        }
        return new PairSwap(coins, pairs, perBlock);
    }

    /**
     * Both one-sided p-values.
     *
     * @param less against a first sample with smaller values
     * @param greater against one with larger ones
     */
    public record Result(double less, double greater) {}

    /**
     * Tests the difference of means.
     *
     * @param a values in random order; not modified
     * @param b as many; not modified
     */
    public Result mean(double[] a, double[] b) {
        requireSize(a, b);
        double[] differences = new double[(pairs + perBlock - 1) / perBlock];
        double scale = 0;
        for (int k = 0; k < pairs; k++) {
            differences[k / perBlock] += a[k] - b[k];
        }
        double observed = 0;
        for (double d : differences) {
            observed += d;
            scale += Math.abs(d);
        }
        double[] sums = new double[coins.length];
        for (int r = 0; r < sums.length; r++) {
            double sum = 0;
            for (int k = 0; k < differences.length; k++) {
                sum += differences[k] * (1 - 2 * (coins[r][k >>> 6] >>> k & 1));
            }
            sums[r] = sum;
        }
        return compare(observed, sums, 1e-12 * scale);
    }

    /**
     * Tests the difference of the means of the lowest {@code count} values (CVaR).
     *
     * @param a values in random order; not modified
     * @param b as many; not modified
     * @param count at least 1, at most their number
     */
    public Result lowest(double[] a, double[] b, int count) {
        requireSize(a, b);
        int[] order = order(a, b);
        double[] values = new double[order.length];
        int[] block = new int[order.length];
        byte[] side = new byte[order.length];
        double scale = 0;
        for (int k = 0; k < order.length; k++) {
            int at = order[k] % pairs;
            side[k] = (byte) (order[k] / pairs);
            values[k] = side[k] == 0 ? a[at] : b[at];
            block[k] = at / perBlock;
            scale = Math.max(scale, Math.abs(values[k]));
        }
        long[] still = new long[coins[0].length];
        double observed = lowest(values, block, side, still, count);
        double[] sums = new double[coins.length];
        for (int r = 0; r < sums.length; r++) {
            sums[r] = lowest(values, block, side, coins[r], count);
        }
        return compare(observed, sums, 1e-12 * scale);
    }

    private static double lowest(double[] values, int[] block, byte[] side, long[] coins, int count) {
        double[] sum = new double[2];
        int[] left = {count, count};
        for (int k = 0; left[0] > 0 || left[1] > 0; k++) {
            int which = (int) ((side[k] ^ coins[block[k] >>> 6] >>> block[k]) & 1);
            if (left[which] > 0) {
                sum[which] += values[k];
                left[which]--;
            }
        }
        return (sum[0] - sum[1]) / count;
    }

    /** Places in a, then b, by value. */
    private int[] order(double[] a, double[] b) {
        Integer[] order = new Integer[2 * pairs];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (x, y) -> Double.compare(x < pairs ? a[x] : b[x - pairs], y < pairs ? a[y] : b[y - pairs]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private static Result compare(double observed, double[] arrangements, double rounding) {
        int atMost = 1;
        int atLeast = 1;
        for (double value : arrangements) {
            atMost += value <= observed + rounding ? 1 : 0;
            atLeast += value >= observed - rounding ? 1 : 0;
        }
        double all = arrangements.length + 1.0;
        return new Result(atMost / all, atLeast / all);
    }

    private void requireSize(double[] a, double[] b) {
        if (a.length != pairs || b.length != pairs) {
            throw new IllegalArgumentException(a.length + " and " + b.length + " values, expected " + pairs);
        }
    }
}
