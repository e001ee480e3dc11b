package org.shrinq.quantum.statevector;

/** The {@link Kernel} in plain loops: three qubits per load and store, no library beyond the language. */
final class FloatPlainKernel implements Kernel<float[]> {
    private static final int PHASE_RUN = FloatPlainPhases.RUN;

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public int lowBits() {
        return 3;
    }

    @Override
    public int bytes() {
        return 4;
    }

    @Override
    public float[] allocate(int length) {
        return new float[length];
    }

    @Override
    public void store(double[] src, int s, float[] dst, int d, int length) {
        for (int k = 0; k < length; k++) {
            dst[d + k] = (float) src[s + k];
        }
    }

    @Override
    public void load(float[] src, int s, double[] dst, int d, int length) {
        for (int k = 0; k < length; k++) {
            dst[d + k] = src[s + k];
        }
    }

    @Override
    public void rotateLow(float[] x, int off, int length, double[] t) {
        float u0 = (float) t[0];
        float u1 = (float) t[1];
        float u2 = (float) t[2];
        for (int i = off; i < off + length; i += 8) {
            float a0 = x[i];
            float a1 = x[i + 1];
            float a2 = x[i + 2];
            float a3 = x[i + 3];
            float a4 = x[i + 4];
            float a5 = x[i + 5];
            float a6 = x[i + 6];
            float a7 = x[i + 7];
            float b0 = a0 - u0 * a1;
            float b1 = a1 + u0 * a0;
            float b2 = a2 - u0 * a3;
            float b3 = a3 + u0 * a2;
            float b4 = a4 - u0 * a5;
            float b5 = a5 + u0 * a4;
            float b6 = a6 - u0 * a7;
            float b7 = a7 + u0 * a6;
            float c0 = b0 - u1 * b2;
            float c2 = b2 + u1 * b0;
            float c1 = b1 - u1 * b3;
            float c3 = b3 + u1 * b1;
            float c4 = b4 - u1 * b6;
            float c6 = b6 + u1 * b4;
            float c5 = b5 - u1 * b7;
            float c7 = b7 + u1 * b5;
            x[i] = c0 - u2 * c4;
            x[i + 4] = c4 + u2 * c0;
            x[i + 1] = c1 - u2 * c5;
            x[i + 5] = c5 + u2 * c1;
            x[i + 2] = c2 - u2 * c6;
            x[i + 6] = c6 + u2 * c2;
            x[i + 3] = c3 - u2 * c7;
            x[i + 7] = c7 + u2 * c3;
        }
    }

    @Override
    public void rotate1(
            float[] src,
            int s,
            int sStride,
            int sOuter,
            float[] dst,
            int d,
            int dStride,
            int dOuter,
            int outer,
            int count,
            double t0) {
        float u0 = (float) t0;
        for (int o = 0; o < outer; o++) {
            int end = s + o * sOuter + count;
            int e = d + o * dOuter;
            for (int i = s + o * sOuter; i < end; i++, e++) {
                float a0 = src[i];
                float a1 = src[i + sStride];
                dst[e] = a0 - u0 * a1;
                dst[e + dStride] = a1 + u0 * a0;
            }
        }
    }

    @Override
    public void rotate2(
            float[] src,
            int s,
            int sStride,
            int sOuter,
            float[] dst,
            int d,
            int dStride,
            int dOuter,
            int outer,
            int count,
            double t0,
            double t1) {
        float u0 = (float) t0;
        float u1 = (float) t1;
        for (int o = 0; o < outer; o++) {
            int end = s + o * sOuter + count;
            int e = d + o * dOuter;
            for (int i = s + o * sOuter; i < end; i++, e++) {
                float a0 = src[i];
                float a1 = src[i + sStride];
                float a2 = src[i + 2 * sStride];
                float a3 = src[i + 3 * sStride];
                float b0 = a0 - u0 * a1;
                float b1 = a1 + u0 * a0;
                float b2 = a2 - u0 * a3;
                float b3 = a3 + u0 * a2;
                dst[e] = b0 - u1 * b2;
                dst[e + 2 * dStride] = b2 + u1 * b0;
                dst[e + dStride] = b1 - u1 * b3;
                dst[e + 3 * dStride] = b3 + u1 * b1;
            }
        }
    }

    @Override
    public void rotate3(
            float[] src,
            int s,
            int sStride,
            int sOuter,
            float[] dst,
            int d,
            int dStride,
            int dOuter,
            int outer,
            int count,
            double t0,
            double t1,
            double t2) {
        float u0 = (float) t0;
        float u1 = (float) t1;
        float u2 = (float) t2;
        for (int o = 0; o < outer; o++) {
            int end = s + o * sOuter + count;
            int e = d + o * dOuter;
            for (int i = s + o * sOuter; i < end; i++, e++) {
                float a0 = src[i];
                float a1 = src[i + sStride];
                float a2 = src[i + 2 * sStride];
                float a3 = src[i + 3 * sStride];
                float a4 = src[i + 4 * sStride];
                float a5 = src[i + 5 * sStride];
                float a6 = src[i + 6 * sStride];
                float a7 = src[i + 7 * sStride];
                float b0 = a0 - u0 * a1;
                float b1 = a1 + u0 * a0;
                float b2 = a2 - u0 * a3;
                float b3 = a3 + u0 * a2;
                float b4 = a4 - u0 * a5;
                float b5 = a5 + u0 * a4;
                float b6 = a6 - u0 * a7;
                float b7 = a7 + u0 * a6;
                float c0 = b0 - u1 * b2;
                float c2 = b2 + u1 * b0;
                float c1 = b1 - u1 * b3;
                float c3 = b3 + u1 * b1;
                float c4 = b4 - u1 * b6;
                float c6 = b6 + u1 * b4;
                float c5 = b5 - u1 * b7;
                float c7 = b7 + u1 * b5;
                dst[e] = c0 - u2 * c4;
                dst[e + 4 * dStride] = c4 + u2 * c0;
                dst[e + dStride] = c1 - u2 * c5;
                dst[e + 5 * dStride] = c5 + u2 * c1;
                dst[e + 2 * dStride] = c2 - u2 * c6;
                dst[e + 6 * dStride] = c6 + u2 * c2;
                dst[e + 3 * dStride] = c3 - u2 * c7;
                dst[e + 7 * dStride] = c7 + u2 * c3;
            }
        }
    }

    @Override
    public double dotLow(float[] x, float[] y, int off, int length, double[] w) {
        double sum = 0;
        for (int j = 0; j < 3; j++) {
            if (w[j] != 0) {
                sum += w[j] * dot1(x, y, off, 1 << j, 2 << j, length >> (j + 1), 1 << j);
            }
        }
        return sum;
    }

    @Override
    public double dot1(float[] x, float[] y, int off, int stride, int outerStride, int outer, int count) {
        double total = 0;
        for (int o = 0; o < outer; o++) {
            int start = off + o * outerStride;
            for (int a = start; a < start + count; a++) {
                total += (double) x[a] * y[a + stride] - (double) x[a + stride] * y[a];
            }
        }
        return total;
    }

    @Override
    public double dot3(float[] x, float[] y, int off, int stride, int outerStride, int outer, int count) {
        double total = 0;
        for (int o = 0; o < outer; o++) {
            int start = off + o * outerStride;
            for (int a = start; a < start + count; a++) {
                double x0 = x[a];
                double x1 = x[a + stride];
                double x2 = x[a + 2 * stride];
                double x3 = x[a + 3 * stride];
                double x4 = x[a + 4 * stride];
                double x5 = x[a + 5 * stride];
                double x6 = x[a + 6 * stride];
                double x7 = x[a + 7 * stride];
                double sum = -(x1 + x2 + x4) * y[a];
                double odd = 0;
                odd += (x0 - x3 - x5) * y[a + stride];
                sum += (x0 - x3 - x6) * y[a + 2 * stride];
                odd += (x2 + x1 - x7) * y[a + 3 * stride];
                sum += (x0 - x5 - x6) * y[a + 4 * stride];
                odd += (x4 + x1 - x7) * y[a + 5 * stride];
                sum += (x4 + x2 - x7) * y[a + 6 * stride];
                odd += (x6 + x5 + x3) * y[a + 7 * stride];
                total += sum + odd;
            }
        }
        return total;
    }

    @Override
    public void tableRow(
            float[] tre,
            float[] tim,
            int dst,
            int src,
            float[] gre,
            float[] gim,
            int g,
            int length,
            double sre,
            double sim) {
        for (int k = 0; k < length; k++) {
            double fr = gre[g + k] * sre - gim[g + k] * sim;
            double fi = gre[g + k] * sim + gim[g + k] * sre;
            double tr = tre[src + k];
            double ti = tim[src + k];
            tre[dst + k] = (float) (tr * fr - ti * fi);
            tim[dst + k] = (float) (tr * fi + ti * fr);
        }
    }

    @Override
    public void phaseFill(float[] re, float[] im, int off, PhaseRow<float[]> row) {
        java.util.Arrays.fill(re, off, off + row.length, 1);
        java.util.Arrays.fill(im, off, off + row.length, 0);
        phase(re, im, off, row);
    }

    @Override
    public void phase(float[] re, float[] im, int off, PhaseRow<float[]> row) {
        FloatPlainPhases.phase(re, im, off, row);
    }

    @Override
    public double unphase(
            float[] re, float[] im, float[] lre, float[] lim, int off, PhaseRow<float[]> row, float[] diagonal, int d) {
        double total = 0;
        for (int g = 0; g < row.length; g += PHASE_RUN) {
            int count = Math.min(PHASE_RUN, row.length);
            total += current(re, im, lre, lim, off + g, diagonal, d + g, count);
            FloatPlainPhases.unphaseRun(re, im, off + g, row, g, count);
            FloatPlainPhases.unphaseRun(lre, lim, off + g, row, g, count);
        }
        return total;
    }

    @Override
    public double current(
            float[] re, float[] im, float[] lre, float[] lim, int off, float[] diagonal, int d, int length) {
        double total = 0;
        for (int k = 0; k < length; k++) {
            int a = off + k;
            total += diagonal[d + k] * ((double) lre[a] * im[a] - (double) lim[a] * re[a]);
        }
        return total;
    }

    @Override
    public void currents(
            float[] re, float[] im, float[] lre, float[] lim, int off, int length, double factor, double[] out, int o) {
        for (int k = 0; k < length; k++) {
            int a = off + k;
            out[o + k] = factor * ((double) lre[a] * im[a] - (double) lim[a] * re[a]);
        }
    }

    @Override
    public double expectation(float[] re, float[] im, int off, float[] diagonal, int d, int length, double clip) {
        double total = 0;
        for (int k = 0; k < length; k++) {
            double r = re[off + k];
            double i = im[off + k];
            total += (r * r + i * i) * Math.min(diagonal[d + k], clip);
        }
        return total;
    }

    @Override
    public void apply(
            float[] re,
            float[] im,
            float[] lre,
            float[] lim,
            int off,
            float[] diagonal,
            int d,
            int length,
            double clip) {
        for (int k = 0; k < length; k++) {
            int a = off + k;
            float f = Math.min(diagonal[d + k], (float) clip);
            lre[a] = f * re[a];
            lim[a] = f * im[a];
        }
    }

    @Override
    public void probabilities(float[] re, float[] im, int off, int length, double[] out, int o) {
        for (int k = 0; k < length; k++) {
            double r = re[off + k];
            double i = im[off + k];
            out[o + k] = r * r + i * i;
        }
    }
}
