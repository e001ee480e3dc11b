package org.shrinq.quantum.statevector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
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
    public int lowBits() {
        return LANE_BITS + 3;
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
        VectorSupport.checkSpan(src.length, s, sStride, 2, sOuter, outer, count, LANES);
        VectorSupport.checkSpan(dst.length, d, dStride, 2, dOuter, outer, count, LANES);
        DoubleVector p0 = DoubleVector.broadcast(S, t0);
        DoubleVector n0 = DoubleVector.broadcast(S, -t0);
        for (int o = 0; o < outer; o++) {
            int end = s + o * sOuter + count;
            int b = d + o * dOuter;
            for (int a = s + o * sOuter; a < end; a += LANES, b += LANES) {
                DoubleVector a0 = DoubleVector.fromArray(S, src, a);
                DoubleVector a1 = DoubleVector.fromArray(S, src, a + sStride);
                a1.fma(n0, a0).intoArray(dst, b);
                a0.fma(p0, a1).intoArray(dst, b + dStride);
            }
        }
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
        VectorSupport.checkSpan(src.length, s, sStride, 4, sOuter, outer, count, LANES);
        VectorSupport.checkSpan(dst.length, d, dStride, 4, dOuter, outer, count, LANES);
        DoubleVector p0 = DoubleVector.broadcast(S, t0);
        DoubleVector n0 = DoubleVector.broadcast(S, -t0);
        DoubleVector p1 = DoubleVector.broadcast(S, t1);
        DoubleVector n1 = DoubleVector.broadcast(S, -t1);
        for (int o = 0; o < outer; o++) {
            int end = s + o * sOuter + count;
            int b = d + o * dOuter;
            for (int a = s + o * sOuter; a < end; a += LANES, b += LANES) {
                DoubleVector a0 = DoubleVector.fromArray(S, src, a);
                DoubleVector a1 = DoubleVector.fromArray(S, src, a + sStride);
                DoubleVector a2 = DoubleVector.fromArray(S, src, a + 2 * sStride);
                DoubleVector a3 = DoubleVector.fromArray(S, src, a + 3 * sStride);
                DoubleVector b0 = a1.fma(n0, a0);
                DoubleVector b1 = a0.fma(p0, a1);
                DoubleVector b2 = a3.fma(n0, a2);
                DoubleVector b3 = a2.fma(p0, a3);
                b2.fma(n1, b0).intoArray(dst, b);
                b0.fma(p1, b2).intoArray(dst, b + 2 * dStride);
                b3.fma(n1, b1).intoArray(dst, b + dStride);
                b1.fma(p1, b3).intoArray(dst, b + 3 * dStride);
            }
        }
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
        VectorSupport.checkSpan(src.length, s, sStride, 8, sOuter, outer, count, LANES);
        VectorSupport.checkSpan(dst.length, d, dStride, 8, dOuter, outer, count, LANES);
        DoubleVector p0 = DoubleVector.broadcast(S, t0);
        DoubleVector n0 = DoubleVector.broadcast(S, -t0);
        DoubleVector p1 = DoubleVector.broadcast(S, t1);
        DoubleVector n1 = DoubleVector.broadcast(S, -t1);
        DoubleVector p2 = DoubleVector.broadcast(S, t2);
        DoubleVector n2 = DoubleVector.broadcast(S, -t2);
        for (int o = 0; o < outer; o++) {
            int end = s + o * sOuter + count;
            int b = d + o * dOuter;
            for (int a = s + o * sOuter; a < end; a += LANES, b += LANES) {
                DoubleVector a0 = DoubleVector.fromArray(S, src, a);
                DoubleVector a1 = DoubleVector.fromArray(S, src, a + sStride);
                DoubleVector a2 = DoubleVector.fromArray(S, src, a + 2 * sStride);
                DoubleVector a3 = DoubleVector.fromArray(S, src, a + 3 * sStride);
                DoubleVector a4 = DoubleVector.fromArray(S, src, a + 4 * sStride);
                DoubleVector a5 = DoubleVector.fromArray(S, src, a + 5 * sStride);
                DoubleVector a6 = DoubleVector.fromArray(S, src, a + 6 * sStride);
                DoubleVector a7 = DoubleVector.fromArray(S, src, a + 7 * sStride);
                DoubleVector b0 = a1.fma(n0, a0);
                DoubleVector b1 = a0.fma(p0, a1);
                DoubleVector b2 = a3.fma(n0, a2);
                DoubleVector b3 = a2.fma(p0, a3);
                DoubleVector b4 = a5.fma(n0, a4);
                DoubleVector b5 = a4.fma(p0, a5);
                DoubleVector b6 = a7.fma(n0, a6);
                DoubleVector b7 = a6.fma(p0, a7);
                DoubleVector c0 = b2.fma(n1, b0);
                DoubleVector c2 = b0.fma(p1, b2);
                DoubleVector c1 = b3.fma(n1, b1);
                DoubleVector c3 = b1.fma(p1, b3);
                DoubleVector c4 = b6.fma(n1, b4);
                DoubleVector c6 = b4.fma(p1, b6);
                DoubleVector c5 = b7.fma(n1, b5);
                DoubleVector c7 = b5.fma(p1, b7);
                c4.fma(n2, c0).intoArray(dst, b);
                c0.fma(p2, c4).intoArray(dst, b + 4 * dStride);
                c5.fma(n2, c1).intoArray(dst, b + dStride);
                c1.fma(p2, c5).intoArray(dst, b + 5 * dStride);
                c6.fma(n2, c2).intoArray(dst, b + 2 * dStride);
                c2.fma(p2, c6).intoArray(dst, b + 6 * dStride);
                c7.fma(n2, c3).intoArray(dst, b + 3 * dStride);
                c3.fma(p2, c7).intoArray(dst, b + 7 * dStride);
            }
        }
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
        VectorSupport.checkSpan(Math.min(x.length, y.length), off, stride, 2, outerStride, outer, count, LANES);
        double total = 0;
        for (int o = 0; o < outer; o++) {
            int start = off + o * outerStride;
            for (int run = start; run < start + count; run += VectorSupport.SUM_RUN) {
                DoubleVector plus = DoubleVector.zero(S);
                DoubleVector minus = DoubleVector.zero(S);
                int end = Math.min(start + count, run + VectorSupport.SUM_RUN);
                for (int a = run; a < end; a += LANES) {
                    plus = DoubleVector.fromArray(S, x, a).fma(DoubleVector.fromArray(S, y, a + stride), plus);
                    minus = DoubleVector.fromArray(S, x, a + stride).fma(DoubleVector.fromArray(S, y, a), minus);
                }
                total += plus.sub(minus).reduceLanes(VectorOperators.ADD);
            }
        }
        return total;
    }

    @Override
    public double dot3(double[] x, double[] y, int off, int stride, int outerStride, int outer, int count) {
        VectorSupport.checkSpan(Math.min(x.length, y.length), off, stride, 8, outerStride, outer, count, LANES);
        double total = 0;
        for (int o = 0; o < outer; o++) {
            int start = off + o * outerStride;
            for (int run = start; run < start + count; run += VectorSupport.SUM_RUN) {
                DoubleVector even = DoubleVector.zero(S);
                DoubleVector odd = DoubleVector.zero(S);
                int end = Math.min(start + count, run + VectorSupport.SUM_RUN);
                for (int a = run; a < end; a += LANES) {
                    DoubleVector x0 = DoubleVector.fromArray(S, x, a);
                    DoubleVector x1 = DoubleVector.fromArray(S, x, a + stride);
                    DoubleVector x2 = DoubleVector.fromArray(S, x, a + 2 * stride);
                    DoubleVector x3 = DoubleVector.fromArray(S, x, a + 3 * stride);
                    DoubleVector x4 = DoubleVector.fromArray(S, x, a + 4 * stride);
                    DoubleVector x5 = DoubleVector.fromArray(S, x, a + 5 * stride);
                    DoubleVector x6 = DoubleVector.fromArray(S, x, a + 6 * stride);
                    DoubleVector x7 = DoubleVector.fromArray(S, x, a + 7 * stride);
                    DoubleVector g0 = x1.add(x2).add(x4);
                    even = g0.fma(DoubleVector.fromArray(S, y, a).neg(), even);
                    odd = x0.sub(x3).sub(x5).fma(DoubleVector.fromArray(S, y, a + stride), odd);
                    even = x0.sub(x3).sub(x6).fma(DoubleVector.fromArray(S, y, a + 2 * stride), even);
                    odd = x2.add(x1).sub(x7).fma(DoubleVector.fromArray(S, y, a + 3 * stride), odd);
                    even = x0.sub(x5).sub(x6).fma(DoubleVector.fromArray(S, y, a + 4 * stride), even);
                    odd = x4.add(x1).sub(x7).fma(DoubleVector.fromArray(S, y, a + 5 * stride), odd);
                    even = x4.add(x2).sub(x7).fma(DoubleVector.fromArray(S, y, a + 6 * stride), even);
                    odd = x6.add(x5).add(x3).fma(DoubleVector.fromArray(S, y, a + 7 * stride), odd);
                }
                total += even.add(odd).reduceLanes(VectorOperators.ADD);
            }
        }
        return total;
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
