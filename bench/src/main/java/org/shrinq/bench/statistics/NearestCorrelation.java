package org.shrinq.bench.statistics;

/**
 * The correlation matrix nearest to a symmetric one in the Frobenius norm: alternating projections onto the positive
 * semidefinite matrices, with Dykstra's correction, and onto those with ones on the diagonal (Higham 2002).
 */
public final class NearestCorrelation {
    private static final int ROUNDS = 40;
    private static final double CLOSE = 1e-3;

    private NearestCorrelation() {}

    /**
     * The matrix, or one whose least eigenvalue is above −0.001 after at most 40 rounds of one eigendecomposition each.
     *
     * @param matrix with ones on the diagonal; not modified
     */
    public static double[][] of(double[][] matrix) {
        int n = matrix.length;
        double[][] y = copy(matrix);
        double[][] correction = new double[n][n];
        for (int round = 0; round < ROUNDS; round++) {
            double[][] r = copy(y);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    r[i][j] -= correction[i][j];
                }
            }
            double[][] x = PositivePart.of(r).matrix();
            double change = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    correction[i][j] = x[i][j] - r[i][j];
                    double next = i == j ? 1 : x[i][j];
                    change = Math.max(change, Math.abs(next - x[i][j]));
                    y[i][j] = next;
                }
            }
            if (change < CLOSE) {
                break;
            }
        }
        return y;
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
