package org.shrinq.quantum.ansatz;

import org.shrinq.qubo.Ising;

/**
 * Marginals of the best product distribution at a falling temperature (naive mean field, Peterson and Anderson 1987):
 * m_i = tanh(−(h_i + Σ_j J_ij m_j)/T). O(sweeps·couplings).
 */
final class MeanFieldMarginals {
    private static final int SWEEPS = 60;

    private MeanFieldMarginals() {}

    /** P(x_i = 1) = (1 − m_i)/2 at a temperature of a tenth of the largest local field. */
    static double[] marginals(Ising ising) {
        int n = ising.size();
        double[] m = new double[n];
        double largest = 0;
        double[] reach = new double[n];
        ising.forEachCoupling((i, j, c) -> {
            reach[i] += Math.abs(c);
            reach[j] += Math.abs(c);
        });
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, reach[i] + Math.abs(ising.linear(i)));
            m[i] = 1e-3 * ((i & 1) == 0 ? 1 : -1); // off the saddle of models without fields
        }
        if (largest == 0) {
            largest = 1;
        }
        double[] field = new double[1];
        for (int s = 0; s < SWEEPS; s++) {
            double t = largest * Math.pow(0.1, s / (SWEEPS - 1.0));
            for (int i = 0; i < n; i++) {
                field[0] = ising.linear(i);
                ising.forEachNeighbor(i, (j, c) -> field[0] += c * m[j]);
                m[i] = 0.5 * m[i] + 0.5 * Math.tanh(-field[0] / t);
            }
        }
        double[] p = new double[n];
        for (int i = 0; i < n; i++) {
            p[i] = (1 - m[i]) / 2;
        }
        return p;
    }
}
