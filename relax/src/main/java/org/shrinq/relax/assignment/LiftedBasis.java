package org.shrinq.relax.assignment;

/**
 * Orthonormal coordinates of the smallest face of the cone of semidefinite matrices that holds (1; x)(1; x)ᵀ for every
 * permutation matrix x of order n (Zhao, Karisch, Rendl and Wolkowicz 1998, J. Comb. Optim. 2): the span of (1,
 * e⊗e/n)/√2 and (0, V⊗V), V the n × (n − 1) matrix of Helmert, whose columns are orthonormal and sum to 0. A matrix Y
 * of order n² + 1 is V̂RV̂ᵀ with R of order (n − 1)² + 1. Running sums apply V to a vector of n entries in O(n). Keeps
 * a workspace; one thread.
 */
final class LiftedBasis {
    private final int n;
    private final int large;
    private final int small;
    private final double[] scale;
    private final double[] grid;
    private final double[] half;

    LiftedBasis(int n) {
        this.n = n;
        large = n * n + 1;
        small = (n - 1) * (n - 1) + 1;
        scale = new double[n];
        for (int k = 1; k < n; k++) {
            scale[k] = 1 / Math.sqrt(k * (k + 1.0));
        }
        grid = new double[n * n];
        half = new double[large * small];
    }

    /** n² + 1, the order of Y: vertex 0, then pair (i, a) at 1 + i·n + a. */
    int large() {
        return large;
    }

    /** (n − 1)² + 1, the order of R. */
    int small() {
        return small;
    }

    /**
     * R = V̂ᵀYV̂.
     *
     * @param y symmetric, row-major; not modified
     * @param r overwritten
     */
    void down(double[] y, double[] r) {
        for (int u = 0; u < large; u++) {
            downVector(y, u * large, half, u, large);
        }
        for (int c = 0; c < small; c++) {
            downVector(half, c * large, r, c * small, 1);
        }
    }

    /**
     * Y = V̂RV̂ᵀ.
     *
     * @param r symmetric, row-major; not modified
     * @param y overwritten
     */
    void up(double[] r, double[] y) {
        for (int c = 0; c < small; c++) {
            upVector(r, c * small, half, c, small);
        }
        for (int u = 0; u < large; u++) {
            upVector(half, u * small, y, u * large, 1);
        }
    }

    private void downVector(double[] from, int at, double[] to, int first, int step) {
        double sum = 0;
        for (int k = 1; k < large; k++) {
            sum += from[at + k];
        }
        to[first] = (from[at] + sum / n) / Math.sqrt(2);
        for (int i = 0; i < n; i++) {
            int row = at + 1 + i * n;
            double before = from[row];
            for (int k = 1; k < n; k++) {
                double x = from[row + k];
                grid[i * n + k] = scale[k] * (before - k * x);
                before += x;
            }
        }
        for (int l = 1; l < n; l++) {
            double before = grid[l];
            for (int k = 1; k < n; k++) {
                double x = grid[k * n + l];
                to[first + (1 + (k - 1) * (n - 1) + l - 1) * step] = scale[k] * (before - k * x);
                before += x;
            }
        }
    }

    private void upVector(double[] from, int at, double[] to, int first, int step) {
        double constant = from[at] / Math.sqrt(2);
        for (int k = 1; k < n; k++) {
            int row = at + 1 + (k - 1) * (n - 1);
            double after = 0;
            for (int a = n - 1; a > 0; a--) {
                double s = scale[a] * from[row + a - 1];
                grid[k * n + a] = after - a * s;
                after += s;
            }
            grid[k * n] = after;
        }
        to[first] = constant;
        for (int a = 0; a < n; a++) {
            double after = constant / n;
            for (int i = n - 1; i > 0; i--) {
                double s = scale[i] * grid[i * n + a];
                to[first + (1 + i * n + a) * step] = after - i * s;
                after += s;
            }
            to[first + (1 + a) * step] = after;
        }
    }
}
