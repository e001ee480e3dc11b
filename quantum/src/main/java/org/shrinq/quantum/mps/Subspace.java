package org.shrinq.quantum.mps;

import java.util.SplittableRandom;

/** Orthonormal bases, as rows of a matrix. */
final class Subspace {
    private static final int BLOCK = 16;
    /** A vector of which less than this is left, in units of the longest, depends on those before it. */
    private static final double DEPENDENT = 1e-14;

    /** A unit vector of which less than this is left by a second pass was rounding errors of the first. */
    private static final double NOISE = 0.1;

    private static final int POWERS = 2;

    private Subspace() {}

    /**
     * An orthonormal basis of the space of the rows, by the block Gram-Schmidt method done twice; rows that depend on
     * earlier ones are dropped. The rows are overwritten.
     */
    static Matrix orthonormal(Matrix rows) {
        return orthonormal(rows, 2);
    }

    private static Matrix orthonormal(Matrix m, int passes) {
        double longest = 0;
        for (int i = 0; i < m.rows; i++) {
            longest = Math.max(longest, Math.sqrt(rowDot(m, i, i)[0]));
        }
        int kept = 0;
        for (int from = 0; from < m.rows; from += BLOCK) {
            Matrix panel = m.rows(from, Math.min(from + BLOCK, m.rows));
            int count = panel.rows;
            for (int pass = 0; pass < passes; pass++) {
                if (kept > 0) {
                    Matrix before = m.rows(0, kept);
                    panel.addProduct(panel.timesAdjoint(before), before, -1);
                }
                count = within(panel, count, pass == 0 ? DEPENDENT * longest : NOISE);
            }
            for (int i = 0; i < count; i++) {
                System.arraycopy(panel.re, i * m.cols, m.re, kept * m.cols, m.cols);
                System.arraycopy(panel.im, i * m.cols, m.im, kept * m.cols, m.cols);
                kept++;
            }
        }
        return kept == m.rows ? m : m.rows(0, kept);
    }

    /** Modified Gram-Schmidt on the first rows of a panel; returns how many are left, moved to the front. */
    private static int within(Matrix panel, int count, double least) {
        int n = panel.cols;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i != kept) {
                System.arraycopy(panel.re, i * n, panel.re, kept * n, n);
                System.arraycopy(panel.im, i * n, panel.im, kept * n, n);
            }
            for (int k = 0; k < kept; k++) {
                double[] h = rowDot(panel, kept, k);
                for (int c = 0; c < n; c++) {
                    double re = panel.re[k * n + c];
                    double im = panel.im[k * n + c];
                    panel.re[kept * n + c] -= h[0] * re - h[1] * im;
                    panel.im[kept * n + c] -= h[0] * im + h[1] * re;
                }
            }
            double norm = Math.sqrt(rowDot(panel, kept, kept)[0]);
            if (norm > least) {
                for (int c = 0; c < n; c++) {
                    panel.re[kept * n + c] /= norm;
                    panel.im[kept * n + c] /= norm;
                }
                kept++;
            }
        }
        for (int i = kept; i < panel.rows; i++) {
            java.util.Arrays.fill(panel.re, i * n, i * n + n, 0);
            java.util.Arrays.fill(panel.im, i * n, i * n + n, 0);
        }
        return kept;
    }

    /** Σ_c row_i · conj(row_k). */
    private static double[] rowDot(Matrix m, int i, int k) {
        int n = m.cols;
        double re = 0;
        double im = 0;
        for (int c = 0; c < n; c++) {
            double a = m.re[i * n + c];
            double b = m.im[i * n + c];
            double x = m.re[k * n + c];
            double y = m.im[k * n + c];
            re += a * x + b * y;
            im += b * x - a * y;
        }
        return new double[] {re, im};
    }

    /**
     * What is kept of a density matrix.
     *
     * @param basis rows u† of the eigenvectors' space
     * @param kept tr(ρ) within it
     */
    record Kept(Matrix basis, double kept) {}

    /**
     * The space of the largest eigenvalues of a Hermitian positive matrix by subspace iteration from a fixed start.
     * Vectors come out in the order of the eigenvalues, so that the tail can be cut.
     *
     * @param rho not modified
     * @param most how many vectors at most
     * @param cutoff share of the trace that may be cut from the tail
     */
    static Kept largest(Matrix rho, int most, double cutoff) {
        int n = rho.rows;
        Matrix v = new Matrix(Math.min(most, n), n);
        SplittableRandom random = new SplittableRandom(n);
        for (int k = 0; k < v.re.length; k++) {
            v.re[k] = random.nextDouble(-1, 1);
            v.im[k] = random.nextDouble(-1, 1);
        }
        Matrix image = v.times(rho);
        for (int power = 1; power <= POWERS; power++) {
            v = orthonormal(image, power == POWERS ? 2 : 1);
            image = v.times(rho);
        }
        double trace = rho.trace();
        double[] weight = new double[v.rows];
        double kept = 0;
        for (int i = 0; i < v.rows; i++) {
            for (int c = 0; c < n; c++) {
                weight[i] += image.re[i * n + c] * v.re[i * n + c] + image.im[i * n + c] * v.im[i * n + c];
            }
            kept += weight[i];
        }
        int count = v.rows;
        double cut = 0;
        while (count > 1 && cut + weight[count - 1] <= cutoff * trace) {
            cut += weight[--count];
        }
        return new Kept(count == v.rows ? v : v.rows(0, count), Math.min(kept - cut, trace) / trace);
    }
}
