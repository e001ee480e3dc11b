package org.shrinq.quantum.lightcone;

/**
 * Trees of infinite degree with angles γ/√D. A message is 1 − ⟨φ²⟩/2D + …, φ(a, b) the phase between a vertex and its
 * child, so that the product over the children is
 *
 * <pre>y(a) = exp(−½ Σ_jk c_jk a_j a_k),  c_jk = g_j g_k ⟨b_j b_k⟩</pre>
 *
 * with g = ±γ_l, ⟨·⟩ the sum over the child's string with weights path·y, and b_0 for both spins of the last layer. The
 * edge is −i Σ_j g_j (Σ_a path·y·a_j)².
 */
final class DenseLimit extends HighGirthWalk {

    private final int layers;

    DenseLimit(int layers) {
        super(layers);
        if (layers < 1 || layers > 11) {
            throw new IllegalArgumentException("the dense limit of " + layers + " layers, expected 1 to 11");
        }
        this.layers = layers;
    }

    @Override
    HighGirthWalk.Walk walk(Schedule schedule) {
        return new Evaluation(schedule);
    }

    private static int sign(int index, int bit) {
        return (index >>> bit & 1) == 0 ? 1 : -1;
    }

    /** One evaluation. */
    private final class Evaluation implements Walk {
        private final Schedule schedule;
        private final double[] g = new double[2 * layers];
        private final double[][] yRe = new double[layers + 1][];
        private final double[][] yIm = new double[layers + 1][];
        private final double[][] momentRe = new double[layers][]; // ⟨b_j b_k⟩ of vertices with m mixers, 2m + 2 rows
        private final double[][] momentIm = new double[layers][];
        private final double[] meanRe = new double[2 * layers];
        private final double[] meanIm = new double[2 * layers];

        Evaluation(Schedule schedule) {
            this.schedule = schedule;
            for (int l = 0; l < layers; l++) {
                g[2 * l] = schedule.gamma(l);
                g[2 * l + 1] = -schedule.gamma(l);
            }
        }

        @Override
        public double value() {
            yRe[0] = new double[] {1};
            yIm[0] = new double[1];
            for (int m = 0; m < layers; m++) {
                moments(m);
                next(m);
            }
            double[] re = new double[yRe[layers].length];
            double[] im = new double[re.length];
            Complex.multiply(schedule.pathRe(layers), schedule.pathIm(layers), yRe[layers], yIm[layers], re, im);
            double value = 0;
            for (int j = 0; j < 2 * layers; j++) {
                for (int k = 0; k < re.length; k++) {
                    meanRe[j] += sign(k, j) * re[k];
                    meanIm[j] += sign(k, j) * im[k];
                }
                value += g[j] * 2 * meanRe[j] * meanIm[j]; // Re(−i·mean²)
            }
            return value;
        }

        /** The place of a parent's spin j in the child's index: its own layer's, or b_0. */
        private int place(int j, int m) {
            return Math.min(j, 2 * m);
        }

        private void moments(int m) {
            int rows = 2 * m + 2;
            momentRe[m] = new double[rows * rows];
            momentIm[m] = new double[rows * rows];
            double[] pathRe = schedule.pathRe(m);
            double[] pathIm = schedule.pathIm(m);
            int mask = (1 << (2 * m)) - 1;
            for (int b = 0; b < pathRe.length; b++) {
                double r = pathRe[b] * yRe[m][b & mask] - pathIm[b] * yIm[m][b & mask];
                double i = pathRe[b] * yIm[m][b & mask] + pathIm[b] * yRe[m][b & mask];
                for (int j = 0; j < rows; j++) {
                    int s = sign(b, place(j, m));
                    for (int k = j; k < rows; k++) {
                        int t = s * sign(b, place(k, m));
                        momentRe[m][j * rows + k] += t * r;
                        momentIm[m][j * rows + k] += t * i;
                    }
                }
            }
        }

        /** y of the vertices above those with m mixers. */
        private void next(int m) {
            int rows = 2 * m + 2;
            double[] re = new double[1 << rows];
            double[] im = new double[1 << rows];
            for (int j = 0; j < rows; j++) {
                for (int k = j; k < rows; k++) {
                    double c = (j == k ? -0.5 : -1) * g[j] * g[k];
                    double cRe = c * momentRe[m][j * rows + k];
                    double cIm = c * momentIm[m][j * rows + k];
                    for (int a = 0; a < re.length; a++) {
                        int t = sign(a, j) * sign(a, k);
                        re[a] += t * cRe;
                        im[a] += t * cIm;
                    }
                }
            }
            for (int a = 0; a < re.length; a++) {
                double size = Math.exp(re[a]);
                re[a] = size * Math.cos(im[a]);
                im[a] = size * Math.sin(im[a]);
            }
            yRe[m + 1] = re;
            yIm[m + 1] = im;
        }

        @Override
        public void back(double[] dGamma, double[] dBeta) {
            int size = 1 << (2 * layers);
            double[] dg = new double[2 * layers];
            double[] aRe = new double[size];
            double[] aIm = new double[size];
            for (int j = 0; j < 2 * layers; j++) {
                dg[j] += 2 * meanRe[j] * meanIm[j];
                double dRe = 2 * g[j] * meanIm[j]; // −2i·g·mean
                double dIm = -2 * g[j] * meanRe[j];
                for (int k = 0; k < size; k++) {
                    aRe[k] += sign(k, j) * dRe;
                    aIm[k] += sign(k, j) * dIm;
                }
            }
            double[] dpRe = new double[size];
            double[] dpIm = new double[size];
            Complex.multiply(aRe, aIm, yRe[layers], yIm[layers], dpRe, dpIm);
            schedule.pullBack(layers, dpRe, dpIm, dBeta);
            Complex.multiply(aRe, aIm, schedule.pathRe(layers), schedule.pathIm(layers), aRe, aIm);
            for (int m = layers - 1; m >= 0; m--) {
                // from y to its exponent, from there to the moments and angles
                Complex.multiply(aRe, aIm, yRe[m + 1], yIm[m + 1], aRe, aIm);
                double[][] dMoment = exponentBack(m, aRe, aIm, dg);
                aRe = new double[yRe[m].length];
                aIm = new double[yRe[m].length];
                momentsBack(m, dMoment, aRe, aIm, dBeta);
            }
            for (int l = 0; l < layers; l++) {
                dGamma[l] += dg[2 * l] - dg[2 * l + 1];
            }
        }

        private double[][] exponentBack(int m, double[] aRe, double[] aIm, double[] dg) {
            int rows = 2 * m + 2;
            double[][] dMoment = new double[2][rows * rows];
            for (int j = 0; j < rows; j++) {
                for (int k = j; k < rows; k++) {
                    double re = 0;
                    double im = 0;
                    for (int a = 0; a < aRe.length; a++) {
                        int t = sign(a, j) * sign(a, k);
                        re += t * aRe[a];
                        im += t * aIm[a];
                    }
                    double half = j == k ? -0.5 : -1;
                    dMoment[0][j * rows + k] = half * g[j] * g[k] * re;
                    dMoment[1][j * rows + k] = half * g[j] * g[k] * im;
                    double slope = half * (re * momentRe[m][j * rows + k] - im * momentIm[m][j * rows + k]);
                    dg[j] += slope * g[k];
                    dg[k] += slope * g[j];
                }
            }
            return dMoment;
        }

        private void momentsBack(int m, double[][] dMoment, double[] aRe, double[] aIm, double[] dBeta) {
            int rows = 2 * m + 2;
            double[] pathRe = schedule.pathRe(m);
            double[] pathIm = schedule.pathIm(m);
            double[] dpRe = new double[pathRe.length];
            double[] dpIm = new double[pathRe.length];
            int mask = (1 << (2 * m)) - 1;
            for (int b = 0; b < pathRe.length; b++) {
                double re = 0;
                double im = 0;
                for (int j = 0; j < rows; j++) {
                    int s = sign(b, place(j, m));
                    for (int k = j; k < rows; k++) {
                        int t = s * sign(b, place(k, m));
                        re += t * dMoment[0][j * rows + k];
                        im += t * dMoment[1][j * rows + k];
                    }
                }
                int y = b & mask;
                aRe[y] += re * pathRe[b] - im * pathIm[b];
                aIm[y] += re * pathIm[b] + im * pathRe[b];
                dpRe[b] = re * yRe[m][y] - im * yIm[m][y];
                dpIm[b] = re * yIm[m][y] + im * yRe[m][y];
            }
            schedule.pullBack(m, dpRe, dpIm, dBeta);
        }
    }
}
