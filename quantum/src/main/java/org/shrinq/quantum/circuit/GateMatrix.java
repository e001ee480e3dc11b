package org.shrinq.quantum.circuit;

import org.shrinq.qubo.text.Brief;

/**
 * A complex 2×2 or 4×4 matrix, row-major. Of a gate on two qubits, the first qubit is the low bit of the row and column
 * index (|second first⟩). Immutable by contract: the arrays are shared with the kernels of this package only.
 */
public final class GateMatrix {
    final int dim;
    final double[] re;
    final double[] im;

    GateMatrix(int dim) {
        this.dim = dim;
        re = new double[dim * dim];
        im = new double[dim * dim];
    }

    /**
     * The exact matrix of a gate.
     *
     * @param angles as many as {@link GateKind#angles}, in radians; not modified
     */
    public static GateMatrix of(GateKind kind, double... angles) {
        if (angles.length != kind.angles()) {
            throw new IllegalArgumentException(kind + " takes " + kind.angles() + " angles, found " + angles.length);
        }
        GateMatrix m = new GateMatrix(1 << kind.qubits());
        double a = angles.length > 0 ? angles[0] : 0;
        double c = Math.cos(a / 2);
        double s = Math.sin(a / 2);
        switch (kind) {
            case H -> m.fillReal(Math.sqrt(0.5), Math.sqrt(0.5), Math.sqrt(0.5), -Math.sqrt(0.5));
            case X -> m.fillReal(0, 1, 1, 0);
            case Y -> m.set(0, 1, 0, -1).set(1, 0, 0, 1);
            case Z -> m.fillReal(1, 0, 0, -1);
            case S -> m.diagonal(1, 0, 0, 1);
            case SDG -> m.diagonal(1, 0, 0, -1);
            case RX -> m.set(0, 0, c, 0).set(1, 1, c, 0).set(0, 1, 0, -s).set(1, 0, 0, -s);
            case RY -> m.fillReal(c, -s, s, c);
            case RZ -> m.diagonal(c, -s, c, s);
            case PHASE -> m.diagonal(1, 0, Math.cos(a), Math.sin(a));
            case U -> {
                double phi = angles[1];
                double lambda = angles[2];
                m.set(0, 0, c, 0).set(0, 1, -Math.cos(lambda) * s, -Math.sin(lambda) * s);
                m.set(1, 0, Math.cos(phi) * s, Math.sin(phi) * s);
                m.set(1, 1, Math.cos(phi + lambda) * c, Math.sin(phi + lambda) * c);
            }
            case CX -> m.set(0, 0, 1, 0).set(2, 2, 1, 0).set(1, 3, 1, 0).set(3, 1, 1, 0);
            case CZ -> m.diagonal(1, 0, 1, 0, 1, 0, -1, 0);
            case SWAP -> m.set(0, 0, 1, 0).set(3, 3, 1, 0).set(1, 2, 1, 0).set(2, 1, 1, 0);
            case CPHASE -> m.diagonal(1, 0, 1, 0, 1, 0, Math.cos(a), Math.sin(a));
            case CRY ->
                m.set(0, 0, 1, 0)
                        .set(2, 2, 1, 0)
                        .set(1, 1, c, 0)
                        .set(1, 3, -s, 0)
                        .set(3, 1, s, 0)
                        .set(3, 3, c, 0);
            case RZZ -> m.diagonal(c, -s, c, s, c, s, c, -s);
            case RXX -> m.diagonal(c, 0, c, 0, c, 0, c, 0).antidiagonal(-s, -s);
            case RYY -> m.diagonal(c, 0, c, 0, c, 0, c, 0).antidiagonal(s, -s);
            case XY -> m.diagonal(1, 0, c, 0, c, 0, 1, 0).set(1, 2, 0, -s).set(2, 1, 0, -s);
        }
        return m;
    }

    /** ∂/∂angle_k of {@link #of}, exact by the shift rule: (ω/2)·(M(θ + π/2ω) − M(θ − π/2ω)). */
    static GateMatrix derivative(GateKind kind, double[] angles, int k) {
        double omega = kind.frequency(k);
        double shift = Math.PI / (2 * omega);
        double[] shifted = angles.clone();
        shifted[k] = angles[k] + shift;
        GateMatrix plus = of(kind, shifted);
        shifted[k] = angles[k] - shift;
        GateMatrix minus = of(kind, shifted);
        GateMatrix d = new GateMatrix(plus.dim);
        for (int e = 0; e < d.re.length; e++) {
            d.re[e] = omega / 2 * (plus.re[e] - minus.re[e]);
            d.im[e] = omega / 2 * (plus.im[e] - minus.im[e]);
        }
        return d;
    }

    static GateMatrix identity(int dim) {
        GateMatrix m = new GateMatrix(dim);
        for (int r = 0; r < dim; r++) {
            m.re[r * dim + r] = 1;
        }
        return m;
    }

    /** Rows and columns: 2 or 4. */
    public int dimension() {
        return dim;
    }

    /** Real part of entry (row, column). */
    public double re(int row, int column) {
        return re[row * dim + column];
    }

    /** Imaginary part of entry (row, column). */
    public double im(int row, int column) {
        return im[row * dim + column];
    }

    /** This times {@code right}. */
    public GateMatrix times(GateMatrix right) {
        GateMatrix out = new GateMatrix(dim);
        for (int r = 0; r < dim; r++) {
            for (int k = 0; k < dim; k++) {
                double a = re[r * dim + k];
                double b = im[r * dim + k];
                for (int c = 0; c < dim; c++) {
                    double x = right.re[k * dim + c];
                    double y = right.im[k * dim + c];
                    out.re[r * dim + c] += a * x - b * y;
                    out.im[r * dim + c] += a * y + b * x;
                }
            }
        }
        return out;
    }

    /** The conjugate transpose. */
    public GateMatrix adjoint() {
        GateMatrix out = new GateMatrix(dim);
        for (int r = 0; r < dim; r++) {
            for (int c = 0; c < dim; c++) {
                out.re[c * dim + r] = re[r * dim + c];
                out.im[c * dim + r] = -im[r * dim + c];
            }
        }
        return out;
    }

    boolean isReal() {
        for (double v : im) {
            if (v != 0) {
                return false;
            }
        }
        return true;
    }

    /** A 2×2 matrix with real diagonal and imaginary entries off it, as of RX: half the arithmetic of a general one. */
    boolean isLikeRx() {
        return im[0] == 0 && im[3] == 0 && re[1] == 0 && re[2] == 0;
    }

    boolean isDiagonal() {
        for (int r = 0; r < dim; r++) {
            for (int c = 0; c < dim; c++) {
                if (r != c && (re[r * dim + c] != 0 || im[r * dim + c] != 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private GateMatrix set(int r, int c, double x, double y) {
        re[r * dim + c] = x;
        im[r * dim + c] = y;
        return this;
    }

    private void fillReal(double... entries) {
        System.arraycopy(entries, 0, re, 0, entries.length);
    }

    private GateMatrix diagonal(double... reIm) {
        for (int r = 0; r < dim; r++) {
            set(r, r, reIm[2 * r], reIm[2 * r + 1]);
        }
        return this;
    }

    /** Imaginary entries at (0,3), (3,0) and at (1,2), (2,1). */
    private void antidiagonal(double outer, double inner) {
        set(0, 3, 0, outer).set(3, 0, 0, outer).set(1, 2, 0, inner).set(2, 1, 0, inner);
    }

    @Override
    public String toString() {
        return Brief.of(this, "dimension", dim, "real", re, "imaginary", im);
    }
}
