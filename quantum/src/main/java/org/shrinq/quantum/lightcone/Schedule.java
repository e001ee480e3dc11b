package org.shrinq.quantum.lightcone;

import java.util.Arrays;

/**
 * The angles of a circuit of p layers and the mixers of one vertex as tables. A path of a vertex through the circuit
 * and back is a string of spins b_1 … b_m (forward), b_0, b_−m … b_−1 (backward), b_l being the spin before mixer l. In
 * an index the forward spin of layer l is bit 2(l − 1), the backward one the bit above it, and a set bit is spin −1; so
 * a table over fewer layers is indexed by a prefix of the bits.
 *
 * <p>A vertex with m &lt; p active mixers has b_0 between mixers m and −m; one with p, which is measured, has there
 * e^{iβX} Z e^{−iβX} instead. The factor ½ of |+⟩⟨+| is in the tables.
 */
final class Schedule {
    private final int layers;
    private final double[] gamma;
    private final double[] beta;
    private final double[] cos;
    private final double[] sin;
    private final double[][] pathRe;
    private final double[][] pathIm;

    /** @param gamma, beta p angles each; not modified */
    Schedule(double[] gamma, double[] beta) {
        layers = gamma.length;
        this.gamma = gamma.clone();
        this.beta = beta.clone();
        cos = new double[layers];
        sin = new double[layers];
        for (int l = 0; l < layers; l++) {
            cos[l] = Math.cos(beta[l]);
            sin[l] = Math.sin(beta[l]);
        }
        pathRe = new double[layers + 1][];
        pathIm = new double[layers + 1][];
        for (int m = 0; m <= layers; m++) {
            int size = pathSize(m);
            pathRe[m] = new double[size];
            pathIm[m] = new double[size];
            for (int k = 0; k < size; k++) {
                fill(m, k);
            }
        }
    }

    /** From one vector γ_1 … γ_p, β_1 … β_p; not modified. */
    static Schedule of(double[] angles) {
        int p = angles.length / 2;
        return new Schedule(Arrays.copyOf(angles, p), Arrays.copyOfRange(angles, p, 2 * p));
    }

    int layers() {
        return layers;
    }

    double gamma(int layer) {
        return gamma[layer];
    }

    double beta(int layer) {
        return beta[layer];
    }

    /** All γ times a factor; a fresh array. */
    double[] gammas(double factor) {
        return Arrays.stream(gamma).map(g -> factor * g).toArray();
    }

    /** All β; a fresh array. */
    double[] betas() {
        return beta.clone();
    }

    /** Entries of a path table: 4^m for each of the two b_0, or 4^p for a measured vertex. */
    private int pathSize(int m) {
        return m == layers ? 1 << (2 * m) : 2 << (2 * m);
    }

    /** Products of mixer elements of a vertex with m active mixers; index: string of m layers, above it b_0. */
    double[] pathRe(int m) {
        return pathRe[m];
    }

    double[] pathIm(int m) {
        return pathIm[m];
    }

    /** How the pairs (forward, backward) of layers l and l + 1 differ: two bits. */
    private static int step(int index, int l, int m, boolean measured) {
        int here = index >>> (2 * l) & 3;
        if (l + 1 < m || measured) {
            return here ^ (index >>> (2 * l + 2) & 3);
        }
        return here ^ ((index >>> (2 * m) & 1) == 0 ? 0 : 3);
    }

    private void fill(int m, int index) {
        boolean measured = m == layers;
        double re = 0.5;
        double im = 0;
        for (int l = 0; l < m; l++) {
            double fRe;
            double fIm;
            if (measured && l == m - 1) {
                int pair = index >>> (2 * l) & 3;
                fRe = endRe(pair, Math.cos(2 * beta[l]));
                fIm = endIm(pair, Math.sin(2 * beta[l]));
            } else {
                int step = step(index, l, m, measured);
                fRe = stepRe(step, cos[l] * cos[l], sin[l] * sin[l]);
                fIm = stepIm(step, sin[l] * cos[l]);
            }
            double r = re * fRe - im * fIm;
            im = re * fIm + im * fRe;
            re = r;
        }
        pathRe[m][index] = re;
        pathIm[m][index] = im;
    }

    /**
     * ⟨b|e^{−iβX}|a⟩ times its mirror image: cos² for two equal, sin² for two different, ∓i sin cos for one of each.
     */
    private static double stepRe(int step, double cosCos, double sinSin) {
        return step == 0 ? cosCos : step == 3 ? sinSin : 0;
    }

    private static double stepIm(int step, double sinCos) {
        return step == 1 ? -sinCos : step == 2 ? sinCos : 0;
    }

    /** ⟨a_−p|e^{iβX} Z e^{−iβX}|a_p⟩ = ±cos2β for equal spins, ±i sin2β for different ones. */
    private static double endRe(int pair, double cosTwo) {
        return pair == 0 ? cosTwo : pair == 3 ? -cosTwo : 0;
    }

    private static double endIm(int pair, double sinTwo) {
        return pair == 2 ? sinTwo : pair == 1 ? -sinTwo : 0;
    }

    /**
     * Adds Re Σ_b a(b)·∂path_m(b)/∂β_l to every dBeta[l].
     *
     * @param aRe, aIm derivatives of a value by the entries of the table; not modified
     */
    void pullBack(int m, double[] aRe, double[] aIm, double[] dBeta) {
        boolean measured = m == layers;
        double[] fRe = new double[m];
        double[] fIm = new double[m];
        double[] dRe = new double[m];
        double[] dIm = new double[m];
        for (int index = 0; index < aRe.length; index++) {
            for (int l = 0; l < m; l++) {
                double c2 = cos[l] * cos[l];
                double s2 = sin[l] * sin[l];
                double sc = sin[l] * cos[l];
                if (measured && l == m - 1) {
                    int pair = index >>> (2 * l) & 3;
                    fRe[l] = endRe(pair, c2 - s2);
                    fIm[l] = endIm(pair, 2 * sc);
                    dRe[l] = endRe(pair, -4 * sc);
                    dIm[l] = endIm(pair, 2 * (c2 - s2));
                } else {
                    int step = step(index, l, m, measured);
                    fRe[l] = stepRe(step, c2, s2);
                    fIm[l] = stepIm(step, sc);
                    dRe[l] = stepRe(step, -2 * sc, 2 * sc);
                    dIm[l] = stepIm(step, c2 - s2);
                }
            }
            for (int l = 0; l < m; l++) {
                double re = 0.5 * (aRe[index] * dRe[l] - aIm[index] * dIm[l]);
                double im = 0.5 * (aRe[index] * dIm[l] + aIm[index] * dRe[l]);
                for (int k = 0; k < m; k++) {
                    if (k != l) {
                        double r = re * fRe[k] - im * fIm[k];
                        im = re * fIm[k] + im * fRe[k];
                        re = r;
                    }
                }
                dBeta[l] += re;
            }
        }
    }
}
