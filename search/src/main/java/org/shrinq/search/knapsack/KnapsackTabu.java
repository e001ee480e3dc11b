package org.shrinq.search.knapsack;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.search.SearchControl;

/**
 * Tabu search for a knapsack solution better than the incumbent, among the points with a fixed number of items
 * (Vasquez, Hao 2001; Vasquez, Vimont 2005). A value above the incumbent's is one more row beside the capacities. The
 * search starts from the items of largest reduced cost, which exceed some capacities, and exchanges one chosen item for
 * another so that the weighted excess over all rows falls; a point without excess is a new incumbent. Only the core is
 * exchanged: the items whose rank by reduced cost ({@link KnapsackRanking}) is near the number of items. Both items of
 * an exchange wait before they may go back, and in a local minimum exceeded rows gain weight. An iteration compares all
 * exchanges of the core ({@link ExchangeTable}). One thread.
 */
final class KnapsackTabu {
    /** Iterations without less excess before a shake. */
    private static final int PATIENCE = 2_000;

    /** Most numbers in the table of exchanges. */
    private static final int MOST_CHANGES = 1 << 20;

    /** Of excess in units of a row's mean weight, and of values. */
    private static final double ROUNDING = 1e-9;

    private final KnapsackData data;
    private final int m;
    private final double step;
    private final KnapsackRanking ranking;
    private final ExchangeTable table;
    private final double[] over;
    private final double[] rowWeight;
    private final double[] unit;
    private final double[] scale;
    private final double[] limit;
    private final double[] load;
    private final long[] waitUntil;
    /** Items by descending reduced cost at the present number of items. */
    private int[] ranked;
    /** Rank of the first item of the core. */
    private int first;

    private long clock;

    KnapsackTabu(MultidimensionalKnapsack problem, KnapsackData data) {
        this.data = data;
        m = data.m;
        ranking = new KnapsackRanking(problem, data);
        boolean whole = true;
        for (double v : data.value) {
            whole &= v == Math.rint(v);
        }
        step = whole ? 1 : 0;
        over = new double[m + 1];
        rowWeight = new double[m + 1];
        unit = new double[m + 1];
        Arrays.fill(unit, 1);
        limit = new double[m + 1];
        scale = new double[m + 1];
        load = new double[m + 1];
        waitUntil = new long[data.n];
        ranked = ranking.items();
        int most = ranked.length;
        double total = 0;
        for (int i : ranked) {
            total += Math.abs(data.value[i]);
        }
        scale[m] = total > 0 ? most / total : 0;
        for (int k = 0; k < m; k++) {
            total = 0;
            for (int i : ranked) {
                total += data.weight[i * m + k];
            }
            scale[k] = total > 0 ? most / total : 0;
            limit[k] = data.limit[k] * scale[k];
        }
        table = new ExchangeTable(data, scale);
    }

    /**
     * Searches among the points with {@code ones} items, those outside of the core as their reduced cost asks for.
     *
     * @param x overwritten by a better solution
     * @param best value to beat
     * @param steps iterations
     * @return true at the first better solution
     */
    boolean run(byte[] x, double best, int ones, long steps, SplittableRandom random, SearchControl control) {
        if (ones <= 0 || ones >= ranking.items().length) {
            return false;
        }
        ranked = ranking.of(ones);
        load(ones, core(random));
        limit[m] = -scale[m] * (best + (step > 0 ? step : ROUNDING * Math.max(data.largestValue, Math.abs(best))));
        double least = Double.POSITIVE_INFINITY;
        long lastGain = clock;
        shake(1 + random.nextInt(4), random);
        for (long s = 0; s < steps && control.next(); s++) {
            clock++;
            double excess = excess(unit);
            if (excess <= ROUNDING && offer(x, best)) {
                return true;
            }
            if (excess < least - ROUNDING) {
                least = excess;
                lastGain = clock;
            } else if (clock - lastGain > PATIENCE) {
                shake(3 + random.nextInt(8), random);
                Arrays.fill(rowWeight, 1);
                lastGain = clock;
                least = Double.POSITIVE_INFINITY;
                continue;
            }
            exchange(random);
        }
        return false;
    }

    /**
     * Number of items that may be exchanged: about where the multipliers of the rows and the integrality gap leave
     * doubt.
     */
    private int core(SplittableRandom random) {
        int most = 2 * (int) Math.sqrt(MOST_CHANGES / (m + 1.0));
        return Math.min(most, (int) ((36 + 0.6 * m) * (1 + random.nextDouble())));
    }

    /** Loads the core and the start: the first items by rank. */
    private void load(int ones, int core) {
        int half = Math.max(2, core / 2);
        first = Math.max(0, ones - half);
        int last = Math.min(ranked.length, ones + half);
        Arrays.fill(load, 0);
        for (int r = 0; r < first; r++) {
            data.add(ranked[r], load);
            load[m] -= data.value[ranked[r]];
        }
        table.fill(ranked, first, ones, last);
        for (int r = first; r < last; r++) {
            waitUntil[ranked[r]] = 0;
        }
        Arrays.fill(rowWeight, 1);
    }

    /** Computes the excess of every row anew. */
    private void measure() {
        for (int k = 0; k <= m; k++) {
            over[k] = load[k] * scale[k] - limit[k];
        }
        for (int a = 0; a < table.chosen(); a++) {
            table.addChosen(a, over);
        }
    }

    private double excess(double[] factor) {
        double sum = 0;
        for (int k = 0; k <= m; k++) {
            sum += factor[k] * Math.max(0, over[k]);
        }
        return sum;
    }

    /** Exchanges random pairs of the core. */
    private void shake(int pairs, SplittableRandom random) {
        for (int p = 0; p < pairs; p++) {
            table.exchange(random.nextInt(table.chosen()), random.nextInt(table.others()), over);
        }
        measure();
    }

    /** Makes the best exchange. */
    private void exchange(SplittableRandom random) {
        int pair = table.best(over, rowWeight, waitUntil, clock);
        if (pair < 0) {
            return;
        }
        if (table.cost(pair) >= excess(rowWeight) - 1e-6) {
            for (int k = 0; k <= m; k++) {
                if (over[k] > ROUNDING) {
                    rowWeight[k] += 0.1;
                }
            }
        }
        int leave = pair / table.others();
        int enter = pair % table.others();
        waitUntil[table.chosen(leave)] = clock + 2 + random.nextInt(4);
        waitUntil[table.other(enter)] = clock + 2 + random.nextInt(4);
        table.exchange(leave, enter, over);
    }

    /** Takes the present point when it is feasible and better by its own weights and values. */
    private boolean offer(byte[] x, double best) {
        double[] loads = Arrays.copyOf(load, m);
        double value = -load[m];
        for (int a = 0; a < table.chosen(); a++) {
            data.add(table.chosen(a), loads);
            value += data.value[table.chosen(a)];
        }
        boolean better = value > best;
        for (int k = 0; k < m; k++) {
            better &= loads[k] <= data.limit[k];
        }
        if (!better) {
            return false;
        }
        Arrays.fill(x, (byte) 0);
        for (int r = 0; r < first; r++) {
            x[ranked[r]] = 1;
        }
        for (int a = 0; a < table.chosen(); a++) {
            x[table.chosen(a)] = 1;
        }
        return true;
    }
}
