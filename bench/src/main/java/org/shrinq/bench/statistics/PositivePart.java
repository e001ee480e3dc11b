package org.shrinq.bench.statistics;

import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.linalg.SymmetricEigen;

/** A symmetric matrix without the part on its negative eigenvalues. */
public final class PositivePart {
    private final int n;
    private final double[] values;
    private final double[] vectors;

    private PositivePart(int n, double[] values, double[] vectors) {
        this.n = n;
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * Of a matrix.
     *
     * @param matrix square and symmetric; not modified
     */
    public static PositivePart of(double[][] matrix) {
        int n = matrix.length;
        double[] entries = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, entries, i * n, n);
        }
        SymmetricEigen eigen = new SymmetricEigen(n);
        if (!eigen.decompose(entries, Deadline.never())) {
            throw new IllegalArgumentException("a matrix whose entries are not finite");
        }
        return new PositivePart(n, eigen.values(), eigen.vectors());
    }

    /** Σ max(λ, 0) v vᵀ. */
    public double[][] matrix() {
        double[][] sum = new double[n][n];
        for (int k = 0; k < n; k++) {
            if (values[k] > 0) {
                for (int i = 0; i < n; i++) {
                    double x = values[k] * vectors[k * n + i];
                    for (int j = 0; j < n; j++) {
                        sum[i][j] += x * vectors[k * n + j];
                    }
                }
            }
        }
        return sum;
    }

    /** An A with A Aᵀ = {@link #matrix}: column k is √λ v of eigenvalue k. */
    public double[][] root() {
        double[][] root = new double[n][n];
        for (int k = 0; k < n; k++) {
            double size = Math.sqrt(Math.max(0, values[k]));
            for (int i = 0; i < n; i++) {
                root[i][k] = size * vectors[k * n + i];
            }
        }
        return root;
    }
}
