package org.shrinq.relax.theta;

import java.util.Arrays;

/** The part of a symmetric matrix with eigenvalues of one sign. */
final class SpectralPart {
    enum Side {
        POSITIVE,
        NEGATIVE
    }

    private SpectralPart() {}

    /**
     * out = Σ |λ_r| q_r q_rᵀ over the eigenvalues of that sign.
     *
     * @param vectors row r is q_r; not modified
     * @param out n·n entries row-major; overwritten
     */
    static void of(double[] values, double[] vectors, int n, Side side, double[] out) {
        int[] chosen = new int[n];
        int count = 0;
        for (int r = 0; r < n; r++) {
            if (side == Side.POSITIVE ? values[r] > 0 : values[r] < 0) {
                chosen[count++] = r;
            }
        }
        Arrays.fill(out, 0, n * n, 0.0);
        int r = 0;
        for (; r + 3 < count; r += 4) {
            addFour(values, vectors, n, chosen, r, out);
        }
        for (; r < count; r++) {
            addOne(Math.abs(values[chosen[r]]), vectors, chosen[r] * n, n, out);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                out[i * n + j] = out[j * n + i];
            }
        }
    }

    private static void addFour(double[] values, double[] q, int n, int[] chosen, int r, double[] out) {
        int a = chosen[r] * n;
        int b = chosen[r + 1] * n;
        int c = chosen[r + 2] * n;
        int d = chosen[r + 3] * n;
        double va = Math.abs(values[chosen[r]]);
        double vb = Math.abs(values[chosen[r + 1]]);
        double vc = Math.abs(values[chosen[r + 2]]);
        double vd = Math.abs(values[chosen[r + 3]]);
        for (int i = 0; i < n; i++) {
            addRow(
                    q,
                    i * n,
                    i,
                    n,
                    out,
                    new int[] {a, b, c, d},
                    va * q[a + i],
                    vb * q[b + i],
                    vc * q[c + i],
                    vd * q[d + i]);
        }
    }

    private static void addRow(
            double[] q, int to, int first, int n, double[] out, int[] at, double fa, double fb, double fc, double fd) {
        int a = at[0];
        int b = at[1];
        int c = at[2];
        int d = at[3];
        for (int j = first; j < n; j++) {
            out[to + j] += (fa * q[a + j] + fb * q[b + j]) + (fc * q[c + j] + fd * q[d + j]);
        }
    }

    private static void addOne(double value, double[] q, int at, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            double f = value * q[at + i];
            for (int j = i; j < n; j++) {
                out[i * n + j] += f * q[at + j];
            }
        }
    }
}
