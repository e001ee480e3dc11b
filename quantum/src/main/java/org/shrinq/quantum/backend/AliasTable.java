package org.shrinq.quantum.backend;

import java.util.SplittableRandom;
import org.shrinq.qubo.text.Brief;

/** Draws from a finite distribution in O(1) a draw after O(N) preparation (Walker 1977; Vose 1991). Immutable. */
public final class AliasTable {
    private final double[] threshold;
    private final int[] alias;

    private AliasTable(double[] threshold, int[] alias) {
        this.threshold = threshold;
        this.alias = alias;
    }

    /**
     * Prepares a distribution.
     *
     * @param weights non-negative with a positive sum, need not be normalised; not modified
     */
    public static AliasTable of(double[] weights) {
        int n = weights.length;
        double sum = 0;
        for (double w : weights) {
            sum += w;
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the weights sum to " + sum + ", expected a positive finite number");
        }
        double[] share = new double[n];
        int[] alias = new int[n];
        int[] order = new int[n]; // small shares from the left, large from the right
        int small = 0;
        int large = n;
        for (int k = 0; k < n; k++) {
            share[k] = weights[k] / sum * n;
            alias[k] = k;
            if (share[k] < 1) {
                order[small++] = k;
            } else {
                order[--large] = k;
            }
        }
        while (small > 0 && large < n) {
            int poor = order[--small];
            int rich = order[large];
            alias[poor] = rich;
            share[rich] -= 1 - share[poor];
            if (share[rich] < 1) {
                large++;
                order[small++] = rich;
            }
        }
        while (small > 0) { // left over by rounding: full, unless the entry cannot occur at all
            int rest = order[--small];
            if (weights[rest] > 0) {
                share[rest] = 1;
            } else {
                alias[rest] = heaviest(weights);
            }
        }
        return new AliasTable(share, alias);
    }

    private static int heaviest(double[] weights) {
        int best = 0;
        for (int k = 1; k < weights.length; k++) {
            if (weights[k] > weights[best]) {
                best = k;
            }
        }
        return best;
    }

    /** One draw: k with probability weight_k/Σ. */
    public int draw(SplittableRandom random) {
        int k = random.nextInt(alias.length);
        return random.nextDouble() < threshold[k] ? k : alias[k];
    }

    /** {@code count} independent draws. */
    public long[] draw(int count, SplittableRandom random) {
        long[] drawn = new long[count];
        for (int s = 0; s < count; s++) {
            drawn[s] = draw(random);
        }
        return drawn;
    }

    @Override
    public String toString() {
        return Brief.of(this, "outcomes", alias.length);
    }
}
