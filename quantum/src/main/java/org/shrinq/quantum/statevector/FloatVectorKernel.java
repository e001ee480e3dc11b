package org.shrinq.quantum.statevector;

import jdk.incubator.vector.VectorSpecies;

/**
 * The {@link Kernel} on {@code jdk.incubator.vector}. Three qubits are rotated per load and store (radix 8); qubits
 * inside a register by lane shuffles, or by a product with the small matrix of all their rotations where shuffles are
 * slow (see {@link VectorSupport}). Hot methods are written out, without helpers: a call that is not inlined would box
 * its vectors.
 */
final class FloatVectorKernel implements Kernel<float[]> {
    private static final VectorSpecies<Float> S = FloatVectorLanes.S;
    private static final int LANES = FloatVectorLanes.LANES;
    private static final int LANE_BITS = FloatVectorLanes.LANE_BITS;
    private static final boolean SHUFFLE = FloatVectorLanes.SHUFFLE;

    @Override
    public String name() {
        return "vector-" + S.vectorBitSize() + (SHUFFLE ? "" : "-matrix");
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public int lowBits(int length) {
        return LANE_BITS + 3;
    }

    @Override
    public int radixBits() {
        return 3;
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
        VectorSupport.checkRun(off, length, 8 * LANES, x.length);
        if (SHUFFLE) {
            FloatVectorLanes.rotateLowShuffled(x, off, length, t);
        } else {
            FloatVectorLanes.rotateLanes(x, off, length, t);
            rotate3(
                    x,
                    off,
                    LANES,
                    8 * LANES,
                    x,
                    off,
                    LANES,
                    8 * LANES,
                    length / (8 * LANES),
                    LANES,
                    t[LANE_BITS],
                    t[LANE_BITS + 1],
                    t[LANE_BITS + 2]);
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
        FloatVectorRotations.rotate1(src, s, sStride, sOuter, dst, d, dStride, dOuter, outer, count, t0);
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
        FloatVectorRotations.rotate2(src, s, sStride, sOuter, dst, d, dStride, dOuter, outer, count, t0, t1);
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
        FloatVectorRotations.rotate3(src, s, sStride, sOuter, dst, d, dStride, dOuter, outer, count, t0, t1, t2);
    }

    @Override
    public double dotLow(float[] x, float[] y, int off, int length, double[] w) {
        VectorSupport.checkRun(off, length, 8 * LANES, Math.min(x.length, y.length));
        double across = w[LANE_BITS] == 1 && w[LANE_BITS + 1] == 1 && w[LANE_BITS + 2] == 1
                ? dot3(x, y, off, LANES, 8 * LANES, length / (8 * LANES), LANES)
                : dotAcross(x, y, off, length, w);
        return across
                + (SHUFFLE
                        ? FloatVectorLanes.dotLanesShuffled(x, y, off, length, w)
                        : FloatVectorLanes.dotLanes(x, y, off, length, w));
    }

    private double dotAcross(float[] x, float[] y, int off, int length, double[] w) {
        double sum = 0;
        for (int j = 0; j < 3; j++) {
            if (w[LANE_BITS + j] != 0) {
                int stride = LANES << j;
                sum += w[LANE_BITS + j] * dot1(x, y, off, stride, 2 * stride, length / (2 * stride), stride);
            }
        }
        return sum;
    }

    @Override
    public double dot1(float[] x, float[] y, int off, int stride, int outerStride, int outer, int count) {
        return FloatVectorOverlaps.dot1(x, y, off, stride, outerStride, outer, count);
    }

    @Override
    public double dot3(float[] x, float[] y, int off, int stride, int outerStride, int outer, int count) {
        return FloatVectorOverlaps.dot3(x, y, off, stride, outerStride, outer, count);
    }

    @Override
    public double dotRotate1(float[] x, float[] y, int off, int length, int stride, double t0) {
        return FloatVectorOverlaps.dotRotate1(x, y, off, length, stride, t0);
    }

    @Override
    public double dotRotate2(float[] x, float[] y, int off, int length, int stride, double t0, double t1) {
        return FloatVectorOverlaps.dotRotate2(x, y, off, length, stride, t0, t1);
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
        FloatVectorPhases.tableRow(tre, tim, dst, src, gre, gim, g, length, sre, sim);
    }

    @Override
    public void phaseFill(float[] re, float[] im, int off, PhaseRow<float[]> row) {
        FloatVectorPhases.phaseFill(re, im, off, row);
    }

    @Override
    public void phase(float[] re, float[] im, int off, PhaseRow<float[]> row) {
        FloatVectorPhases.phase(re, im, off, row);
    }

    @Override
    public double unphase(
            float[] re, float[] im, float[] lre, float[] lim, int off, PhaseRow<float[]> row, float[] diagonal, int d) {
        return FloatVectorPhases.unphase(re, im, lre, lim, off, row, diagonal, d);
    }

    @Override
    public double current(
            float[] re, float[] im, float[] lre, float[] lim, int off, float[] diagonal, int d, int length) {
        return FloatVectorPhases.current(re, im, lre, lim, off, diagonal, d, length);
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
        return FloatVectorPhases.expectation(re, im, off, diagonal, d, length, clip);
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
        FloatVectorPhases.apply(re, im, lre, lim, off, diagonal, d, length, clip);
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
