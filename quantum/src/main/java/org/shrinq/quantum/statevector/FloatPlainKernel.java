package org.shrinq.quantum.statevector;

/**
 * The {@link Kernel} in plain loops, written so that the compiler makes vector instructions of them; no library beyond
 * the language.
 */
final class FloatPlainKernel implements Kernel<float[]> {
    @Override
    public String name() {
        return "plain";
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public int lowBits(int length) {
        return length >= FloatPlainRotations.BLOCK ? FloatPlainRotations.BLOCK_BITS : 3;
    }

    @Override
    public int radixBits() {
        return 2;
    }

    @Override
    public int bytes() {
        return Float.BYTES;
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
        if (length >= FloatPlainRotations.BLOCK) {
            FloatPlainRotations.blocks(x, off, length, t);
        } else {
            FloatPlainRotations.octets(x, off, length, t);
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
        if (isMove(src, s, dst, d) && sOuter == count) {
            FloatPlainRotations.one(src, s, sStride, 2 * sStride, 1, outer * count, t0);
            copy(2, src, s, sStride, sOuter, dst, d, dStride, dOuter, outer, count);
            return;
        }
        copy(2, src, s, sStride, sOuter, dst, d, dStride, dOuter, outer, count);
        if (dOuter == count) {
            FloatPlainRotations.one(dst, d, dStride, 2 * dStride, 1, outer * count, t0);
        } else {
            FloatPlainRotations.one(dst, d, dStride, dOuter, outer, count, t0);
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
        if (isMove(src, s, dst, d) && sOuter == count) {
            FloatPlainRotations.two(src, s, sStride, 4 * sStride, 1, outer * count, t0, t1);
            copy(4, src, s, sStride, sOuter, dst, d, dStride, dOuter, outer, count);
            return;
        }
        copy(4, src, s, sStride, sOuter, dst, d, dStride, dOuter, outer, count);
        if (dOuter == count) {
            FloatPlainRotations.two(dst, d, dStride, 4 * dStride, 1, outer * count, t0, t1);
        } else {
            FloatPlainRotations.two(dst, d, dStride, dOuter, outer, count, t0, t1);
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
        copy(8, src, s, sStride, sOuter, dst, d, dStride, dOuter, outer, count);
        FloatPlainRotations.two(dst, d, dStride, dOuter, outer, count, t0, t1);
        FloatPlainRotations.two(dst, d + 4 * dStride, dStride, dOuter, outer, count, t0, t1);
        for (int k = 0; k < 4; k++) {
            FloatPlainRotations.one(dst, d + k * dStride, 4 * dStride, dOuter, outer, count, t2);
        }
    }

    private static boolean isMove(float[] src, int s, float[] dst, int d) {
        return src != dst || s != d;
    }

    /** Copies what a rotation over so many points reads to where it writes, if that is elsewhere. */
    private static void copy(
            int points,
            float[] src,
            int s,
            int sStride,
            int sOuter,
            float[] dst,
            int d,
            int dStride,
            int dOuter,
            int outer,
            int count) {
        if (!isMove(src, s, dst, d)) {
            return;
        }
        for (int k = 0; k < points; k++) {
            for (int o = 0; o < outer; o++) {
                System.arraycopy(src, s + k * sStride + o * sOuter, dst, d + k * dStride + o * dOuter, count);
            }
        }
    }

    @Override
    public double dotLow(float[] x, float[] y, int off, int length, double[] w) {
        return FloatPlainOverlaps.low(x, y, off, length, w, lowBits(length));
    }

    @Override
    public double dot1(float[] x, float[] y, int off, int stride, int outerStride, int outer, int count) {
        return FloatPlainOverlaps.one(x, y, off, stride, outerStride, outer, count);
    }

    @Override
    public double dot3(float[] x, float[] y, int off, int stride, int outerStride, int outer, int count) {
        return FloatPlainOverlaps.three(x, y, off, stride, outerStride, outer, count);
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
        double total = current(re, im, lre, lim, off, diagonal, d, row.length);
        FloatPlainPhases.unphase(re, im, off, row);
        FloatPlainPhases.unphase(lre, lim, off, row);
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
