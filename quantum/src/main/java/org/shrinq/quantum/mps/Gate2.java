package org.shrinq.quantum.mps;

/** A 2×2 complex matrix, row-major. Immutable. */
final class Gate2 {
    private static final Gate2 ONE = new Gate2(new double[] {1, 0, 0, 1}, new double[4]);

    private final double[] re;
    private final double[] im;

    /** Arrays are kept. */
    Gate2(double[] re, double[] im) {
        this.re = re;
        this.im = im;
    }

    static Gate2 identity() {
        return ONE;
    }

    /** diag(e^{−iθ}, e^{iθ}). */
    static Gate2 phase(double theta) {
        double c = Math.cos(theta);
        double s = Math.sin(theta);
        return new Gate2(new double[] {c, 0, 0, c}, new double[] {-s, 0, 0, s});
    }

    double re(int row, int column) {
        return re[2 * row + column];
    }

    double im(int row, int column) {
        return im[2 * row + column];
    }

    boolean isIdentity() {
        return this == ONE;
    }
}
