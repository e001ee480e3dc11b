package org.shrinq.quantum.mps;

/**
 * A dense complex matrix, row-major, real and imaginary parts apart so that the compiler makes vector loops. Mutable.
 */
final class Matrix {
    final int rows;
    final int cols;
    final double[] re;
    final double[] im;

    Matrix(int rows, int cols) {
        this.rows = rows;
        this.cols = cols;
        re = new double[rows * cols];
        im = new double[rows * cols];
    }

    static Matrix identity(int n) {
        Matrix m = new Matrix(n, n);
        for (int k = 0; k < n; k++) {
            m.re[k * n + k] = 1;
        }
        return m;
    }

    Matrix copy() {
        Matrix m = new Matrix(rows, cols);
        System.arraycopy(re, 0, m.re, 0, re.length);
        System.arraycopy(im, 0, m.im, 0, im.length);
        return m;
    }

    /** The conjugate transpose, a copy. */
    Matrix adjoint() {
        return turned(-1);
    }

    /** The transpose, a copy. */
    Matrix transpose() {
        return turned(1);
    }

    private Matrix turned(double sign) {
        Matrix m = new Matrix(cols, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                m.re[j * rows + i] = re[i * cols + j];
                m.im[j * rows + i] = sign * im[i * cols + j];
            }
        }
        return m;
    }

    /** this·other, a new matrix. */
    Matrix times(Matrix other) {
        Matrix product = new Matrix(rows, other.cols);
        product.addProduct(this, other, 1);
        return product;
    }

    /** this·other†, a new matrix. */
    Matrix timesAdjoint(Matrix other) {
        return times(other.adjoint());
    }

    /**
     * this += factor·a·b. Two rows of this and two of b at a time, so that what is loaded is used twice: 10.6 Gflop/s,
     * with one row of this and four of b 9.3; larger blocks and fused multiply-adds gain nothing more.
     */
    void addProduct(Matrix a, Matrix b, double factor) {
        int inner = a.cols;
        int i = 0;
        for (; i + 1 < a.rows; i += 2) {
            int k = 0;
            for (; k + 1 < inner; k += 2) {
                addBlock(a, i, k, b, factor);
            }
            if (k < inner) {
                addRow(a, i, k, b, factor);
                addRow(a, i + 1, k, b, factor);
            }
        }
        if (i < a.rows) {
            for (int k = 0; k < inner; k++) {
                addRow(a, i, k, b, factor);
            }
        }
    }

    /** Row i of this += factor·a_ik·(row k of b). */
    private void addRow(Matrix a, int i, int k, Matrix b, double factor) {
        int n = cols;
        double x = factor * a.re[i * a.cols + k];
        double y = factor * a.im[i * a.cols + k];
        for (int j = 0; j < n; j++) {
            re[i * n + j] += x * b.re[k * n + j] - y * b.im[k * n + j];
            im[i * n + j] += x * b.im[k * n + j] + y * b.re[k * n + j];
        }
    }

    /** Rows i and i + 1 of this += factor·(a's block at i, k)·(rows k and k + 1 of b). */
    private void addBlock(Matrix a, int i, int k, Matrix b, double factor) {
        int s = i * a.cols + k;
        int t = s + a.cols;
        twoRows(
                cols,
                i * cols,
                k * cols,
                factor * a.re[s],
                factor * a.im[s],
                factor * a.re[s + 1],
                factor * a.im[s + 1],
                factor * a.re[t],
                factor * a.im[t],
                factor * a.re[t + 1],
                factor * a.im[t + 1],
                b.re,
                b.im,
                re,
                im);
    }

    @SuppressWarnings("TooManyParameters") // numbers in registers: what makes this loop fast
    private static void twoRows(
            int n,
            int at,
            int row,
            double x0,
            double y0,
            double x1,
            double y1,
            double u0,
            double v0,
            double u1,
            double v1,
            double[] bRe,
            double[] bIm,
            double[] cRe,
            double[] cIm) {
        int second = row + n;
        int next = at + n;
        for (int j = 0; j < n; j++) {
            double re0 = bRe[row + j];
            double im0 = bIm[row + j];
            double re1 = bRe[second + j];
            double im1 = bIm[second + j];
            cRe[at + j] += (x0 * re0 - y0 * im0) + (x1 * re1 - y1 * im1);
            cIm[at + j] += (x0 * im0 + y0 * re0) + (x1 * im1 + y1 * re1);
            cRe[next + j] += (u0 * re0 - v0 * im0) + (u1 * re1 - v1 * im1);
            cIm[next + j] += (u0 * im0 + v0 * re0) + (u1 * im1 + v1 * re1);
        }
    }

    /** this += (x + iy)·other. */
    void add(Matrix other, double x, double y) {
        for (int k = 0; k < re.length; k++) {
            re[k] += x * other.re[k] - y * other.im[k];
            im[k] += x * other.im[k] + y * other.re[k];
        }
    }

    void scale(double factor) {
        for (int k = 0; k < re.length; k++) {
            re[k] *= factor;
            im[k] *= factor;
        }
    }

    /** Rows from … to, a copy. */
    Matrix rows(int from, int to) {
        Matrix m = new Matrix(to - from, cols);
        System.arraycopy(re, from * cols, m.re, 0, m.re.length);
        System.arraycopy(im, from * cols, m.im, 0, m.im.length);
        return m;
    }

    /** Columns from … to, a copy. */
    Matrix columns(int from, int to) {
        Matrix m = new Matrix(rows, to - from);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(re, i * cols + from, m.re, i * m.cols, m.cols);
            System.arraycopy(im, i * cols + from, m.im, i * m.cols, m.cols);
        }
        return m;
    }

    /** a above b. */
    static Matrix stacked(Matrix a, Matrix b) {
        Matrix m = new Matrix(a.rows + b.rows, a.cols);
        m.putRows(0, a);
        m.putRows(a.rows, b);
        return m;
    }

    /** a beside b. */
    static Matrix beside(Matrix a, Matrix b) {
        Matrix m = new Matrix(a.rows, a.cols + b.cols);
        for (int i = 0; i < a.rows; i++) {
            System.arraycopy(a.re, i * a.cols, m.re, i * m.cols, a.cols);
            System.arraycopy(a.im, i * a.cols, m.im, i * m.cols, a.cols);
            System.arraycopy(b.re, i * b.cols, m.re, i * m.cols + a.cols, b.cols);
            System.arraycopy(b.im, i * b.cols, m.im, i * m.cols + a.cols, b.cols);
        }
        return m;
    }

    /** Overwrites rows from {@code at} on. */
    void putRows(int at, Matrix a) {
        System.arraycopy(a.re, 0, re, at * cols, a.re.length);
        System.arraycopy(a.im, 0, im, at * cols, a.im.length);
    }

    /** Re tr(this·other†): the sum over entries of this times the conjugate of other. */
    double dot(Matrix other) {
        double sum = 0;
        for (int k = 0; k < re.length; k++) {
            sum += re[k] * other.re[k] + im[k] * other.im[k];
        }
        return sum;
    }

    /** Σ |entry|². */
    double norm2() {
        return dot(this);
    }

    /** Real part of the trace. */
    double trace() {
        double sum = 0;
        for (int k = 0; k < rows; k++) {
            sum += re[k * cols + k];
        }
        return sum;
    }
}
