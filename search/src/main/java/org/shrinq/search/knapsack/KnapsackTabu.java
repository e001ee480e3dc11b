package org.shrinq.search.knapsack;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.search.SearchControl;

/**
 * Tabu search for a knapsack solution better than the incumbent, among the points with a fixed number of items (Vasquez, Hao
 * 2001; Vasquez, Vimont 2005). A value above the incumbent's is one more row beside the capacities. The search starts from the items of largest
 * reduced cost, which exceed some capacities, and exchanges one chosen item for another so that the weighted excess over all rows
 * falls; a point without excess is a new incumbent. Only the core is exchanged: the items whose rank by reduced cost
 * ({@link KnapsackRanking}) is near the number of items. Both items of an exchange wait before they may go back, and in a local
 * minimum exceeded rows gain weight. An iteration compares the exchanges of some chosen items with all others of the core, O(rows · core) each,
 * in loops that compilers vectorise: max(0, t) is (t + |t|)/2. One thread.
 */
final class KnapsackTabu {
    /** Chosen items looked at in an iteration. */
    private static final int LEAVING = 20;
    /** Iterations without less excess before a shake. */
    private static final int PATIENCE = 1_000;

    /** Of excess in units of a row's mean weight, and of values. */
    private static final double ROUNDING = 1e-9;

    private final KnapsackData data;
    private final int m;
    private final double step;
    private final KnapsackRanking ranking;

    private final int[] item;
    /** Weight relative to the mean of its row, row k of the core at k·size. */
    private final double[] relative;

    private final double[] sum;
    private final boolean[] chosen;
    private final long[] waitUntil;
    private final double[] over;
    private final double[] rowWeight;
    private final double[] unit;
    private final double[] scale;
    private final double[] limit;
    private final double[] load;
    /** Items by descending reduced cost at the present number of items. */
    private int[] ranked;
    /** Rank of the first item of the core, and their number. */
    private int first;

    private int size;
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
        int most = ranking.items().length;
        item = new int[most];
        relative = new double[most * (m + 1)];
        sum = new double[most];
        chosen = new boolean[most];
        waitUntil = new long[most];
        over = new double[m + 1];
        rowWeight = new double[m + 1];
        unit = new double[m + 1];
        Arrays.fill(unit, 1);
        limit = new double[m + 1];
        scale = new double[m + 1];
        load = new double[m + 1];
        ranked = ranking.items();
        double total = 0;
        for (int i : ranking.items()) {
            total += Math.abs(data.value[i]);
        }
        scale[m] = total > 0 ? most / total : 0;
        for (int k = 0; k < m; k++) {
            total = 0;
            for (int i : ranking.items()) {
                total += data.weight[i * m + k];
            }
            scale[k] = total > 0 ? most / total : 0;
            limit[k] = data.limit[k] * scale[k];
        }
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
        if (ones <= 0 || ones >= item.length) {
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

    /** Number of items that may be exchanged: about where the multipliers of the rows and the integrality gap leave doubt. */
    private int core(SplittableRandom random) {
        return (int) ((36 + 0.6 * m) * (0.7 + random.nextDouble()));
    }

    /** Loads the core and the start: the first items by rank. */
    private void load(int ones, int core) {
        int half = Math.max(2, core / 2);
        first = Math.max(0, ones - half);
        int last = Math.min(ranked.length, ones + half);
        size = last - first;
        Arrays.fill(load, 0);
        for (int r = 0; r < first; r++) {
            data.add(ranked[r], load);
            load[m] -= data.value[ranked[r]];
        }
        for (int c = 0; c < size; c++) {
            int i = ranked[first + c];
            item[c] = i;
            chosen[c] = first + c < ones;
            waitUntil[c] = 0;
            for (int k = 0; k < m; k++) {
                relative[k * size + c] = data.weight[i * m + k] * scale[k];
            }
            relative[m * size + c] = -data.value[i] * scale[m];
        }
        Arrays.fill(rowWeight, 1);
    }

    /** Computes the excess of every row anew. */
    private void measure() {
        for (int k = 0; k <= m; k++) {
            double activity = load[k] * scale[k];
            for (int c = 0; c < size; c++) {
                activity += chosen[c] ? relative[k * size + c] : 0;
            }
            over[k] = activity - limit[k];
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
            int leave = random.nextInt(size);
            int enter = random.nextInt(size);
            if (chosen[leave] && !chosen[enter]) {
                swap(leave, enter);
            }
        }
        measure();
    }

    private void swap(int leave, int enter) {
        chosen[leave] = false;
        chosen[enter] = true;
        for (int k = 0; k <= m; k++) {
            over[k] += relative[k * size + enter] - relative[k * size + leave];
        }
    }

    /** Makes the best exchange found. */
    private void exchange(SplittableRandom random) {
        double weighted = excess(rowWeight);
        double least = Double.POSITIVE_INFINITY;
        int leave = -1;
        int enter = -1;
        int looked = 0;
        int offset = random.nextInt(size);
        for (int t = 0; t < size && looked < LEAVING; t++) {
            int c = offset + t < size ? offset + t : offset + t - size;
            if (!chosen[c] || waitUntil[c] > clock) {
                continue;
            }
            looked++;
            excessOf(c);
            for (int j = 0; j < size; j++) {
                double cost = sum[j];
                if (cost < least && !chosen[j] && waitUntil[j] <= clock) {
                    least = cost;
                    leave = c;
                    enter = j;
                }
            }
        }
        if (leave < 0) {
            return;
        }
        if (least >= weighted - ROUNDING) {
            for (int k = 0; k <= m; k++) {
                if (over[k] > ROUNDING) {
                    rowWeight[k] += 0.1;
                }
            }
        }
        waitUntil[leave] = clock + 2 + random.nextInt(4);
        waitUntil[enter] = clock + 2 + random.nextInt(4);
        swap(leave, enter);
    }

    /** Into {@link #sum}: the weighted excess after item c of the core has left and another has entered. */
    private void excessOf(int c) {
        Arrays.fill(sum, 0, size, 0);
        for (int k = 0; k <= m; k++) {
            addRow(k * size, rowWeight[k] / 2, over[k] - relative[k * size + c]);
        }
    }

    private void addRow(int row, double factor, double rest) {
        for (int j = 0; j < size; j++) {
            double t = rest + relative[row + j];
            sum[j] += factor * (t + Math.abs(t));
        }
    }

    /** Takes the present point when it is feasible and better by its own weights and values. */
    private boolean offer(byte[] x, double best) {
        double[] loads = Arrays.copyOf(load, m);
        double value = -load[m];
        for (int c = 0; c < size; c++) {
            if (chosen[c]) {
                data.add(item[c], loads);
                value += data.value[item[c]];
            }
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
        for (int c = 0; c < size; c++) {
            x[item[c]] = (byte) (chosen[c] ? 1 : 0);
        }
        return true;
    }
}
