package org.shrinq.search.knapsack;

import java.util.Arrays;

/**
 * All exchanges of one chosen item of a core for another, with what each changes in every row: weights relative to the
 * mean of their row, and as the last row the value with a minus. The changes of a row lie together, so that
 * {@link #best} goes through all pairs row by row in loops that compilers vectorise; an exchange rewrites the pairs of
 * its two places. The table has single precision, which is enough to rank exchanges; the excess handed in and out is
 * double. One thread.
 */
final class ExchangeTable {
    /** Cost of an exchange that has to wait. */
    private static final float FORBIDDEN = 1e30f;

    private final KnapsackData data;
    private final int m;
    private final double[] scale;
    private int[] chosen = new int[0];
    private int[] other = new int[0];
    private int chosenCount;
    private int otherCount;
    private int pairs;
    /**
     * What exchange a·others + b changes in row k, at [k][a·others + b]: arrays of their own, since loops over parts of
     * one are not vectorised.
     */
    private final float[][] change;

    /** Relative weights of the chosen items, row k from k·chosen on, and of the others. */
    private float[] inside = new float[0];

    private float[] outside = new float[0];
    private float[] cost = new float[0];

    /** @param scale of the m rows and of the values. Not modified. */
    ExchangeTable(KnapsackData data, double[] scale) {
        this.data = data;
        this.scale = scale;
        m = data.m;
        change = new float[m + 1][0];
    }

    /**
     * Takes the items of the ranks from {@code first} as chosen, those from {@code middle} up to {@code last} as
     * others.
     */
    void fill(int[] ranked, int first, int middle, int last) {
        chosen = Arrays.copyOfRange(ranked, first, middle);
        other = Arrays.copyOfRange(ranked, middle, last);
        chosenCount = chosen.length;
        otherCount = other.length;
        pairs = chosenCount * otherCount;
        if (cost.length < pairs) {
            cost = new float[pairs];
            for (int k = 0; k <= m; k++) {
                change[k] = new float[pairs];
            }
        }
        inside = new float[(m + 1) * chosenCount];
        outside = new float[(m + 1) * otherCount];
        for (int k = 0; k <= m; k++) {
            for (int b = 0; b < otherCount; b++) {
                outside[k * otherCount + b] = (float) relative(other[b], k);
            }
            for (int a = 0; a < chosenCount; a++) {
                inside[k * chosenCount + a] = (float) relative(chosen[a], k);
                rewriteRow(k, a * otherCount, k * otherCount, inside[k * chosenCount + a]);
            }
        }
    }

    int chosen() {
        return chosenCount;
    }

    int others() {
        return otherCount;
    }

    int chosen(int place) {
        return chosen[place];
    }

    int other(int place) {
        return other[place];
    }

    /** Cost of a pair at the last {@link #best}. */
    double cost(int pair) {
        return cost[pair];
    }

    /** Adds what a chosen item weighs to the excess (modified). */
    void addChosen(int place, double[] over) {
        for (int k = 0; k <= m; k++) {
            over[k] += relative(chosen[place], k);
        }
    }

    private double relative(int item, int row) {
        return (row < m ? data.weight[item * m + row] : -data.value[item]) * scale[row];
    }

    /** Makes an exchange, also in the excess (modified). */
    void exchange(int leave, int enter, double[] over) {
        int out = chosen[leave];
        int in = other[enter];
        chosen[leave] = in;
        other[enter] = out;
        for (int k = 0; k <= m; k++) {
            double entering = relative(in, k);
            double leaving = relative(out, k);
            over[k] += entering - leaving;
            inside[k * chosenCount + leave] = (float) entering;
            outside[k * otherCount + enter] = (float) leaving;
            rewriteRow(k, leave * otherCount, k * otherCount, (float) entering);
            rewriteColumn(k, enter, k * chosenCount, (float) leaving);
        }
    }

    private void rewriteRow(int row, int at, int others, float leaving) {
        float[] to = change[row];
        float[] from = outside;
        int count = otherCount;
        for (int b = 0; b < count; b++) {
            to[at + b] = from[others + b] - leaving;
        }
    }

    private void rewriteColumn(int row, int first, int from, float entering) {
        float[] to = change[row];
        int at = first;
        for (int a = 0; a < chosenCount; a++) {
            to[at] = entering - inside[from + a];
            at += otherCount;
        }
    }

    /**
     * The exchange after which the weighted excess Σ factor·max(0, over) is least, −1 when all have to wait. O(rows ·
     * pairs).
     *
     * @param waitUntil by item: the clock until which it may not be exchanged
     */
    int best(double[] over, double[] factor, long[] waitUntil, long clock) {
        Arrays.fill(cost, 0, pairs, 0);
        for (int k = 0; k <= m; k++) {
            addRow(cost, change[k], pairs, (float) (factor[k] / 2), (float) over[k]);
        }
        for (int a = 0; a < chosenCount; a++) {
            if (waitUntil[chosen[a]] > clock) {
                Arrays.fill(cost, a * otherCount, (a + 1) * otherCount, FORBIDDEN);
            }
        }
        for (int b = 0; b < otherCount; b++) {
            if (waitUntil[other[b]] > clock) {
                for (int at = b; at < pairs; at += otherCount) {
                    cost[at] = FORBIDDEN;
                }
            }
        }
        float least = FORBIDDEN;
        int best = -1;
        for (int p = 0; p < pairs; p++) {
            if (cost[p] < least) {
                least = cost[p];
                best = p;
            }
        }
        return best;
    }

    /** max(0, t) is (t + |t|)/2. */
    private static void addRow(float[] to, float[] from, int count, float half, float over) {
        for (int p = 0; p < count; p++) {
            float t = over + from[p];
            to[p] += half * (t + Math.abs(t));
        }
    }
}
