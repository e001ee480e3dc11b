package org.shrinq.bench.statistics;

import java.util.Arrays;

/**
 * The paired signed-rank test (Wilcoxon 1945): are the differences symmetric about zero? Differences of zero are left
 * out, equal absolute differences share their mean rank. Up to {@link #EXACT_PAIRS} pairs the p-value is exact: the
 * sign of every rank is a fair coin, ties included. Beyond, the normal approximation with correction for ties and
 * continuity (Hollander and Wolfe 1999, section 3.1).
 */
public final class Wilcoxon {
    /** Most non-zero differences for which the distribution is enumerated. */
    public static final int EXACT_PAIRS = 100;

    private Wilcoxon() {}

    /**
     * The outcome.
     *
     * @param pairs differences that are not zero
     * @param zeros differences that are
     * @param positiveRanks sum of the ranks of the positive differences
     * @param negativeRanks sum of the ranks of the negative differences
     * @param pValue two-sided; 1 when every difference is zero
     * @param pGreater one-sided, against differences that tend to be positive
     */
    public record Result(
            int pairs, int zeros, double positiveRanks, double negativeRanks, double pValue, double pGreater) {}

    /**
     * Tests a − b, pair by pair.
     *
     * @param a not modified
     * @param b as many values; not modified
     */
    public static Result test(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(a.length + " values paired with " + b.length);
        }
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = a[i] == b[i] ? 0 : a[i] - b[i];
        }
        return test(differences);
    }

    /**
     * Tests the differences themselves; an infinite one counts as larger than all finite ones.
     *
     * @param differences not modified
     * @throws IllegalArgumentException for NaN
     */
    public static Result test(double[] differences) {
        double[] nonZero = Arrays.stream(differences).filter(d -> d != 0).toArray();
        if (Arrays.stream(nonZero).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("a difference is not a number");
        }
        int n = nonZero.length;
        int zeros = differences.length - n;
        if (n == 0) {
            return new Result(0, zeros, 0, 0, 1, 1);
        }
        int[] doubled = doubledRanks(nonZero);
        int positive = 0;
        int negative = 0;
        for (int i = 0; i < n; i++) {
            if (nonZero[i] > 0) {
                positive += doubled[i];
            } else {
                negative += doubled[i];
            }
        }
        double greater;
        double less;
        if (n <= EXACT_PAIRS) {
            double[] distribution = distribution(doubled);
            greater = sum(distribution, positive, distribution.length);
            less = sum(distribution, 0, positive + 1);
        } else {
            double mean = (positive + negative) / 4.0;
            double deviation = Math.sqrt(Arrays.stream(doubled)
                            .mapToDouble(r -> (double) r * r)
                            .sum())
                    / 4;
            greater = Normal.upperTail((positive / 2.0 - mean - 0.5) / deviation);
            less = Normal.upperTail((mean - positive / 2.0 - 0.5) / deviation);
        }
        double p = Math.min(1, 2 * Math.min(greater, less));
        return new Result(n, zeros, positive / 2.0, negative / 2.0, p, Math.min(1, greater));
    }

    /** Twice the mid-ranks of the absolute values, which are whole numbers. */
    private static int[] doubledRanks(double[] differences) {
        int n = differences.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(Math.abs(differences[i]), Math.abs(differences[j])));
        int[] ranks = new int[n];
        for (int first = 0; first < n; ) {
            int next = first + 1;
            while (next < n && Math.abs(differences[order[next]]) == Math.abs(differences[order[first]])) {
                next++;
            }
            for (int k = first; k < next; k++) {
                ranks[order[k]] = first + 1 + next;
            }
            first = next;
        }
        return ranks;
    }

    /** Probability of every value of the doubled rank sum when each sign is a fair coin; O(n · n²). */
    private static double[] distribution(int[] doubled) {
        double[] probability = new double[Arrays.stream(doubled).sum() + 1];
        probability[0] = 1;
        int top = 0;
        for (int rank : doubled) {
            top += rank;
            for (int s = top; s >= 0; s--) {
                probability[s] = 0.5 * (probability[s] + (s >= rank ? probability[s - rank] : 0));
            }
        }
        return probability;
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return Math.min(1, sum);
    }
}
