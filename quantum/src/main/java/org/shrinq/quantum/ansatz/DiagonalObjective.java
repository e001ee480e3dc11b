package org.shrinq.quantum.ansatz;

import java.util.Arrays;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.QuantumOptions;

/**
 * What is minimised over the distribution of a measured state, as a value and as the diagonal observable whose
 * expectation has the same gradient at that distribution:
 *
 * <ul>
 *   <li>expectation: f itself;
 *   <li>CVaR with quantile q: g(z) = q + min(f(z) − q, 0)/α (envelope theorem);
 *   <li>Gibbs min f − log(Z)/η with Z = ⟨e^{−η(f − min f)}⟩: −e^{−η(f − min f)}/(ηZ).
 * </ul>
 */
final class DiagonalObjective {
    private final Objective kind;
    private final double[] f;
    private final double alpha;
    private final double eta;
    private final double least;
    private final int[] order;
    private final double[] weights;

    private DiagonalObjective(QuantumOptions options, double[] f, double least, int[] order, double[] weights) {
        kind = options.objective();
        this.f = f;
        alpha = options.cvarAlpha();
        eta = options.gibbsEta();
        this.least = least;
        this.order = order;
        this.weights = weights;
    }

    /**
     * For values f per entry of the state, in units in which η is meant.
     *
     * @param f kept, not modified
     */
    static DiagonalObjective of(QuantumOptions options, double[] f) {
        int[] order = new int[0];
        double[] weights = new double[0];
        double least = 0;
        if (options.objective() == Objective.CVAR) {
            order = ascending(f);
        } else if (options.objective() == Objective.GIBBS) {
            least = Arrays.stream(f).min().orElse(0);
            weights = new double[f.length];
            for (int z = 0; z < f.length; z++) {
                weights[z] = Math.exp(-options.gibbsEta() * (f[z] - least));
            }
        }
        return new DiagonalObjective(options, f, least, order, weights);
    }

    /**
     * The indices in ascending order of f, ties by index. Sorts primitive keys of the leading bits of f with the index
     * behind them, then runs of equal leading bits by the trailing ones: no boxing, which 2²⁰ entries would feel.
     */
    static int[] ascending(double[] f) {
        int bits = 32 - Integer.numberOfLeadingZeros(f.length);
        long mask = (1L << bits) - 1;
        long[] keys = new long[f.length];
        for (int z = 0; z < f.length; z++) {
            keys[z] = (ordered(f[z]) & ~mask) | z;
        }
        Arrays.sort(keys);
        for (int from = 0; from < keys.length; ) {
            int to = from + 1;
            while (to < keys.length && (keys[to] & ~mask) == (keys[from] & ~mask)) {
                to++;
            }
            if (to - from > 1) {
                for (int k = from; k < to; k++) {
                    long z = keys[k] & mask;
                    keys[k] = (ordered(f[(int) z]) & mask) << bits | z;
                }
                Arrays.sort(keys, from, to);
            }
            from = to;
        }
        int[] order = new int[f.length];
        for (int k = 0; k < order.length; k++) {
            order[k] = (int) (keys[k] & mask);
        }
        return order;
    }

    /** A long whose signed order is the order of doubles; both zeros are one. */
    private static long ordered(double v) {
        long raw = Double.doubleToLongBits(v + 0.0);
        return raw < 0 ? raw ^ Long.MAX_VALUE : raw;
    }

    /**
     * The objective of a distribution.
     *
     * @param probability per entry, not modified
     * @param observable overwritten with the diagonal observable that has the objective's gradient
     */
    double evaluate(double[] probability, double[] observable) {
        return switch (kind) {
            case CVAR -> cvar(probability, observable);
            case GIBBS -> gibbs(probability, observable);
            case EXPECTATION, OBSERVABLE -> {
                System.arraycopy(f, 0, observable, 0, f.length);
                yield expectation(probability, f);
            }
        };
    }

    private static double expectation(double[] p, double[] f) {
        double sum = 0;
        for (int z = 0; z < p.length; z++) {
            sum += p[z] * f[z];
        }
        return sum;
    }

    private double cvar(double[] p, double[] observable) {
        double mass = 0;
        double sum = 0;
        double quantile = f[order[order.length - 1]];
        for (int z : order) {
            if (mass + p[z] >= alpha) {
                quantile = f[z];
                break;
            }
            mass += p[z];
            sum += p[z] * f[z];
        }
        for (int z = 0; z < f.length; z++) {
            observable[z] = quantile + Math.min(f[z] - quantile, 0) / alpha;
        }
        return (sum + (alpha - mass) * quantile) / alpha;
    }

    private double gibbs(double[] p, double[] observable) {
        double z = expectation(p, weights);
        for (int k = 0; k < f.length; k++) {
            observable[k] = -weights[k] / (eta * z);
        }
        return least - Math.log(z) / eta;
    }
}
