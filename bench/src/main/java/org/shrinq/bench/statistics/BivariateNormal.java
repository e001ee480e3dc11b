package org.shrinq.bench.statistics;

/**
 * The standard bivariate normal distribution with correlation ρ = sin θ: P(X ≤ h, Y ≤ k) = Φ(h)Φ(k) + (1/2π) ∫₀^θ
 * exp(−(h² + k² − 2hk sin t) / (2cos² t)) dt (Drezner and Wesolowsky 1990), integrated by Gauss-Legendre quadrature.
 */
public final class BivariateNormal {
    /** Nodes and weights on [−1, 1], those above zero: 12 points. */
    private static final double[] NODES = {
        0.1252334085114689,
        0.3678314989981802,
        0.5873179542866175,
        0.7699026741943047,
        0.9041172563704749,
        0.9815606342467192
    };

    private static final double[] WEIGHTS = {
        0.2491470458134028,
        0.2334925365383548,
        0.2031674267230659,
        0.1600783285433462,
        0.1069393259953184,
        0.0471753363865118
    };

    /** Largest |θ| that {@link #angle} returns: a correlation of 0.99999. */
    private static final double MOST = Math.asin(0.99999);

    private static final int STEPS = 60;

    private BivariateNormal() {}

    /** P(X ≤ h, Y ≤ k) at θ in (−π/2, π/2); about 1e-8 for |ρ| ≤ 0.99. */
    public static double cdf(double h, double k, double angle) {
        double sum = 0;
        for (int half = 0; half < 2; half++) {
            double middle = angle * (half + 0.5) / 2;
            for (int i = 0; i < NODES.length; i++) {
                double reach = NODES[i] * angle / 4;
                sum += WEIGHTS[i] * (density(h, k, middle - reach) + density(h, k, middle + reach));
            }
        }
        return Normal.cdf(h) * Normal.cdf(k) + sum * angle / 4;
    }

    /** dP/dθ. */
    private static double density(double h, double k, double angle) {
        double cosine = Math.cos(angle);
        return Math.exp(-(h * h + k * k - 2 * h * k * Math.sin(angle)) / (2 * cosine * cosine)) / (2 * Math.PI);
    }

    /**
     * The θ at which P(X ≤ h, Y ≤ k) = p, the tetrachoric correlation's angle (Pearson 1900): Newton's method between
     * bounds that close in; an end of [−asin 0.99999, asin 0.99999] where p is out of reach.
     *
     * @param h finite
     * @param k finite
     */
    public static double angle(double h, double k, double p) {
        double low = -MOST;
        double high = MOST;
        if (p <= cdf(h, k, low)) {
            return low;
        }
        if (p >= cdf(h, k, high)) {
            return high;
        }
        double angle = 0;
        for (int step = 0; step < STEPS; step++) {
            double miss = cdf(h, k, angle) - p;
            if (Math.abs(miss) < 1e-12) {
                break;
            }
            if (miss > 0) {
                high = angle;
            } else {
                low = angle;
            }
            double next = angle - miss / density(h, k, angle);
            angle = next > low && next < high ? next : (low + high) / 2;
        }
        return angle;
    }
}
