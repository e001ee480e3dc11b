package org.shrinq.bench.statistics;

/** Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, section 8.5). O(n³) a sweep, about eight sweeps. */
public final class SymmetricEigen {
    private static final int SWEEPS = 50;

    private final int n;
    private final double[] values;
    /** Row k is the eigenvector of value k. */
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.n = values.length;
        this.values = values;
        this.vectors = vectors;
    }

    /** Decomposes.
     *
     * @param matrix square and symmetric; not modified
     */
    public static SymmetricEigen of(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][];
        double[][] v = new double[n][n];
        double scale = 0;
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
            v[i][i] = 1;
            for (double x : a[i]) {
                scale += x * x;
            }
        }
        for (int sweep = 0; sweep < SWEEPS && offDiagonal(a) > 1e-22 * scale; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
        return new SymmetricEigen(values, v);
    }

    private static double offDiagonal(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += 2 * a[i][j] * a[i][j];
            }
        }
        return sum;
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        double off = a[p][q];
        if (off == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * off);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        double[] rowP = a[p];
        double[] rowQ = a[q];
        turn(rowP, rowQ, c, s);
        for (double[] row : a) {
            double x = row[p];
            row[p] = c * x - s * row[q];
            row[q] = s * x + c * row[q];
        }
        turn(v[p], v[q], c, s);
    }

    private static void turn(double[] x, double[] y, double c, double s) {
        for (int k = 0; k < x.length; k++) {
            double old = x[k];
            x[k] = c * old - s * y[k];
            y[k] = s * old + c * y[k];
        }
    }

    /** The eigenvalues, in no order; a copy. */
    public double[] values() {
        return values.clone();
    }

    /** Σ max(λ, least) v vᵀ. */
    public double[][] atLeast(double least) {
        double[][] sum = new double[n][n];
        for (int k = 0; k < n; k++) {
            double value = Math.max(values[k], least);
            for (int i = 0; i < n; i++) {
                double x = value * vectors[k][i];
                for (int j = 0; j < n; j++) {
                    sum[i][j] += x * vectors[k][j];
                }
            }
        }
        return sum;
    }

    /** A matrix A with A Aᵀ the part of the matrix on its positive eigenvalues; row-major, n columns. */
    public double[][] root() {
        double[][] root = new double[n][n];
        for (int k = 0; k < n; k++) {
            double size = Math.sqrt(Math.max(0, values[k]));
            for (int i = 0; i < n; i++) {
                root[i][k] = size * vectors[k][i];
            }
        }
        return root;
    }
}
