package org.shrinq.search.marketshare;

import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.search.FlipDescent;
import org.shrinq.search.FlipLog;
import org.shrinq.search.Reason;

/**
 * Descent on Σ_k |Σ_j a_kj x_j − t_k| itself by the best flip of one retailer, then the best flip of two, until neither
 * helps. O(n²·products) a pass. One thread.
 */
public final class MarketShareDescent implements FlipDescent {
    private final MarketShareData data;
    private final double[] residual;
    private final double[] flipped;

    public MarketShareDescent(MarketShare problem) {
        this(new MarketShareData(problem));
    }

    MarketShareDescent(MarketShareData data) {
        this.data = data;
        residual = new double[data.products];
        flipped = new double[data.products];
    }

    @Override
    public MarketShareDescent fork() {
        return new MarketShareDescent(data);
    }

    @Override
    public void run(byte[] x, Deadline deadline, FlipLog log) {
        data.residuals(x, residual);
        double value = MarketShareData.deviation(residual);
        while (value > 0 && !deadline.expired()) {
            double best = value * (1 - 0x1p-50);
            int first = -1;
            int second = -1;
            for (int i = 0; i < data.n; i++) {
                double one = data.deviationAfter(residual, i, x[i]);
                if (one < best) {
                    best = one;
                    first = i;
                    second = -1;
                }
            }
            if (first < 0) {
                for (int i = 0; i < data.n; i++) {
                    System.arraycopy(residual, 0, flipped, 0, data.products);
                    data.flip(flipped, i, x[i]);
                    for (int j = i + 1; j < data.n; j++) {
                        double two = data.deviationAfter(flipped, j, x[j]);
                        if (two < best) {
                            best = two;
                            first = i;
                            second = j;
                        }
                    }
                }
            }
            if (first < 0) {
                return;
            }
            flip(x, first, value - best, log);
            if (second >= 0) {
                flip(x, second, value - best, log);
            }
            value = best;
        }
    }

    private void flip(byte[] x, int i, double gain, FlipLog log) {
        data.flip(residual, i, x[i]);
        x[i] ^= 1;
        log.set(i, Reason.FLIP, i, gain);
    }
}
