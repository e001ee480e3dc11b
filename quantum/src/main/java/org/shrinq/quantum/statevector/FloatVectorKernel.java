package org.shrinq.quantum.statevector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The {@link Kernel} on {@code jdk.incubator.vector}. Three qubits are rotated per load and store (radix 8); qubits
 * inside a register by lane shuffles, or by a product with the small matrix of all their rotations where shuffles are slow
 * (see {@link VectorSupport}). Hot methods are written out, without helpers: a call that is not inlined would box its
 * vectors.
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
        VectorSupport.checkSpan(Math.min(x.length, y.length), off, stride, 2, outerStride, outer, count, LANES);
        float[] lanes = new float[LANES];
        double total = 0;
        for (int o = 0; o < outer; o++) {
            int start = off + o * outerStride;
            for (int run = start; run < start + count; run += VectorSupport.SUM_RUN) {
                FloatVector plus = FloatVector.zero(S);
                FloatVector minus = FloatVector.zero(S);
                int end = Math.min(start + count, run + VectorSupport.SUM_RUN);
                for (int a = run; a < end; a += LANES) {
                    plus = FloatVector.fromArray(S, x, a).fma(FloatVector.fromArray(S, y, a + stride), plus);
                    minus = FloatVector.fromArray(S, x, a + stride).fma(FloatVector.fromArray(S, y, a), minus);
                }
                total += LaneSum.of(plus.sub(minus), lanes);
            }
        }
        return total;
    }

    @Override
    public double dot3(float[] x, float[] y, int off, int stride, int outerStride, int outer, int count) {
        VectorSupport.checkSpan(Math.min(x.length, y.length), off, stride, 8, outerStride, outer, count, LANES);
        float[] lanes = new float[LANES];
        double total = 0;
        for (int o = 0; o < outer; o++) {
            int start = off + o * outerStride;
            for (int run = start; run < start + count; run += VectorSupport.SUM_RUN) {
                FloatVector even = FloatVector.zero(S);
                FloatVector odd = FloatVector.zero(S);
                int end = Math.min(start + count, run + VectorSupport.SUM_RUN);
                for (int a = run; a < end; a += LANES) {
                    FloatVector x0 = FloatVector.fromArray(S, x, a);
                    FloatVector x1 = FloatVector.fromArray(S, x, a + stride);
                    FloatVector x2 = FloatVector.fromArray(S, x, a + 2 * stride);
                    FloatVector x3 = FloatVector.fromArray(S, x, a + 3 * stride);
                    FloatVector x4 = FloatVector.fromArray(S, x, a + 4 * stride);
                    FloatVector x5 = FloatVector.fromArray(S, x, a + 5 * stride);
                    FloatVector x6 = FloatVector.fromArray(S, x, a + 6 * stride);
                    FloatVector x7 = FloatVector.fromArray(S, x, a + 7 * stride);
                    FloatVector g0 = x1.add(x2).add(x4);
                    even = g0.fma(FloatVector.fromArray(S, y, a).neg(), even);
                    odd = x0.sub(x3).sub(x5).fma(FloatVector.fromArray(S, y, a + stride), odd);
                    even = x0.sub(x3).sub(x6).fma(FloatVector.fromArray(S, y, a + 2 * stride), even);
                    odd = x2.add(x1).sub(x7).fma(FloatVector.fromArray(S, y, a + 3 * stride), odd);
                    even = x0.sub(x5).sub(x6).fma(FloatVector.fromArray(S, y, a + 4 * stride), even);
                    odd = x4.add(x1).sub(x7).fma(FloatVector.fromArray(S, y, a + 5 * stride), odd);
                    even = x4.add(x2).sub(x7).fma(FloatVector.fromArray(S, y, a + 6 * stride), even);
                    odd = x6.add(x5).add(x3).fma(FloatVector.fromArray(S, y, a + 7 * stride), odd);
                }
                total += LaneSum.of(even.add(odd), lanes);
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
