package org.shrinq.relax.linalg;

import org.shrinq.qubo.run.Deadline;

/**
 * Proof of positive (semi)definiteness in floating point. When the Cholesky factorisation of a symmetric M runs to
 * completion in IEEE arithmetic, in whatever order its sums are taken, then λ_min(M) ≥ −γ_{n+1}/(1 − γ_{n+1})·tr M with
 * γ_k = k·u/(1 − k·u), u = 2⁻⁵³ (Demmel 1989; Rump 2006, BIT 46, "Verification of positive definiteness").
 */
public final class Cholesky {
    private static final double UNIT_ROUNDOFF = 0x1p-53;
    private static final int PANEL = 4;

    private Cholesky() {}

    /** How a factorisation ended. */
    public enum Outcome {
        POSITIVE,
        NOT_POSITIVE,
        OUT_OF_TIME
    }

    /**
     * Factorises M = UᵀU. O(n³/3).
     *
     * @param m n·n entries row-major of which the upper triangle is read and overwritten
     */
    public static Outcome factorize(double[] m, int n, Deadline deadline) {
        for (int k = 0; k < n; k += PANEL) {
            if ((k & 31) == 0 && deadline.expired()) {
                return Outcome.OUT_OF_TIME;
            }
            int end = Math.min(n, k + PANEL);
            for (int p = k; p < end; p++) {
                for (int q = k; q < p; q++) {
                    Dense.axpy(-m[q * n + p], m, q * n + p, m, p * n + p, n - p);
                }
                double pivot = m[p * n + p];
                if (!(pivot > 0) || pivot == Double.POSITIVE_INFINITY) {
                    return Outcome.NOT_POSITIVE;
                }
                double root = Math.sqrt(pivot);
                for (int j = p; j < n; j++) {
                    m[p * n + j] /= root;
                }
            }
            if (end - k == PANEL) {
                for (int i = end; i < n; i++) {
                    subtractPanel(m, n, k, i);
                }
            }
        }
        return Outcome.POSITIVE;
    }

    private static void subtractPanel(double[] m, int n, int k, int i) {
        int r0 = k * n;
        int r1 = r0 + n;
        int r2 = r1 + n;
        int r3 = r2 + n;
        double c0 = m[r0 + i];
        double c1 = m[r1 + i];
        double c2 = m[r2 + i];
        double c3 = m[r3 + i];
        int to = i * n;
        for (int j = i; j < n; j++) {
            m[to + j] -= (c0 * m[r0 + j] + c1 * m[r1 + j]) + (c2 * m[r2 + j] + c3 * m[r3 + j]);
        }
    }

    /** A lower bound of λ_min of an n×n matrix of that trace whose factorisation ran to completion; ≤ 0. */
    public static double leastEigenvalue(int n, double trace) {
        double k = n + 4.0;
        double gamma = k * UNIT_ROUNDOFF / (1 - k * UNIT_ROUNDOFF);
        return -2 * gamma * Math.abs(trace) - 1e-290;
    }
}
