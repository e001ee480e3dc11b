package org.shrinq.quantum.circuit;

/** The loops that apply 4×4 matrices to a state, and what becomes of cross matrices. */
final class GateKernels {
    private GateKernels() {}

    /** state ← M on qubits q (low bit of M's indices) and r. */
    static void apply(Amplitudes state, int q, int r, GateMatrix m) {
        double[] re = state.re();
        double[] im = state.im();
        int low = Math.min(q, r);
        int high = Math.max(q, r);
        int[] at = new int[4];
        double[] xr = new double[4];
        double[] xi = new double[4];
        for (int t = 0; t < re.length >>> 2; t++) {
            locate(t, low, high, q, r, at);
            for (int k = 0; k < 4; k++) {
                xr[k] = re[at[k]];
                xi[k] = im[at[k]];
            }
            for (int k = 0; k < 4; k++) {
                double a = 0;
                double b = 0;
                for (int c = 0; c < 4; c++) {
                    double mr = m.re[4 * k + c];
                    double mi = m.im[4 * k + c];
                    a += mr * xr[c] - mi * xi[c];
                    b += mr * xi[c] + mi * xr[c];
                }
                re[at[k]] = a;
                im[at[k]] = b;
            }
        }
    }

    private static void locate(int t, int low, int high, int q, int r, int[] at) {
        int lowMask = (1 << low) - 1;
        int i = (t & lowMask) | ((t & ~lowMask) << 1);
        int highMask = (1 << high) - 1;
        i = (i & highMask) | ((i & ~highMask) << 1);
        at[0] = i;
        at[1] = i | 1 << q;
        at[2] = i | 1 << r;
        at[3] = i | 1 << q | 1 << r;
    }

    /** The 4×4 matrix C_rc = Σ conj(bra_r)·ket_c over the quadruples of qubits q (low) and r. */
    static GateMatrix cross(Amplitudes bra, Amplitudes ket, int q, int r) {
        double[] br = bra.re();
        double[] bi = bra.im();
        double[] kr = ket.re();
        double[] ki = ket.im();
        int low = Math.min(q, r);
        int high = Math.max(q, r);
        int[] at = new int[4];
        GateMatrix c = new GateMatrix(4);
        for (int t = 0; t < br.length >>> 2; t++) {
            locate(t, low, high, q, r, at);
            for (int i = 0; i < 4; i++) {
                double b = br[at[i]];
                double d = bi[at[i]];
                for (int j = 0; j < 4; j++) {
                    double k = kr[at[j]];
                    double l = ki[at[j]];
                    c.re[4 * i + j] += b * k + d * l;
                    c.im[4 * i + j] += b * l - d * k;
                }
            }
        }
        return c;
    }

    /** 2·Re Σ_rc M_rc C_rc: twice the real part of ⟨bra|M|ket⟩ from the cross matrix. */
    static double twiceReal(GateMatrix m, GateMatrix cross) {
        double sum = 0;
        for (int e = 0; e < m.re.length; e++) {
            sum += m.re[e] * cross.re[e] - m.im[e] * cross.im[e];
        }
        return 2 * sum;
    }
}
