package org.shrinq.search.knapsack;

/**
 * Near-optimal multipliers of the Lagrangian dual min_λ≥0 Σ_k λ_k c_k + Σ_i max(0, v_i − Σ_k λ_k w_ki) by a projected
 * subgradient method on rows scaled to capacity 1; for callers that have no LP. Costs {@value #STEPS}·n·m.
 */
final class KnapsackDual {
    private static final int STEPS = 400;

    private final KnapsackData data;

    KnapsackDual(KnapsackData data) {
        this.data = data;
    }

    double[] multipliers() {
        int n = data.n;
        int m = data.m;
        double[] lambda = new double[m];
        double[] best = new double[m];
        double[] load = new double[m];
        double total = 0;
        for (double v : data.value) {
            total += Math.max(0, v);
        }
        double bestDual = Double.POSITIVE_INFINITY;
        double step = 1;
        int stalled = 0;
        for (int t = 0; t < STEPS; t++) {
            java.util.Arrays.fill(load, 0);
            double dual = 0;
            double primal = 0;
            for (int k = 0; k < m; k++) {
                dual += lambda[k] * data.limit[k];
            }
            for (int i = 0; i < n; i++) {
                double gain = data.value[i];
                for (int k = 0; k < m; k++) {
                    gain -= lambda[k] * data.weight[i * m + k];
                }
                if (gain > 0 && data.fits[i]) {
                    dual += gain;
                    primal += data.value[i];
                    data.add(i, load);
                }
            }
            if (dual < bestDual * (1 - 1e-9)) {
                bestDual = dual;
                System.arraycopy(lambda, 0, best, 0, m);
                stalled = 0;
            } else if (++stalled >= 12) {
                stalled = 0;
                step /= 2;
                System.arraycopy(best, 0, lambda, 0, m);
                continue;
            }
            double norm = 0;
            for (int k = 0; k < m; k++) {
                double g = data.limit[k] > 0 ? load[k] / data.limit[k] - 1 : 0;
                norm += g * g;
            }
            if (norm == 0) {
                break;
            }
            // the value that a whole unit of relative capacity can be worth sets the length scale
            double length = step * 0.5 * Math.max(Math.min(primal, total), total / (n + 1.0)) / (m * Math.sqrt(norm));
            for (int k = 0; k < m; k++) {
                if (data.limit[k] > 0) {
                    double g = load[k] / data.limit[k] - 1;
                    lambda[k] = Math.max(0, lambda[k] + length * g / data.limit[k]);
                }
            }
        }
        return best;
    }
}
