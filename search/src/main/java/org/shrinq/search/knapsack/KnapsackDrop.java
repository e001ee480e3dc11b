package org.shrinq.search.knapsack;

import org.shrinq.search.FlipLog;
import org.shrinq.search.Reason;

/**
 * Drops items by ascending utility v_i / Σ_k λ_k w_ki until every row fits, and takes back the dropped ones that fit
 * after all. O(n·m). One thread.
 */
public final class KnapsackDrop {
    private final KnapsackData data;
    private final double[] load;
    private final int[] dropped;

    public KnapsackDrop(KnapsackData data) {
        this.data = data;
        load = new double[data.m];
        dropped = new int[data.n];
    }

    /** Makes x feasible. Modified. */
    public void run(byte[] x, FlipLog log) {
        data.loads(x, load);
        int drops = 0;
        for (int at = data.n - 1; at >= 0; at--) {
            int i = data.byUtility[at];
            int row = x[i] == 0 ? -1 : mostExceededRow(i);
            if (row >= 0) {
                log.set(i, Reason.EXCEEDED, row, load[row] - data.limit[row]);
                x[i] = 0;
                data.subtract(i, load);
                dropped[drops++] = i;
            }
        }
        for (int d = drops - 1; d >= 0; d--) {
            int i = dropped[d];
            if (data.fitsOn(i, load)) {
                x[i] = 1;
                data.add(i, load);
                log.set(i, Reason.RESTORED, 0, 0);
            }
        }
    }

    /** The row that is exceeded most relative to its capacity among those in which the item weighs, −1 for none. */
    private int mostExceededRow(int item) {
        int row = -1;
        double most = 0;
        for (int k = 0; k < data.m; k++) {
            double excess = load[k] - data.limit[k];
            if (excess > 0 && data.weight[item * data.m + k] > 0) {
                double relative = data.limit[k] > 0 ? excess / data.limit[k] : Double.POSITIVE_INFINITY;
                if (row < 0 || relative > most) {
                    most = relative;
                    row = k;
                }
            }
        }
        return row;
    }
}
