package org.shrinq.search.maxcut;

import org.shrinq.search.flip.FlipState;

/**
 * Metropolis sweeps in index order while the temperature falls (Kirkpatrick, Gelatt, Vecchi 1983). An uphill flip of δ
 * is taken when δ &lt; T·e with e drawn from a table of 4096 quantiles of the exponential distribution, which is the
 * Metropolis rule u &lt; exp(−δ/T) without an exponential. A sweep costs O(n) and O(degree) for each flip. One thread.
 */
public final class Annealing {
    private static final int BITS = 12;
    private static final float[] QUANTILE = quantiles();
    private static final double MOST = QUANTILE[0];

    private final FlipState state;
    private long word;

    public Annealing(FlipState state, long seed) {
        this.state = state;
        word = seed == 0 ? 0x9E3779B97F4A7C15L : seed;
    }

    private static float[] quantiles() {
        float[] q = new float[1 << BITS];
        for (int k = 0; k < q.length; k++) {
            q[k] = (float) -Math.log((k + 0.5) / q.length);
        }
        return q;
    }

    /** One sweep over all variables at a temperature &gt; 0. */
    public void sweep(double temperature) {
        FlipState s = state;
        double[] turn = s.turn;
        double[] field = s.field;
        double hopeless = MOST * temperature;
        long w = word;
        for (int i = 0; i < field.length; i++) {
            double d = turn[i] * field[i];
            if (d < hopeless) {
                if (d > 0) {
                    w ^= w << 13;
                    w ^= w >>> 7;
                    w ^= w << 17;
                    if (d >= temperature * QUANTILE[(int) (w >>> (64 - BITS))]) {
                        continue;
                    }
                }
                s.flip(i);
            }
        }
        word = w;
        s.countVisits(field.length);
    }
}
