package org.shrinq.quantum.statevector;

import jdk.incubator.vector.VectorSpecies;

/**
 * The {@link Kernel} on {@code jdk.incubator.vector}. Three qubits are rotated per load and store (radix 8); qubits
 * inside a register by lane shuffles, or by a product with the small matrix of all their rotations where shuffles are slow
 * (see {@link VectorSupport}). Hot methods are written out, without helpers: a call that is not inlined would box its
 * vectors.
 */
final class DoubleVectorKernel implements Kernel<double[]> {
    private static final VectorSpecies<Double> S = DoubleVectorLanes.S;
    private static final int LANES = DoubleVectorLanes.LANES;
    private static final int LANE_BITS = DoubleVectorLanes.LANE_BITS;
    private static final boolean SHUFFLE = DoubleVectorLanes.SHUFFLE;

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
        return 8;
    }

    @Override
    public double[] allocate(int length) {
        return new double[length];
    }

    @Override
    public void store(double[] src, int s, double[] dst, int d, int length) {
        for (int k = 0; k < length; k++) {
            dst[d + k] = src[s + k];
        }
    }

    @Override
    public void load(double[] src, int s, double[] dst, int d, int length) {
        for (int k = 0; k < length; k++) {
            dst[d + k] = src[s + k];
        }
    }

    @Override
    public void rotateLow(double[] x, int off, int length, double[] t) {
        VectorSupport.checkRun(off, length, 8 * LANES, x.length);
        if (SHUFFLE) {
            DoubleVectorLanes.rotateLowShuffled(x, off, length, t);
        } else {
            DoubleVectorLanes.rotateLanes(x, off, length, t);
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
            double[] src,
            int s,
            int sStride,
            int sOuter,
            double[] dst,
            int d,
            int dStride,
            int dOuter,
            int outer,
            int count,
            double t0) {
        DoubleVectorRotations.rotate1(src, s, sStride, sOuter, dst, d, dStride, dOuter, outer, count, t0);
    }

    @Override
    public void rotate2(
            double[] src,
            int s,
            int sStride,
            int sOuter,
            double[] dst,
            int d,
            int dStride,
            int dOuter,
            int outer,
            int count,
            double t0,
            double t1) {
        DoubleVectorRotations.rotate2(src, s, sStride, sOuter, dst, d, dStride, dOuter, outer, count, t0, t1);
    }

    @Override
    public void rotate3(
            double[] src,
            int s,
            int sStride,
            int sOuter,
            double[] dst,
            int d,
            int dStride,
            int dOuter,
            int outer,
            int count,
            double t0,
            double t1,
            double t2) {
        DoubleVectorRotations.rotate3(src, s, sStride, sOuter, dst, d, dStride, dOuter, outer, count, t0, t1, t2);
    }

    @Override
    public double dotLow(double[] x, double[] y, int off, int length, double[] w) {
        VectorSupport.checkRun(off, length, 8 * LANES, Math.min(x.length, y.length));
        double across = w[LANE_BITS] == 1 && w[LANE_BITS + 1] == 1 && w[LANE_BITS + 2] == 1
                ? dot3(x, y, off, LANES, 8 * LANES, length / (8 * LANES), LANES)
                : dotAcross(x, y, off, length, w);
        return across
                + (SHUFFLE
                        ? DoubleVectorLanes.dotLanesShuffled(x, y, off, length, w)
                        : DoubleVectorLanes.dotLanes(x, y, off, length, w));
    }

    private double dotAcross(double[] x, double[] y, int off, int length, double[] w) {
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
    public double dot1(double[] x, double[] y, int off, int stride, int outerStride, int outer, int count) {
        return DoubleVectorOverlaps.dot1(x, y, off, stride, outerStride, outer, count);
    }

    @Override
    public double dot3(double[] x, double[] y, int off, int stride, int outerStride, int outer, int count) {
        return DoubleVectorOverlaps.dot3(x, y, off, stride, outerStride, outer, count);
    }

    @Override
    public double dotRotate1(double[] x, double[] y, int off, int length, int stride, double t0) {
        return DoubleVectorOverlaps.dotRotate1(x, y, off, length, stride, t0);
    }

    @Override
    public double dotRotate2(double[] x, double[] y, int off, int length, int stride, double t0, double t1) {
        return DoubleVectorOverlaps.dotRotate2(x, y, off, length, stride, t0, t1);
    }

    @Override
    public void tableRow(
            double[] tre,
            double[] tim,
            int dst,
            int src,
            double[] gre,
            double[] gim,
            int g,
            int length,
            double sre,
            double sim) {
        DoubleVectorPhases.tableRow(tre, tim, dst, src, gre, gim, g, length, sre, sim);
    }

    @Override
    public void phaseFill(double[] re, double[] im, int off, PhaseRow<double[]> row) {
        DoubleVectorPhases.phaseFill(re, im, off, row);
    }

    @Override
    public void phase(double[] re, double[] im, int off, PhaseRow<double[]> row) {
        DoubleVectorPhases.phase(re, im, off, row);
    }

    @Override
    public double unphase(
            double[] re,
            double[] im,
            double[] lre,
            double[] lim,
            int off,
            PhaseRow<double[]> row,
            double[] diagonal,
            int d) {
        return DoubleVectorPhases.unphase(re, im, lre, lim, off, row, diagonal, d);
    }

    @Override
    public double current(
            double[] re, double[] im, double[] lre, double[] lim, int off, double[] diagonal, int d, int length) {
        return DoubleVectorPhases.current(re, im, lre, lim, off, diagonal, d, length);
    }

    @Override
    public void currents(
            double[] re,
            double[] im,
            double[] lre,
            double[] lim,
            int off,
            int length,
            double factor,
            double[] out,
            int o) {
        for (int k = 0; k < length; k++) {
            int a = off + k;
            out[o + k] = factor * (lre[a] * im[a] - lim[a] * re[a]);
        }
    }

    @Override
    public double expectation(double[] re, double[] im, int off, double[] diagonal, int d, int length, double clip) {
        return DoubleVectorPhases.expectation(re, im, off, diagonal, d, length, clip);
    }

    @Override
    public void apply(
            double[] re,
            double[] im,
            double[] lre,
            double[] lim,
            int off,
            double[] diagonal,
            int d,
            int length,
            double clip) {
        DoubleVectorPhases.apply(re, im, lre, lim, off, diagonal, d, length, clip);
    }

    @Override
    public void probabilities(double[] re, double[] im, int off, int length, double[] out, int o) {
        for (int k = 0; k < length; k++) {
            double r = re[off + k];
            double i = im[off + k];
            out[o + k] = r * r + i * i;
        }
    }
}
