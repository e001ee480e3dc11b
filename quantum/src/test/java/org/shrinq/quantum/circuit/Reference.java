package org.shrinq.quantum.circuit;

import org.shrinq.qubo.Ising;

/**
 * The slow, obvious twin of the circuit simulator: dense 2ⁿ×2ⁿ matrices, every gate written from its definition with
 * Pauli matrices and a matrix exponential, embedded by Kronecker products.
 */
public final class Reference {
    private Reference() {}

    /** A dense complex matrix. */
    public record Matrix(double[][] re, double[][] im) {
        public static Matrix zero(int dim) {
            return new Matrix(new double[dim][dim], new double[dim][dim]);
        }

        public static Matrix identity(int dim) {
            Matrix m = zero(dim);
            for (int i = 0; i < dim; i++) {
                m.re[i][i] = 1;
            }
            return m;
        }

        /** Rows of (re, im) pairs. */
        public static Matrix of(double[]... rows) {
            Matrix m = zero(rows.length);
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows.length; j++) {
                    m.re[i][j] = rows[i][2 * j];
                    m.im[i][j] = rows[i][2 * j + 1];
                }
            }
            return m;
        }

        public int dim() {
            return re.length;
        }

        public Matrix times(Matrix o) {
            Matrix m = zero(dim());
            for (int i = 0; i < dim(); i++) {
                for (int k = 0; k < dim(); k++) {
                    for (int j = 0; j < dim(); j++) {
                        m.re[i][j] += re[i][k] * o.re[k][j] - im[i][k] * o.im[k][j];
                        m.im[i][j] += re[i][k] * o.im[k][j] + im[i][k] * o.re[k][j];
                    }
                }
            }
            return m;
        }

        public Matrix plus(Matrix o) {
            Matrix m = zero(dim());
            for (int i = 0; i < dim(); i++) {
                for (int j = 0; j < dim(); j++) {
                    m.re[i][j] = re[i][j] + o.re[i][j];
                    m.im[i][j] = im[i][j] + o.im[i][j];
                }
            }
            return m;
        }

        /** Multiplied by a + ib. */
        public Matrix times(double a, double b) {
            Matrix m = zero(dim());
            for (int i = 0; i < dim(); i++) {
                for (int j = 0; j < dim(); j++) {
                    m.re[i][j] = a * re[i][j] - b * im[i][j];
                    m.im[i][j] = a * im[i][j] + b * re[i][j];
                }
            }
            return m;
        }

        public Matrix dagger() {
            Matrix m = zero(dim());
            for (int i = 0; i < dim(); i++) {
                for (int j = 0; j < dim(); j++) {
                    m.re[j][i] = re[i][j];
                    m.im[j][i] = -im[i][j];
                }
            }
            return m;
        }

        /** this ⊗ low: {@code low} has the low bits. */
        public Matrix kron(Matrix low) {
            int d = low.dim();
            Matrix m = zero(dim() * d);
            for (int i = 0; i < dim() * d; i++) {
                for (int j = 0; j < dim() * d; j++) {
                    double a = re[i / d][j / d];
                    double b = im[i / d][j / d];
                    double x = low.re[i % d][j % d];
                    double y = low.im[i % d][j % d];
                    m.re[i][j] = a * x - b * y;
                    m.im[i][j] = a * y + b * x;
                }
            }
            return m;
        }

        /** exp(this) by scaling, Taylor series and squaring. */
        public Matrix exp() {
            Matrix small = times(1.0 / 1024, 0);
            Matrix sum = identity(dim());
            Matrix term = identity(dim());
            for (int k = 1; k <= 18; k++) {
                term = term.times(small).times(1.0 / k, 0);
                sum = sum.plus(term);
            }
            for (int k = 0; k < 10; k++) {
                sum = sum.times(sum);
            }
            return sum;
        }

        /** First column: what becomes of |0…0⟩. */
        public double[][] column(int c) {
            double[][] v = new double[2][dim()];
            for (int i = 0; i < dim(); i++) {
                v[0][i] = re[i][c];
                v[1][i] = im[i][c];
            }
            return v;
        }
    }

    public static final Matrix I = Matrix.identity(2);
    public static final Matrix X = Matrix.of(new double[] {0, 0, 1, 0}, new double[] {1, 0, 0, 0});
    public static final Matrix Y = Matrix.of(new double[] {0, 0, 0, -1}, new double[] {0, 1, 0, 0});
    public static final Matrix Z = Matrix.of(new double[] {1, 0, 0, 0}, new double[] {0, 0, -1, 0});
    private static final Matrix P0 = Matrix.of(new double[] {1, 0, 0, 0}, new double[] {0, 0, 0, 0});
    private static final Matrix P1 = Matrix.of(new double[] {0, 0, 0, 0}, new double[] {0, 0, 1, 0});

    /** m on qubit q of n. */
    public static Matrix on(int n, int q, Matrix m) {
        Matrix out = Matrix.identity(1);
        for (int k = n - 1; k >= 0; k--) {
            out = out.kron(k == q ? m : I);
        }
        return out;
    }

    private static Matrix rotation(Matrix pauli, double theta) {
        return pauli.times(0, -theta / 2).exp();
    }

    private static Matrix controlled(int n, int control, int target, Matrix m) {
        return on(n, control, P0).plus(on(n, control, P1).times(on(n, target, m)));
    }

    /** The full unitary of one gate. */
    public static Matrix gate(int n, Gate g, double[] p) {
        double[] a = g.angles().stream().mapToDouble(x -> x.value(p)).toArray();
        int q = g.qubit();
        int r = g.other();
        Matrix phase = a.length == 0 ? I : P0.plus(P1.times(Math.cos(a[0]), Math.sin(a[0])));
        return switch (g.kind()) {
            case H -> on(n, q, X.plus(Z).times(Math.sqrt(0.5), 0));
            case X -> on(n, q, X);
            case Y -> on(n, q, Y);
            case Z -> on(n, q, Z);
            case S -> on(n, q, P0.plus(P1.times(0, 1)));
            case SDG -> on(n, q, P0.plus(P1.times(0, -1)));
            case RX -> on(n, q, rotation(X, a[0]));
            case RY -> on(n, q, rotation(Y, a[0]));
            case RZ -> on(n, q, rotation(Z, a[0]));
            case PHASE -> on(n, q, phase);
            // U(θ, φ, λ) = e^{i(φ+λ)/2} RZ(φ) RY(θ) RZ(λ)
            case U ->
                on(
                        n,
                        q,
                        rotation(Z, a[1])
                                .times(rotation(Y, a[0]))
                                .times(rotation(Z, a[2]))
                                .times(Math.cos((a[1] + a[2]) / 2), Math.sin((a[1] + a[2]) / 2)));
            case CX -> controlled(n, q, r, X);
            case CZ -> controlled(n, q, r, Z);
            case SWAP -> controlled(n, q, r, X).times(controlled(n, r, q, X)).times(controlled(n, q, r, X));
            case CPHASE -> controlled(n, q, r, phase);
            case CRY -> controlled(n, q, r, rotation(Y, a[0]));
            case RZZ -> rotation(on(n, q, Z).times(on(n, r, Z)), a[0]);
            case RXX -> rotation(on(n, q, X).times(on(n, r, X)), a[0]);
            case RYY -> rotation(on(n, q, Y).times(on(n, r, Y)), a[0]);
            case XY -> rotation(on(n, q, X).times(on(n, r, X)).plus(on(n, q, Y).times(on(n, r, Y))), a[0] / 2);
        };
    }

    /** The full unitary of a circuit. */
    public static Matrix unitary(Circuit c, double... p) {
        Matrix u = Matrix.identity(1 << c.qubits());
        for (Gate g : c.gates()) {
            u = gate(c.qubits(), g, p).times(u);
        }
        return u;
    }

    /** |ψ⟩ = Π_l exp(−iβ_l ΣX) exp(−iγ_l H)|+⟩ as {re, im}, from the operators. */
    public static double[][] qaoa(Ising ising, double[] gamma, double[] beta) {
        int n = ising.size();
        int dim = 1 << n;
        Matrix h = Matrix.zero(dim);
        for (int i = 0; i < n; i++) {
            h = h.plus(on(n, i, Z).times(ising.linear(i), 0));
            for (int j = i + 1; j < n; j++) {
                h = h.plus(on(n, i, Z).times(on(n, j, Z)).times(ising.coupling(i, j), 0));
            }
        }
        Matrix x = Matrix.zero(dim);
        Matrix plus = Matrix.identity(dim);
        for (int i = 0; i < n; i++) {
            x = x.plus(on(n, i, X));
            plus = on(n, i, X.plus(Z).times(Math.sqrt(0.5), 0)).times(plus);
        }
        Matrix u = plus;
        for (int l = 0; l < gamma.length; l++) {
            u = x.times(0, -beta[l]).exp().times(h.times(0, -gamma[l]).exp()).times(u);
        }
        return u.column(0);
    }
}
