package org.shrinq.relax.linalg;

/** Eigenvalues by Jacobi rotations: slow and obvious. */
final class Jacobi {
    private Jacobi() {}

    static double[] eigenvalues(double[] matrix, int n) {
        double[] m = matrix.clone();
        for (int sweep = 0; sweep < 60; sweep++) {
            double off = 0;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    off += m[p * n + q] * m[p * n + q];
                    rotate(m, n, p, q);
                }
            }
            if (off < 1e-30) {
                break;
            }
        }
        double[] d = new double[n];
        for (int i = 0; i < n; i++) {
            d[i] = m[i * n + i];
        }
        java.util.Arrays.sort(d);
        return d;
    }

    static double least(double[] matrix, int n) {
        return eigenvalues(matrix, n)[0];
    }

    private static void rotate(double[] m, int n, int p, int q) {
        if (m[p * n + q] == 0) {
            return;
        }
        double theta = (m[q * n + q] - m[p * n + p]) / (2 * m[p * n + q]);
        double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.hypot(t, 1);
        double s = t * c;
        for (int k = 0; k < n; k++) {
            double x = m[k * n + p];
            double y = m[k * n + q];
            m[k * n + p] = c * x - s * y;
            m[k * n + q] = s * x + c * y;
        }
        for (int k = 0; k < n; k++) {
            double x = m[p * n + k];
            double y = m[q * n + k];
            m[p * n + k] = c * x - s * y;
            m[q * n + k] = s * x + c * y;
        }
    }
}
