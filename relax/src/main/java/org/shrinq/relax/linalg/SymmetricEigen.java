package org.shrinq.relax.linalg;

import java.util.Arrays;
import org.shrinq.qubo.run.Deadline;

/**
 * Eigendecomposition of a dense symmetric matrix: Householder reduction to tridiagonal form, then implicit QL with
 * Wilkinson-like shifts (Golub and Van Loan, Matrix Computations, 8.3). Eigenvectors are kept as rows, so that
 * rotations run along rows. About 10·n³ operations. Reusable for matrices of the same order; not thread-safe.
 */
public final class SymmetricEigen {
    private static final int MAX_SWEEPS = 60;

    private final int n;
    private final double[] q;
    private final double[] d;
    private final double[] e;
    private final double[] tau;
    private final double[] p;

    public SymmetricEigen(int n) {
        this.n = n;
        q = new double[n * n];
        d = new double[n];
        e = new double[n + 1];
        tau = new double[n];
        p = new double[n];
    }

    /**
     * Decomposes.
     *
     * @param a n·n entries row-major, symmetric; overwritten
     * @return false when the deadline came first, or QL did not converge, which no finite matrix is known to cause
     */
    public boolean decompose(double[] a, Deadline deadline) {
        return reduce(a, deadline) && accumulate(a, deadline) && iterate(deadline);
    }

    /**
     * The greatest eigenvalue alone, in a fifth of the time. Overwrites what {@link #values} tells.
     *
     * @param a n·n entries row-major, symmetric; overwritten
     * @return +∞ when the deadline came first
     */
    public double greatest(double[] a, Deadline deadline) {
        if (!reduce(a, deadline)) {
            return Double.POSITIVE_INFINITY;
        }
        return Tridiagonal.eigenvalue(d, e, n, n - 1);
    }

    /** The eigenvalues in no order; entry k belongs to row k of {@link #vectors}. Not a copy. */
    public double[] values() {
        return d;
    }

    /** Row k is the unit eigenvector of value k. Not a copy. */
    public double[] vectors() {
        return q;
    }

    /** Step k turns row k into (… d_k, e_{k+1}, 0 …); the reflector's vector replaces a[k][k+1 … n). */
    private boolean reduce(double[] a, Deadline deadline) {
        for (int k = 0; k < n; k++) {
            if (isLate(k, deadline)) {
                return false;
            }
            int row = k * n;
            d[k] = a[row + k];
            if (k + 1 == n) {
                break;
            }
            double x = a[row + k + 1];
            double tail = Dense.dot(a, row + k + 2, a, row + k + 2, n - k - 2);
            if (tail == 0) {
                tau[k] = 0;
                e[k + 1] = x;
                continue;
            }
            double norm = Math.sqrt(x * x + tail);
            double beta = x > 0 ? -norm : norm;
            e[k + 1] = beta;
            a[row + k + 1] = x - beta;
            double square = tail + (x - beta) * (x - beta);
            tau[k] = 2 / square;
            twoSided(a, k, row);
        }
        return true;
    }

    private static boolean isLate(int step, Deadline deadline) {
        return (step & 63) == 63 && deadline.expired();
    }

    /** A ← H·A·H on the trailing block with H = I − τ·v·vᵀ, v = a[k][k+1 …). */
    private void twoSided(double[] a, int k, int row) {
        int m = n - k - 1;
        int first = k + 1;
        Arrays.fill(p, 0, m, 0.0);
        for (int i = 0; i < m; i++) {
            Dense.axpy(tau[k] * a[row + first + i], a, (first + i) * n + first, p, 0, m);
        }
        double half = -0.5 * tau[k] * Dense.dot(p, 0, a, row + first, m);
        Dense.axpy(half, a, row + first, p, 0, m);
        for (int i = 0; i < m; i++) {
            double vi = a[row + first + i];
            double pi = p[i];
            int to = (first + i) * n + first;
            int v = row + first;
            for (int j = 0; j < m; j++) {
                a[to + j] -= vi * p[j] + pi * a[v + j];
            }
        }
    }

    /** Rows of q become those of (H_0 H_1 …)ᵀ, the reflectors applied backwards to the identity. */
    private boolean accumulate(double[] a, Deadline deadline) {
        Arrays.fill(q, 0.0);
        for (int i = 0; i < n; i++) {
            q[i * n + i] = 1;
        }
        for (int k = n - 2; k >= 0; k--) {
            if (isLate(k, deadline)) {
                return false;
            }
            if (tau[k] == 0) {
                continue;
            }
            int first = k + 1;
            int m = n - first;
            int v = k * n + first;
            // Q ← H·Q in column convention is, for rows, q_i ← q_i − τ ⟨q_i, v⟩ v.
            for (int i = first; i < n; i++) {
                double c = -tau[k] * Dense.dot(q, i * n + first, a, v, m);
                Dense.axpy(c, a, v, q, i * n + first, m);
            }
        }
        return true;
    }

    private boolean iterate(Deadline deadline) {
        for (int i = 1; i < n; i++) {
            e[i - 1] = e[i];
        }
        if (n > 0) {
            e[n - 1] = 0;
        }
        for (int l = 0; l < n; l++) {
            if (isLate(l, deadline)) {
                return false;
            }
            for (int sweep = 0; ; sweep++) {
                int m = l;
                while (m < n - 1 && Math.abs(e[m]) > 0x1p-53 * (Math.abs(d[m]) + Math.abs(d[m + 1]))) {
                    m++;
                }
                if (m == l) {
                    break;
                }
                if (sweep == MAX_SWEEPS) {
                    return false;
                }
                step(l, m);
            }
        }
        return true;
    }

    /** One implicit QL step on rows l … m. */
    private void step(int l, int m) {
        double g = (d[l + 1] - d[l]) / (2 * e[l]);
        double r = Math.hypot(g, 1);
        g = d[m] - d[l] + e[l] / (g + (g >= 0 ? r : -r));
        double s = 1;
        double c = 1;
        double shift = 0;
        for (int i = m - 1; i >= l; i--) {
            double f = s * e[i];
            double b = c * e[i];
            r = Math.sqrt(f * f + g * g);
            e[i + 1] = r;
            if (r == 0) {
                d[i + 1] -= shift;
                e[m] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - shift;
            r = (d[i] - g) * s + 2 * c * b;
            shift = s * r;
            d[i + 1] = g + shift;
            g = c * r - b;
            rotate(i * n, s, c);
        }
        d[l] -= shift;
        e[l] = g;
        e[m] = 0;
    }

    private void rotate(int low, double s, double c) {
        int high = low + n;
        for (int k = 0; k < n; k++) {
            double f = q[high + k];
            double z = q[low + k];
            q[high + k] = s * z + c * f;
            q[low + k] = c * z - s * f;
        }
    }
}
