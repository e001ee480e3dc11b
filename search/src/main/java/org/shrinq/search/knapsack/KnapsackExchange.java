package org.shrinq.search.knapsack;

import org.shrinq.search.FlipLog;
import org.shrinq.search.Reason;

/**
 * Descent on a feasible knapsack: items of negative value leave, items that fit enter by descending utility, and 1-1,
 * 1-2 and 2-1 exchanges are made while one raises the value. Exchanges look at the {@value #CORE} chosen items of
 * lowest and the {@value #CORE} other items of highest utility, where nearly all improving ones lie. One thread.
 */
public final class KnapsackExchange {
    private static final int CORE = 36;

    private final KnapsackData data;
    private final double[] load;
    private final double[] rest;
    private final double[] scratch;
    private final int[] in = new int[CORE];
    private final int[] out = new int[CORE];
    private int inCount;
    private int outCount;

    public KnapsackExchange(KnapsackData data) {
        this.data = data;
        load = new double[data.m];
        rest = new double[data.m];
        scratch = new double[data.m];
    }

    /** Improves x (modified) to a local optimum. */
    public void exhaust(byte[] x, FlipLog log) {
        for (int i = 0; i < data.n; i++) {
            if (x[i] != 0 && data.value[i] < 0) {
                x[i] = 0;
                log.set(i, Reason.WORTHLESS, 0, data.value[i]);
            }
        }
        data.loads(x, load);
        do {
            fill(x, log);
            collect(x);
        } while (oneOne(x, log) || oneTwo(x, log) || twoOne(x, log));
    }

    private void fill(byte[] x, FlipLog log) {
        for (int i : data.byUtility) {
            if (x[i] == 0 && data.value[i] > 0 && data.fits[i] && data.fitsOn(i, load)) {
                x[i] = 1;
                data.add(i, load);
                log.set(i, Reason.FITS, 0, data.value[i]);
            }
        }
    }

    private void collect(byte[] x) {
        inCount = 0;
        outCount = 0;
        for (int at = 0; at < data.n && outCount < CORE; at++) {
            int i = data.byUtility[at];
            if (x[i] == 0 && data.value[i] > 0 && data.fits[i]) {
                out[outCount++] = i;
            }
        }
        for (int at = data.n - 1; at >= 0 && inCount < CORE; at--) {
            int i = data.byUtility[at];
            if (x[i] != 0) {
                in[inCount++] = i;
            }
        }
    }

    private void without(int item, double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, data.m);
        data.subtract(item, to);
    }

    /** The best exchange of one item for one. */
    private boolean oneOne(byte[] x, FlipLog log) {
        double bestGain = 0;
        int leave = -1;
        int enter = -1;
        for (int a = 0; a < inCount; a++) {
            int i = in[a];
            without(i, load, rest);
            for (int b = 0; b < outCount; b++) {
                int j = out[b];
                double gain = data.value[j] - data.value[i];
                if (gain > bestGain && data.fitsOn(j, rest)) {
                    bestGain = gain;
                    leave = i;
                    enter = j;
                }
            }
        }
        if (leave < 0) {
            return false;
        }
        put(x, leave, bestGain, log);
        put(x, enter, bestGain, log);
        return true;
    }

    /** The first exchange of one item for two. */
    private boolean oneTwo(byte[] x, FlipLog log) {
        for (int a = 0; a < inCount; a++) {
            int i = in[a];
            without(i, load, rest);
            for (int b = 0; b < outCount; b++) {
                int j = out[b];
                if (!data.fitsOn(j, rest)) {
                    continue;
                }
                System.arraycopy(rest, 0, scratch, 0, data.m);
                data.add(j, scratch);
                for (int c = b + 1; c < outCount; c++) {
                    int l = out[c];
                    double gain = data.value[j] + data.value[l] - data.value[i];
                    if (gain > 0 && data.fitsOn(l, scratch)) {
                        put(x, i, gain, log);
                        put(x, j, gain, log);
                        put(x, l, gain, log);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The first exchange of two items for one. */
    private boolean twoOne(byte[] x, FlipLog log) {
        for (int a = 0; a < inCount; a++) {
            int i = in[a];
            without(i, load, rest);
            for (int b = a + 1; b < inCount; b++) {
                int h = in[b];
                double lost = data.value[i] + data.value[h];
                boolean copied = false;
                for (int c = 0; c < outCount; c++) {
                    int j = out[c];
                    if (data.value[j] <= lost) {
                        continue;
                    }
                    if (!copied) {
                        without(h, rest, scratch);
                        copied = true;
                    }
                    if (data.fitsOn(j, scratch)) {
                        double gain = data.value[j] - lost;
                        put(x, i, gain, log);
                        put(x, h, gain, log);
                        put(x, j, gain, log);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void put(byte[] x, int item, double gain, FlipLog log) {
        if (x[item] != 0) {
            x[item] = 0;
            data.subtract(item, load);
        } else {
            x[item] = 1;
            data.add(item, load);
        }
        log.set(item, Reason.EXCHANGE, 0, gain);
    }
}
