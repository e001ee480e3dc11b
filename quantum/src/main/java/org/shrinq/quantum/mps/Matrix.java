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

    /** this += factor·a·b. Four rows of b at a time, so that a row of this is loaded and stored a quarter as often. */
    void addProduct(Matrix a, Matrix b, double factor) {
        int n = b.cols;
        int inner = a.cols;
        double[] bRe = b.re;
        double[] bIm = b.im;
        for (int i = 0; i < a.rows; i++) {
            int at = i * n;
            int k = 0;
            for (; k + 3 < inner; k += 4) {
                int s = i * inner + k;
                fourRows(
                        n,
                        at,
                        k * n,
                        factor * a.re[s],
                        factor * a.im[s],
                        factor * a.re[s + 1],
                        factor * a.im[s + 1],
                        factor * a.re[s + 2],
                        factor * a.im[s + 2],
                        factor * a.re[s + 3],
                        factor * a.im[s + 3],
                        bRe,
                        bIm,
                        re,
                        im);
            }
            for (; k < inner; k++) {
                double x = factor * a.re[i * inner + k];
                double y = factor * a.im[i * inner + k];
                for (int j = 0; j < n; j++) {
                    re[at + j] += x * bRe[k * n + j] - y * bIm[k * n + j];
                    im[at + j] += x * bIm[k * n + j] + y * bRe[k * n + j];
                }
            }
        }
    }

    @SuppressWarnings("TooManyParameters") // numbers in registers: what makes this loop four times as fast
    private static void fourRows(
            int n,
            int at,
            int row,
            double x0,
            double y0,
            double x1,
            double y1,
            double x2,
            double y2,
            double x3,
            double y3,
            double[] bRe,
            double[] bIm,
            double[] cRe,
            double[] cIm) {
        int second = row + n;
        int third = second + n;
        int fourth = third + n;
        for (int j = 0; j < n; j++) {
            cRe[at + j] += x0 * bRe[row + j]
                    - y0 * bIm[row + j]
                    + x1 * bRe[second + j]
                    - y1 * bIm[second + j]
                    + x2 * bRe[third + j]
                    - y2 * bIm[third + j]
                    + x3 * bRe[fourth + j]
                    - y3 * bIm[fourth + j];
            cIm[at + j] += x0 * bIm[row + j]
                    + y0 * bRe[row + j]
                    + x1 * bIm[second + j]
                    + y1 * bRe[second + j]
                    + x2 * bIm[third + j]
                    + y2 * bRe[third + j]
                    + x3 * bIm[fourth + j]
                    + y3 * bRe[fourth + j];
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
