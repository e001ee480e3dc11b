package org.shrinq.quantum.statevector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The overlaps ⟨y|G_j|x⟩ of {@link DoubleVectorKernel}: alone, and taken while both vectors are rotated, which
 * costs little more than the rotations. Over three qubits at once the two vectors no longer fit the registers.
 */
final class DoubleVectorOverlaps {
    private static final VectorSpecies<Double> S = DoubleVectorLanes.S;
    private static final int LANES = DoubleVectorLanes.LANES;

    /** Registers summed before the sum goes on in double. */
    private static final int SUM_STEPS = VectorSupport.SUM_RUN / LANES;

    private DoubleVectorOverlaps() {}

    static double dot1(double[] x, double[] y, int off, int stride, int outerStride, int outer, int count) {
        VectorSupport.checkSpan(Math.min(x.length, y.length), off, stride, 2, outerStride, outer, count, LANES);
        double[] lanes = new double[LANES];
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
                total += LaneSum.of(plus.sub(minus), lanes);
            }
        }
        return total;
    }

    static double dot3(double[] x, double[] y, int off, int stride, int outerStride, int outer, int count) {
        VectorSupport.checkSpan(Math.min(x.length, y.length), off, stride, 8, outerStride, outer, count, LANES);
        double[] lanes = new double[LANES];
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
                total += LaneSum.of(even.add(odd), lanes);
            }
        }
        return total;
    }

    static double dotRotate1(double[] x, double[] y, int off, int length, int stride, double t0) {
        int outerStride = 2 * stride;
        int outer = length / outerStride;
        VectorSupport.checkSpan(Math.min(x.length, y.length), off, stride, 2, outerStride, outer, stride, LANES);
        double[] lanes = new double[LANES];
        double total = 0;
        DoubleVector p0 = DoubleVector.broadcast(S, t0);
        DoubleVector n0 = DoubleVector.broadcast(S, -t0);
        // groups of one register each are one long run
        boolean narrow = stride == LANES;
        int runs = narrow ? 1 : outer;
        int steps = narrow ? outer : stride / LANES;
        int increment = narrow ? outerStride : LANES;
        for (int o = 0; o < runs; o++) {
            for (int first = 0; first < steps; first += SUM_STEPS) {
                DoubleVector even = DoubleVector.zero(S);
                DoubleVector odd = DoubleVector.zero(S);
                int last = Math.min(steps, first + SUM_STEPS);
                for (int step = first; step < last; step++) {
                    int a = off + o * outerStride + step * increment;
                    DoubleVector x0 = DoubleVector.fromArray(S, x, a);
                    DoubleVector x1 = DoubleVector.fromArray(S, x, a + stride);
                    DoubleVector y0 = DoubleVector.fromArray(S, y, a);
                    DoubleVector y1 = DoubleVector.fromArray(S, y, a + stride);
                    even = x1.neg().fma(y0, even);
                    odd = x0.fma(y1, odd);
                    x1.fma(n0, x0).intoArray(x, a);
                    x0.fma(p0, x1).intoArray(x, a + stride);
                    y1.fma(n0, y0).intoArray(y, a);
                    y0.fma(p0, y1).intoArray(y, a + stride);
                }
                total += LaneSum.of(even.add(odd), lanes);
            }
        }
        return total;
    }

    static double dotRotate2(double[] x, double[] y, int off, int length, int stride, double t0, double t1) {
        int outerStride = 4 * stride;
        int outer = length / outerStride;
        VectorSupport.checkSpan(Math.min(x.length, y.length), off, stride, 4, outerStride, outer, stride, LANES);
        double[] lanes = new double[LANES];
        double total = 0;
        DoubleVector p0 = DoubleVector.broadcast(S, t0);
        DoubleVector n0 = DoubleVector.broadcast(S, -t0);
        DoubleVector p1 = DoubleVector.broadcast(S, t1);
        DoubleVector n1 = DoubleVector.broadcast(S, -t1);
        // groups of one register each are one long run
        boolean narrow = stride == LANES;
        int runs = narrow ? 1 : outer;
        int steps = narrow ? outer : stride / LANES;
        int increment = narrow ? outerStride : LANES;
        for (int o = 0; o < runs; o++) {
            for (int first = 0; first < steps; first += SUM_STEPS) {
                DoubleVector even = DoubleVector.zero(S);
                DoubleVector odd = DoubleVector.zero(S);
                int last = Math.min(steps, first + SUM_STEPS);
                for (int step = first; step < last; step++) {
                    int a = off + o * outerStride + step * increment;
                    DoubleVector x0 = DoubleVector.fromArray(S, x, a);
                    DoubleVector x1 = DoubleVector.fromArray(S, x, a + stride);
                    DoubleVector x2 = DoubleVector.fromArray(S, x, a + 2 * stride);
                    DoubleVector x3 = DoubleVector.fromArray(S, x, a + 3 * stride);
                    DoubleVector y0 = DoubleVector.fromArray(S, y, a);
                    DoubleVector y1 = DoubleVector.fromArray(S, y, a + stride);
                    DoubleVector y2 = DoubleVector.fromArray(S, y, a + 2 * stride);
                    DoubleVector y3 = DoubleVector.fromArray(S, y, a + 3 * stride);
                    even = x1.add(x2).fma(y3.sub(y0), even);
                    odd = x0.sub(x3).fma(y1.add(y2), odd);
                    DoubleVector b0 = x1.fma(n0, x0);
                    DoubleVector b1 = x0.fma(p0, x1);
                    DoubleVector b2 = x3.fma(n0, x2);
                    DoubleVector b3 = x2.fma(p0, x3);
                    b2.fma(n1, b0).intoArray(x, a);
                    b0.fma(p1, b2).intoArray(x, a + 2 * stride);
                    b3.fma(n1, b1).intoArray(x, a + stride);
                    b1.fma(p1, b3).intoArray(x, a + 3 * stride);
                    b0 = y1.fma(n0, y0);
                    b1 = y0.fma(p0, y1);
                    b2 = y3.fma(n0, y2);
                    b3 = y2.fma(p0, y3);
                    b2.fma(n1, b0).intoArray(y, a);
                    b0.fma(p1, b2).intoArray(y, a + 2 * stride);
                    b3.fma(n1, b1).intoArray(y, a + stride);
                    b1.fma(p1, b3).intoArray(y, a + 3 * stride);
                }
                total += LaneSum.of(even.add(odd), lanes);
            }
        }
        return total;
    }
}
