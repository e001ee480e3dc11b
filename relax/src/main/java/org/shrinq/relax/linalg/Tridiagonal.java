package org.shrinq.relax.linalg;

/** Eigenvalues of a symmetric tridiagonal matrix by bisection on Sturm counts. */
final class Tridiagonal {
    private Tridiagonal() {}

    /**
     * The k-th smallest eigenvalue.
     *
     * @param diagonal first n entries; not modified
     * @param beside entry i couples i − 1 and i; entry 0 is not read; not modified
     */
    static double eigenvalue(double[] diagonal, double[] beside, int n, int k) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double radius = (i > 0 ? Math.abs(beside[i]) : 0) + (i + 1 < n ? Math.abs(beside[i + 1]) : 0);
            low = Math.min(low, diagonal[i] - radius);
            high = Math.max(high, diagonal[i] + radius);
        }
        double tolerance = 1e-15 * Math.max(Math.abs(low), Math.abs(high));
        while (high - low > tolerance) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (countBelow(diagonal, beside, n, middle) > k) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low + (high - low) / 2;
    }

    private static int countBelow(double[] diagonal, double[] beside, int n, double x) {
        int count = 0;
        double pivot = 1;
        for (int i = 0; i < n; i++) {
            double off = i > 0 ? beside[i] : 0;
            pivot = diagonal[i] - x - off * off / pivot;
            if (pivot == 0) {
                pivot = -1e-300;
            }
            if (pivot < 0) {
                count++;
            }
        }
        return count;
    }
}
