package org.shrinq.quantum.statevector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The overlaps ⟨y|G_j|x⟩ of {@link FloatVectorKernel}: alone, and taken while both vectors are rotated, which
 * costs little more than the rotations. Over three qubits at once the two vectors no longer fit the registers.
 */
final class FloatVectorOverlaps {
    private static final VectorSpecies<Float> S = FloatVectorLanes.S;
    private static final int LANES = FloatVectorLanes.LANES;

    /** Registers summed before the sum goes on in double. */
    private static final int SUM_STEPS = VectorSupport.SUM_RUN / LANES;

    private FloatVectorOverlaps() {}

    static double dot1(float[] x, float[] y, int off, int stride, int outerStride, int outer, int count) {
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

    static double dot3(float[] x, float[] y, int off, int stride, int outerStride, int outer, int count) {
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

    static double dotRotate1(float[] x, float[] y, int off, int length, int stride, double t0) {
        int outerStride = 2 * stride;
        int outer = length / outerStride;
        VectorSupport.checkSpan(Math.min(x.length, y.length), off, stride, 2, outerStride, outer, stride, LANES);
        float[] lanes = new float[LANES];
        double total = 0;
        FloatVector p0 = FloatVector.broadcast(S, (float) t0);
        FloatVector n0 = FloatVector.broadcast(S, (float) -t0);
        // groups of one register each are one long run
        boolean narrow = stride == LANES;
        int runs = narrow ? 1 : outer;
        int steps = narrow ? outer : stride / LANES;
        int increment = narrow ? outerStride : LANES;
        for (int o = 0; o < runs; o++) {
            for (int first = 0; first < steps; first += SUM_STEPS) {
                FloatVector even = FloatVector.zero(S);
                FloatVector odd = FloatVector.zero(S);
                int last = Math.min(steps, first + SUM_STEPS);
                for (int step = first; step < last; step++) {
                    int a = off + o * outerStride + step * increment;
                    FloatVector x0 = FloatVector.fromArray(S, x, a);
                    FloatVector x1 = FloatVector.fromArray(S, x, a + stride);
                    FloatVector y0 = FloatVector.fromArray(S, y, a);
                    FloatVector y1 = FloatVector.fromArray(S, y, a + stride);
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

    static double dotRotate2(float[] x, float[] y, int off, int length, int stride, double t0, double t1) {
        int outerStride = 4 * stride;
        int outer = length / outerStride;
        VectorSupport.checkSpan(Math.min(x.length, y.length), off, stride, 4, outerStride, outer, stride, LANES);
        float[] lanes = new float[LANES];
        double total = 0;
        FloatVector p0 = FloatVector.broadcast(S, (float) t0);
        FloatVector n0 = FloatVector.broadcast(S, (float) -t0);
        FloatVector p1 = FloatVector.broadcast(S, (float) t1);
        FloatVector n1 = FloatVector.broadcast(S, (float) -t1);
        // groups of one register each are one long run
        boolean narrow = stride == LANES;
        int runs = narrow ? 1 : outer;
        int steps = narrow ? outer : stride / LANES;
        int increment = narrow ? outerStride : LANES;
        for (int o = 0; o < runs; o++) {
            for (int first = 0; first < steps; first += SUM_STEPS) {
                FloatVector even = FloatVector.zero(S);
                FloatVector odd = FloatVector.zero(S);
                int last = Math.min(steps, first + SUM_STEPS);
                for (int step = first; step < last; step++) {
                    int a = off + o * outerStride + step * increment;
                    FloatVector x0 = FloatVector.fromArray(S, x, a);
                    FloatVector x1 = FloatVector.fromArray(S, x, a + stride);
                    FloatVector x2 = FloatVector.fromArray(S, x, a + 2 * stride);
                    FloatVector x3 = FloatVector.fromArray(S, x, a + 3 * stride);
                    FloatVector y0 = FloatVector.fromArray(S, y, a);
                    FloatVector y1 = FloatVector.fromArray(S, y, a + stride);
                    FloatVector y2 = FloatVector.fromArray(S, y, a + 2 * stride);
                    FloatVector y3 = FloatVector.fromArray(S, y, a + 3 * stride);
                    even = x1.add(x2).fma(y3.sub(y0), even);
                    odd = x0.sub(x3).fma(y1.add(y2), odd);
                    FloatVector b0 = x1.fma(n0, x0);
                    FloatVector b1 = x0.fma(p0, x1);
                    FloatVector b2 = x3.fma(n0, x2);
                    FloatVector b3 = x2.fma(p0, x3);
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
