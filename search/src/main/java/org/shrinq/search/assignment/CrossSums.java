package org.shrinq.search.assignment;

/** The products Σ_k A_ik B_{π(s)π(k)} of all facilities i and s, kept up to date through swaps. One thread. */
final class CrossSums {
    private final int n;
    private final double[] sum;

    CrossSums(int n) {
        this.n = n;
        sum = new double[n * n];
    }

    /**
     * Sums anew, O(n³).
     *
     * @param a A_ik at i·n + k; not modified
     * @param bT B_{π(s)π(k)} at k·n + s; not modified
     */
    void load(double[] a, double[] bT) {
        java.util.Arrays.fill(sum, 0);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                if (a[i * n + k] != 0) {
                    add(i * n, a[i * n + k], bT, k * n);
                }
            }
        }
    }

    private void add(int row, double factor, double[] from, int at) {
        for (int s = 0; s < n; s++) {
            sum[row + s] += factor * from[at + s];
        }
    }

    /**
     * Follows a swap of u and v; with a_i = A_iu − A_iv and d_s = B_{π(s)π(u)} − B_{π(s)π(v)} after it (not modified).
     * O(n²).
     */
    void swap(int u, int v, double[] a, double[] d) {
        for (int i = 0; i < n; i++) {
            int row = i * n;
            double keep = sum[row + u];
            sum[row + u] = sum[row + v];
            sum[row + v] = keep;
            if (a[i] != 0) {
                add(row, a[i], d, 0);
            }
        }
    }

    /** What a swap of r and s adds to Σ A B, but for the products of the two with each other. */
    double swap(int r, int s) {
        return sum[r * n + s] + sum[s * n + r] - sum[r * n + r] - sum[s * n + s];
    }
}
