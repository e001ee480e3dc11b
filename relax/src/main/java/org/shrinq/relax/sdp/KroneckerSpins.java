package org.shrinq.relax.sdp;

import java.util.Arrays;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.relax.linalg.Dense;

/**
 * A quadratic assignment form as flow ⊗ distance. Variables of one facility i are coupled to each other by the penalty
 * alone, so that one product U_b = Σ_j A_ij v_jb serves all of them: a sweep costs O(n³·rank), not O(n⁴·rank), and is
 * the same as one variable by variable. v_0 stays where it is, which is no loss by rotation; fixed variables are ±v_0.
 */
final class KroneckerSpins implements SpinMatrix {
    private final int n;
    private final KroneckerForm form;
    private final QuadraticForm spin;
    /**
     * Factors P, Q with C_ia,jb = ¼ Σ P_ij Q_ab for i ≠ j, a ≠ b: one pair when flow or distance is symmetric, else
     * two.
     */
    private final double[][][] left;

    private final double[][][] right;
    private final byte[] fixed;
    private final double magnitude;
    private int alive;
    private double constant;
    private double diagonal;

    KroneckerSpins(KroneckerForm form) {
        this.form = form;
        this.n = form.order();
        this.spin = form.toSpin();
        this.constant = spin.offset();
        this.magnitude = Magnitude.of(form);
        this.fixed = new byte[n * n + 1];
        this.alive = n * n + 1;
        double[][] flow = new double[n][n];
        double[][] distance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                flow[i][j] = form.flow(i, j) / 4;
                distance[i][j] = form.distance(i, j);
            }
        }
        double[][] flowBack = transpose(flow);
        double[][] distanceBack = transpose(distance);
        if (Arrays.deepEquals(distance, distanceBack)) {
            left = new double[][][] {sum(flow, flowBack)};
            right = new double[][][] {distance};
        } else if (Arrays.deepEquals(flow, flowBack)) {
            left = new double[][][] {flow};
            right = new double[][][] {sum(distance, distanceBack)};
        } else {
            left = new double[][][] {flow, flowBack};
            right = new double[][][] {distance, distanceBack};
        }
    }

    private static double[][] transpose(double[][] m) {
        double[][] t = new double[m.length][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m.length; j++) {
                t[j][i] = m[i][j];
            }
        }
        return t;
    }

    private static double[][] sum(double[][] a, double[][] b) {
        double[][] s = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                s[i][j] = a[i][j] + b[i][j];
            }
        }
        return s;
    }

    @Override
    public int size() {
        return n * n + 1;
    }

    @Override
    public boolean isAlive(int u) {
        return fixed[u] == 0;
    }

    @Override
    public int alive() {
        return alive;
    }

    @Override
    public double constant() {
        return constant;
    }

    @Override
    public double rounding() {
        return 0x1p-52 * (size() + 16.0) * magnitude;
    }

    /** z of vertex u = sign from now on; its vector is sign·v_0. */
    void fix(int u, int sign) {
        double sum = spin.linear(u - 1);
        for (int w = 1; w < fixed.length; w++) {
            if (fixed[w] != 0) {
                sum += fixed[w] * spin.coupling(u - 1, w - 1);
            }
        }
        constant += sign * sum;
        diagonal += 2 * sign * sum;
        fixed[u] = (byte) sign;
        alive--;
    }

    /** +1 or −1 for a fixed vertex, 0 otherwise. */
    int fixedSign(int u) {
        return fixed[u];
    }

    @Override
    public void multiply(double[] vectors, int rank, double[] out) {
        double[] v = expand(vectors, rank);
        double[] columnSums = columnSums(v, rank);
        double[] u = new double[n * rank];
        double[] rowSum = new double[rank];
        Arrays.fill(out, 0, size() * rank, 0.0);
        for (int i = 0; i < n; i++) {
            int block = (i * n + 1) * rank;
            addBlock(i, v, rank, u, out, block);
            sumRow(i, v, rank, rowSum);
            for (int a = 0; a < n; a++) {
                addPenalties(i, a, v, rank, rowSum, columnSums, out, block + a * rank);
            }
        }
        for (int w = 1; w < fixed.length; w++) {
            double h = spin.linear(w - 1);
            Dense.axpy(h, v, 0, out, w * rank, rank);
            Dense.axpy(h, v, w * rank, out, 0, rank);
        }
        Dense.axpy(-diagonal, v, 0, out, 0, rank);
        for (int w = 1; w < fixed.length; w++) {
            if (fixed[w] != 0) {
                Dense.axpy(fixed[w], out, w * rank, out, 0, rank);
                Arrays.fill(out, w * rank, (w + 1) * rank, 0.0);
            }
        }
    }

    private double[] expand(double[] vectors, int rank) {
        if (alive == fixed.length) {
            return vectors;
        }
        double[] v = Arrays.copyOf(vectors, size() * rank);
        followFixed(v, rank);
        return v;
    }

    void followFixed(double[] v, int rank) {
        for (int w = 1; w < fixed.length; w++) {
            if (fixed[w] != 0) {
                for (int k = 0; k < rank; k++) {
                    v[w * rank + k] = fixed[w] * v[k];
                }
            }
        }
    }

    private double[] columnSums(double[] v, int rank) {
        double[] sums = new double[n * rank];
        for (int i = 0; i < n; i++) {
            Dense.axpy(1, v, (i * n + 1) * rank, sums, 0, n * rank);
        }
        return sums;
    }

    private void sumRow(int i, double[] v, int rank, double[] sum) {
        Arrays.fill(sum, 0.0);
        for (int a = 0; a < n; a++) {
            Dense.axpy(1, v, (i * n + a + 1) * rank, sum, 0, rank);
        }
    }

    /** out += the products of flow and distance for all variables of facility i; u is scratch. */
    private void addBlock(int i, double[] v, int rank, double[] u, double[] out, int to) {
        int length = n * rank;
        for (int term = 0; term < left.length; term++) {
            Arrays.fill(u, 0.0);
            for (int j = 0; j < n; j++) {
                double p = left[term][i][j];
                if (p != 0) {
                    Dense.axpy(p, v, (j * n + 1) * rank, u, 0, length);
                }
            }
            if (rank == 1) {
                for (int a = 0; a < n; a++) {
                    out[to + a] += Dense.dot(right[term][a], 0, u, 0, n);
                }
                continue;
            }
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    double q = right[term][a][b];
                    if (q != 0) {
                        Dense.axpy(q, u, b * rank, out, to + a * rank, rank);
                    }
                }
            }
        }
    }

    private void addPenalties(
            int i, int a, double[] v, int rank, double[] rowSum, double[] columnSums, double[] out, int to) {
        double r = form.rowPenalty(i) / 2;
        double c = form.columnPenalty(a) / 2;
        int self = (i * n + a + 1) * rank;
        for (int k = 0; k < rank; k++) {
            out[to + k] += r * rowSum[k] + c * columnSums[a * rank + k] - (r + c) * v[self + k];
        }
    }

    /** ‖g_0‖. */
    private double fieldNorm(double[] v, int rank) {
        double[] g = new double[rank];
        for (int w = 1; w < fixed.length; w++) {
            Dense.axpy(spin.linear(w - 1), v, w * rank, g, 0, rank);
        }
        return VectorRows.norm(g, 0, rank);
    }

    @Override
    public Sweep sweep(double[] v, int rank) {
        double[] columnSums = columnSums(v, rank);
        double[] rowSum = new double[rank];
        double[] u = new double[n * rank];
        double[] g = new double[n * rank];
        double[] one = new double[rank];
        double gain = 0;
        double norms = 0;
        for (int i = 0; i < n; i++) {
            Arrays.fill(g, 0.0);
            addBlock(i, v, rank, u, g, 0);
            sumRow(i, v, rank, rowSum);
            for (int a = 0; a < n; a++) {
                int w = i * n + a + 1;
                if (fixed[w] != 0) {
                    continue;
                }
                System.arraycopy(g, a * rank, one, 0, rank);
                addPenalties(i, a, v, rank, rowSum, columnSums, one, 0);
                Dense.axpy(spin.linear(w - 1), v, 0, one, 0, rank);
                Dense.axpy(-1, v, w * rank, rowSum, 0, rank);
                Dense.axpy(-1, v, w * rank, columnSums, a * rank, rank);
                double norm = VectorRows.norm(one, 0, rank);
                norms += norm;
                gain += VectorRows.descend(one, norm, v, w * rank, rank);
                Dense.axpy(1, v, w * rank, rowSum, 0, rank);
                Dense.axpy(1, v, w * rank, columnSums, a * rank, rank);
            }
        }
        return new Sweep(gain, (norms + fieldNorm(v, rank)) / 2, Double.NaN);
    }

    @Override
    public void forEachAbove(int u, QuadraticForm.NeighborConsumer consumer) {
        if (fixed[u] != 0) {
            return;
        }
        if (u == 0) {
            double[] unit = new double[size()];
            unit[0] = 1;
            double[] row = new double[size()];
            multiply(unit, 1, row);
            for (int w = 1; w < row.length; w++) {
                if (row[w] != 0) {
                    consumer.accept(w, row[w]);
                }
            }
            return;
        }
        for (int w = u + 1; w < fixed.length; w++) {
            double c = fixed[w] == 0 ? spin.coupling(u - 1, w - 1) : 0;
            if (c != 0) {
                consumer.accept(w, c);
            }
        }
    }

    @Override
    public long entries() {
        return alive * (alive - 1L) / 2;
    }
}
