package org.shrinq.shrink.correlate;

import java.util.Arrays;

/**
 * Weights w ∝ exp(−(value − least)/(t·T)), T the mean excess of the better quarter (of two at least): the best few
 * decide, the others break ties.
 */
final class BoltzmannWeights {
    private BoltzmannWeights() {}

    /**
     * Weights that add up to 1; only the least values count where T is 0.
     *
     * @param values ascending; not modified
     * @param share t, over 0
     */
    static double[] of(double[] values, double share) {
        double[] w = new double[values.length];
        int quarter = Math.max(Math.min(2, values.length), (values.length + 3) / 4);
        double temperature = 0;
        for (int s = 0; s < quarter; s++) {
            temperature += share * (values[s] - values[0]) / quarter;
        }
        for (int s = 0; s < w.length; s++) {
            double excess = values[s] - values[0];
            w[s] = excess == 0 ? 1 : temperature > 0 ? Math.exp(-excess / temperature) : 0;
        }
        double sum = Arrays.stream(w).sum();
        for (int s = 0; s < w.length; s++) {
            w[s] /= sum;
        }
        return w;
    }
}
