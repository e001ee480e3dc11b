package org.shrinq.search.maxcut;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.search.flip.FlipState;

/**
 * The range in which a form anneals, from the uphill changes δ &gt; 0 of single flips in a few local minima and from
 * the spread of the fields: hot = the smaller of mean δ / 4 and 0.16 times the mean of √(Σ_j q_ij²), where large parts
 * still move, and cold = a fifth of the smaller of hot and the 5 % quantile of δ, where hardly anything does. The
 * temperature falls geometrically.
 *
 * @param hot the highest
 * @param cold the lowest, &gt; 0
 */
public record Temperatures(double hot, double cold) {

    private static final int PROBES = 3;
    private static final int MOST = 20_000;

    /**
     * Modifies the state, which is left in a local minimum.
     *
     * @param spread {@link org.shrinq.search.flip.CouplingRows#spread}
     */
    public static Temperatures probe(FlipState state, double spread, SplittableRandom random, double tolerance) {
        int n = state.n;
        byte[] x = new byte[n];
        double[] up = new double[(int) Math.min(MOST, (long) PROBES * n)];
        int count = 0;
        double sum = 0;
        for (int probe = 0; probe < PROBES && count < up.length; probe++) {
            randomBits(random, x);
            state.load(x);
            state.descend(tolerance);
            for (int i = 0; i < n && count < up.length; i++) {
                double d = state.delta(i);
                if (d > tolerance) {
                    up[count++] = d;
                    sum += d;
                }
            }
        }
        if (count == 0) {
            return new Temperatures(1, 0.1);
        }
        Arrays.sort(up, 0, count);
        double hot = Math.min(sum / count / 4, 0.16 * spread);
        return new Temperatures(hot, Math.min(hot, up[count / 20]) / 5);
    }

    /** The temperature at progress 0 (hot) to 1 (cold). */
    public double at(double progress) {
        return hot * Math.pow(cold / hot, progress);
    }

    static void randomBits(SplittableRandom random, byte[] x) {
        long word = 0;
        for (int i = 0; i < x.length; i++) {
            if ((i & 63) == 0) {
                word = random.nextLong();
            }
            x[i] = (byte) (word & 1);
            word >>>= 1;
        }
    }
}
