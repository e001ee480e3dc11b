package org.shrinq.shrink.correlate;

import java.util.SplittableRandom;
import org.shrinq.qubo.Couplings;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;

/**
 * Coordinate descent for min Σ_{i&lt;j} J_ij ⟨v_i, v_j⟩ + Σ h_i ⟨v_0, v_i⟩ over unit vectors (mixing method; Wang, Chang and
 * Kolter 2017, arXiv 1706.00476): v_i ← −g_i/‖g_i‖ with g_i = Σ_j J_ij v_j + h_i v_0. By rotation v_0 may stay where it is.
 * Row 0 of the array is v_0, row i + 1 is spin i. Modified in place.
 */
final class MixingKernel {
    private final Ising ising;
    private final int rank;
    private final double[] vectors;
    private final double[] g;

    MixingKernel(Ising ising, int rank, double[] vectors) {
        this.ising = ising;
        this.rank = rank;
        this.vectors = vectors;
        g = new double[rank];
    }

    /** ⌈√(2(n + 1))⌉ + 1, with which no spurious local minima are expected, but no more than the cap. */
    static int rank(int n, int cap) {
        return Math.min(cap, (int) Math.ceil(Math.sqrt(2.0 * (n + 1))) + 1);
    }

    /** Unit vectors in random directions. */
    static double[] randomStart(int n, int rank, SplittableRandom random) {
        double[] vectors = new double[(n + 1) * rank];
        for (int row = 0; row <= n; row++) {
            double square = 0;
            for (int k = 0; k < rank; k++) {
                double x = random.nextGaussian();
                vectors[row * rank + k] = x;
                square += x * x;
            }
            double scale = 1 / Math.sqrt(square);
            for (int k = 0; k < rank; k++) {
                vectors[row * rank + k] *= scale;
            }
        }
        return vectors;
    }

    /**
     * Sweeps until one lowers the objective by less than {@code tolerance} of its magnitude.
     *
     * @return number of sweeps
     */
    int run(double tolerance, int maxSweeps, Deadline deadline) {
        double magnitude = 0;
        int sweep = 0;
        while (sweep < maxSweeps && (sweep == 0 || !deadline.expired())) {
            double gain = sweep();
            sweep++;
            magnitude = Math.max(magnitude, objective);
            if (gain <= tolerance * Math.max(magnitude, Double.MIN_NORMAL)) {
                break;
            }
        }
        return sweep;
    }

    /** Σ‖g_i‖ of the last sweep: twice the magnitude of the objective at a fixed point. */
    private double objective;

    private double sweep() {
        Couplings j = ising.matrix();
        double gain = 0;
        objective = 0;
        for (int i = 0; i < ising.size(); i++) {
            double h = ising.linear(i);
            for (int k = 0; k < rank; k++) {
                g[k] = h * vectors[k];
            }
            for (int e = j.rowStart(i); e < j.rowEnd(i); e++) {
                double c = j.value(e);
                int from = (j.column(e) + 1) * rank;
                for (int k = 0; k < rank; k++) {
                    g[k] += c * vectors[from + k];
                }
            }
            double square = 0;
            double along = 0;
            int to = (i + 1) * rank;
            for (int k = 0; k < rank; k++) {
                square += g[k] * g[k];
                along += g[k] * vectors[to + k];
            }
            double norm = Math.sqrt(square);
            objective += norm;
            if (norm < 1e-300) {
                continue;
            }
            gain += norm + along;
            double scale = -1 / norm;
            for (int k = 0; k < rank; k++) {
                vectors[to + k] = scale * g[k];
            }
        }
        return gain;
    }
}
