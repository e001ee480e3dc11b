package org.shrinq.quantum.circuit;

import java.util.List;

/**
 * A run of diagonal gates as one phase e^{iφ(z)} with φ = c + Σ l_i x_i + Σ_{i&lt;j} q_ij x_i x_j. The 2ⁿ phases are
 * built by doubling, E(z + 2ᵏ) = E(z)·e^{i(l_k + Σ_j q_jk x_j)}, from n(n + 1)/2 sines and cosines; the gradient needs
 * only the first and second moments of x, found by folding. Both cost O(2ⁿ) for any number of gates and parameters.
 */
final class DiagonalOperator implements Operator {
    private final int qubits;
    private final List<Gate> gates;
    private final Scratch scratch;

    DiagonalOperator(int qubits, List<Gate> gates, Scratch scratch) {
        this.qubits = qubits;
        this.gates = List.copyOf(gates);
        this.scratch = scratch;
    }

    /** What a unit of angle adds to c, to l of each qubit (both alike), and to q. */
    private record Weights(double constant, double linear, double pair) {
        static Weights of(GateKind kind) {
            return switch (kind) {
                case Z, S, SDG, PHASE -> new Weights(0, 1, 0);
                case RZ -> new Weights(-0.5, 1, 0);
                case CZ, CPHASE -> new Weights(0, 0, 1);
                case RZZ -> new Weights(-0.5, 1, -2);
                default -> throw new IllegalArgumentException(kind + " is not diagonal");
            };
        }
    }

    private static double value(Gate gate, double[] parameters) {
        return switch (gate.kind()) {
            case Z, CZ -> Math.PI;
            case S -> Math.PI / 2;
            case SDG -> -Math.PI / 2;
            default -> gate.angles().get(0).value(parameters);
        };
    }

    /** Fills the full scratch arrays with the real and imaginary parts of the phases. */
    private void phases(double[] parameters) {
        double constant = 0;
        double[] linear = new double[qubits];
        double[][] pair = new double[qubits][qubits]; // pair[high][low]
        for (Gate g : gates) {
            Weights w = Weights.of(g.kind());
            double v = value(g, parameters);
            constant += w.constant * v;
            linear[g.qubit()] += w.linear * v;
            if (g.isTwoQubit()) {
                linear[g.other()] += w.linear * v;
                pair[Math.max(g.qubit(), g.other())][Math.min(g.qubit(), g.other())] += w.pair * v;
            }
        }
        double[] re = scratch.full(0);
        double[] im = scratch.full(1);
        double[] stepRe = scratch.half(0);
        double[] stepIm = scratch.half(1);
        re[0] = Math.cos(constant);
        im[0] = Math.sin(constant);
        for (int k = 0; k < qubits; k++) {
            stepRe[0] = Math.cos(linear[k]);
            stepIm[0] = Math.sin(linear[k]);
            for (int j = 0; j < k; j++) {
                double q = pair[k][j];
                rotate(stepRe, stepIm, 1 << j, Math.cos(q), Math.sin(q));
            }
            int size = 1 << k;
            for (int t = 0; t < size; t++) {
                re[size + t] = re[t] * stepRe[t] - im[t] * stepIm[t];
                im[size + t] = re[t] * stepIm[t] + im[t] * stepRe[t];
            }
        }
    }

    /** The second {@code size} entries are the first multiplied by a + ib. */
    private static void rotate(double[] re, double[] im, int size, double a, double b) {
        for (int t = 0; t < size; t++) {
            re[size + t] = re[t] * a - im[t] * b;
            im[size + t] = re[t] * b + im[t] * a;
        }
    }

    @Override
    public void apply(Amplitudes state, double[] parameters) {
        phases(parameters);
        double[] re = state.re();
        double[] im = state.im();
        double[] c = scratch.full(0);
        double[] s = scratch.full(1);
        for (int z = 0; z < re.length; z++) {
            double x = re[z];
            double y = im[z];
            re[z] = x * c[z] - y * s[z];
            im[z] = x * s[z] + y * c[z];
        }
    }

    @Override
    public void backward(Amplitudes bra, Amplitudes ket, double[] parameters, double[] gradient) {
        addGradient(bra, ket, gradient);
        phases(parameters);
        undo(bra);
        undo(ket);
    }

    private void undo(Amplitudes state) {
        double[] re = state.re();
        double[] im = state.im();
        double[] c = scratch.full(0);
        double[] s = scratch.full(1);
        for (int z = 0; z < re.length; z++) {
            double x = re[z];
            double y = im[z];
            re[z] = x * c[z] + y * s[z];
            im[z] = y * c[z] - x * s[z];
        }
    }

    /** ∂U/∂θ = i·(∂φ/∂θ)·U, so each derivative is Σ_z (∂φ/∂θ)(z)·w(z) with w = 2·Re(i·conj(bra)·ket). */
    private void addGradient(Amplitudes bra, Amplitudes ket, double[] gradient) {
        if (gates.stream().allMatch(Gate::isConstant)) {
            return;
        }
        double[] br = bra.re();
        double[] bi = bra.im();
        double[] kr = ket.re();
        double[] ki = ket.im();
        double[] w = scratch.full(0);
        for (int z = 0; z < br.length; z++) {
            w[z] = 2 * (bi[z] * kr[z] - br[z] * ki[z]);
        }
        double[][] moments = new double[qubits][qubits]; // [i][i] first, [high][low] second moments
        double total = fold(w, moments);
        for (Gate g : gates) {
            if (g.isConstant()) {
                continue;
            }
            Weights weights = Weights.of(g.kind());
            int a = g.qubit();
            double d = weights.constant * total + weights.linear * moments[a][a];
            if (g.isTwoQubit()) {
                int b = g.other();
                d += weights.linear * moments[b][b] + weights.pair * moments[Math.max(a, b)][Math.min(a, b)];
            }
            Angle angle = g.angles().get(0);
            gradient[angle.parameter()] += angle.factor() * d;
        }
    }

    /** Σ_z w(z), and Σ_z w(z)·x_i·x_j in {@code moments}. Overwrites w. */
    private double fold(double[] w, double[][] moments) {
        double[] upper = scratch.full(1);
        for (int k = qubits - 1; k >= 0; k--) {
            int size = 1 << k;
            System.arraycopy(w, size, upper, 0, size);
            for (int j = k - 1; j >= 0; j--) {
                moments[k][j] = foldOnce(upper, 1 << j);
            }
            moments[k][k] = upper[0];
            foldOnce(w, size);
        }
        return w[0];
    }

    /** Adds the second {@code size} entries to the first and returns their sum. */
    private static double foldOnce(double[] v, int size) {
        double sum = 0;
        for (int t = 0; t < size; t++) {
            sum += v[size + t];
            v[t] += v[size + t];
        }
        return sum;
    }
}
