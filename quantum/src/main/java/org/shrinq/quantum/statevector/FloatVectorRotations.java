package org.shrinq.quantum.statevector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The rotations of {@link FloatVectorKernel} by one to three qubits across registers. For three qubits in place every
 * element has one address; from one layout to another it has two, and sixteen no longer fit the machine's registers
 * together with their strides: that costs a third more (measured), so there are two; fewer qubits gain nothing by that.
 */
final class FloatVectorRotations {
    private static final VectorSpecies<Float> S = FloatVectorLanes.S;
    private static final int LANES = FloatVectorLanes.LANES;

    private FloatVectorRotations() {}

    static void rotate1(
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
        VectorSupport.checkSpan(src.length, s, sStride, 2, sOuter, outer, count, LANES);
        VectorSupport.checkSpan(dst.length, d, dStride, 2, dOuter, outer, count, LANES);
        FloatVector p0 = FloatVector.broadcast(S, (float) t0);
        FloatVector n0 = FloatVector.broadcast(S, (float) -t0);
        for (int o = 0; o < outer; o++) {
            int r0 = s + o * sOuter;
            int r1 = s + o * sOuter + sStride;
            int w0 = d + o * dOuter;
            int w1 = d + o * dOuter + dStride;
            for (int i = 0; i < count; i += LANES) {
                FloatVector a0 = FloatVector.fromArray(S, src, r0 + i);
                FloatVector a1 = FloatVector.fromArray(S, src, r1 + i);
                a1.fma(n0, a0).intoArray(dst, w0 + i);
                a0.fma(p0, a1).intoArray(dst, w1 + i);
            }
        }
    }

    static void rotate2(
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
        VectorSupport.checkSpan(src.length, s, sStride, 4, sOuter, outer, count, LANES);
        VectorSupport.checkSpan(dst.length, d, dStride, 4, dOuter, outer, count, LANES);
        FloatVector p0 = FloatVector.broadcast(S, (float) t0);
        FloatVector n0 = FloatVector.broadcast(S, (float) -t0);
        FloatVector p1 = FloatVector.broadcast(S, (float) t1);
        FloatVector n1 = FloatVector.broadcast(S, (float) -t1);
        for (int o = 0; o < outer; o++) {
            int end = s + o * sOuter + count;
            int b = d + o * dOuter;
            for (int a = s + o * sOuter; a < end; a += LANES, b += LANES) {
                FloatVector a0 = FloatVector.fromArray(S, src, a);
                FloatVector a1 = FloatVector.fromArray(S, src, a + sStride);
                FloatVector a2 = FloatVector.fromArray(S, src, a + 2 * sStride);
                FloatVector a3 = FloatVector.fromArray(S, src, a + 3 * sStride);
                FloatVector b0 = a1.fma(n0, a0);
                FloatVector b1 = a0.fma(p0, a1);
                FloatVector b2 = a3.fma(n0, a2);
                FloatVector b3 = a2.fma(p0, a3);
                b2.fma(n1, b0).intoArray(dst, b);
                b0.fma(p1, b2).intoArray(dst, b + 2 * dStride);
                b3.fma(n1, b1).intoArray(dst, b + dStride);
                b1.fma(p1, b3).intoArray(dst, b + 3 * dStride);
            }
        }
    }

    static void rotate3(
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
        VectorSupport.checkSpan(src.length, s, sStride, 8, sOuter, outer, count, LANES);
        VectorSupport.checkSpan(dst.length, d, dStride, 8, dOuter, outer, count, LANES);
        if (src == dst && s == d && sStride == dStride && sOuter == dOuter) {
            inPlace3(src, s, sStride, sOuter, outer, count, t0, t1, t2);
        } else {
            move3(src, s, sStride, sOuter, dst, d, dStride, dOuter, outer, count, t0, t1, t2);
        }
    }

    private static void inPlace3(
            float[] x, int off, int stride, int step, int outer, int count, double t0, double t1, double t2) {
        FloatVector p0 = FloatVector.broadcast(S, (float) t0);
        FloatVector n0 = FloatVector.broadcast(S, (float) -t0);
        FloatVector p1 = FloatVector.broadcast(S, (float) t1);
        FloatVector n1 = FloatVector.broadcast(S, (float) -t1);
        FloatVector p2 = FloatVector.broadcast(S, (float) t2);
        FloatVector n2 = FloatVector.broadcast(S, (float) -t2);
        for (int o = 0; o < outer; o++) {
            int end = off + o * step + count;
            for (int a = off + o * step; a < end; a += LANES) {
                FloatVector a0 = FloatVector.fromArray(S, x, a);
                FloatVector a1 = FloatVector.fromArray(S, x, a + stride);
                FloatVector a2 = FloatVector.fromArray(S, x, a + 2 * stride);
                FloatVector a3 = FloatVector.fromArray(S, x, a + 3 * stride);
                FloatVector a4 = FloatVector.fromArray(S, x, a + 4 * stride);
                FloatVector a5 = FloatVector.fromArray(S, x, a + 5 * stride);
                FloatVector a6 = FloatVector.fromArray(S, x, a + 6 * stride);
                FloatVector a7 = FloatVector.fromArray(S, x, a + 7 * stride);
                FloatVector b0 = a1.fma(n0, a0);
                FloatVector b1 = a0.fma(p0, a1);
                FloatVector b2 = a3.fma(n0, a2);
                FloatVector b3 = a2.fma(p0, a3);
                FloatVector b4 = a5.fma(n0, a4);
                FloatVector b5 = a4.fma(p0, a5);
                FloatVector b6 = a7.fma(n0, a6);
                FloatVector b7 = a6.fma(p0, a7);
                FloatVector c0 = b2.fma(n1, b0);
                FloatVector c2 = b0.fma(p1, b2);
                FloatVector c1 = b3.fma(n1, b1);
                FloatVector c3 = b1.fma(p1, b3);
                FloatVector c4 = b6.fma(n1, b4);
                FloatVector c6 = b4.fma(p1, b6);
                FloatVector c5 = b7.fma(n1, b5);
                FloatVector c7 = b5.fma(p1, b7);
                c4.fma(n2, c0).intoArray(x, a);
                c0.fma(p2, c4).intoArray(x, a + 4 * stride);
                c5.fma(n2, c1).intoArray(x, a + stride);
                c1.fma(p2, c5).intoArray(x, a + 5 * stride);
                c6.fma(n2, c2).intoArray(x, a + 2 * stride);
                c2.fma(p2, c6).intoArray(x, a + 6 * stride);
                c7.fma(n2, c3).intoArray(x, a + 3 * stride);
                c3.fma(p2, c7).intoArray(x, a + 7 * stride);
            }
        }
    }

    private static void move3(
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
        FloatVector p0 = FloatVector.broadcast(S, (float) t0);
        FloatVector n0 = FloatVector.broadcast(S, (float) -t0);
        FloatVector p1 = FloatVector.broadcast(S, (float) t1);
        FloatVector n1 = FloatVector.broadcast(S, (float) -t1);
        FloatVector p2 = FloatVector.broadcast(S, (float) t2);
        FloatVector n2 = FloatVector.broadcast(S, (float) -t2);
        for (int o = 0; o < outer; o++) {
            int r0 = s + o * sOuter;
            int r1 = s + o * sOuter + sStride;
            int r2 = s + o * sOuter + 2 * sStride;
            int r3 = s + o * sOuter + 3 * sStride;
            int r4 = s + o * sOuter + 4 * sStride;
            int r5 = s + o * sOuter + 5 * sStride;
            int r6 = s + o * sOuter + 6 * sStride;
            int r7 = s + o * sOuter + 7 * sStride;
            int w0 = d + o * dOuter;
            int w1 = d + o * dOuter + dStride;
            int w2 = d + o * dOuter + 2 * dStride;
            int w3 = d + o * dOuter + 3 * dStride;
            int w4 = d + o * dOuter + 4 * dStride;
            int w5 = d + o * dOuter + 5 * dStride;
            int w6 = d + o * dOuter + 6 * dStride;
            int w7 = d + o * dOuter + 7 * dStride;
            for (int i = 0; i < count; i += LANES) {
                FloatVector a0 = FloatVector.fromArray(S, src, r0 + i);
                FloatVector a1 = FloatVector.fromArray(S, src, r1 + i);
                FloatVector a2 = FloatVector.fromArray(S, src, r2 + i);
                FloatVector a3 = FloatVector.fromArray(S, src, r3 + i);
                FloatVector a4 = FloatVector.fromArray(S, src, r4 + i);
                FloatVector a5 = FloatVector.fromArray(S, src, r5 + i);
                FloatVector a6 = FloatVector.fromArray(S, src, r6 + i);
                FloatVector a7 = FloatVector.fromArray(S, src, r7 + i);
                FloatVector b0 = a1.fma(n0, a0);
                FloatVector b1 = a0.fma(p0, a1);
                FloatVector b2 = a3.fma(n0, a2);
                FloatVector b3 = a2.fma(p0, a3);
                FloatVector b4 = a5.fma(n0, a4);
                FloatVector b5 = a4.fma(p0, a5);
                FloatVector b6 = a7.fma(n0, a6);
                FloatVector b7 = a6.fma(p0, a7);
                FloatVector c0 = b2.fma(n1, b0);
                FloatVector c2 = b0.fma(p1, b2);
                FloatVector c1 = b3.fma(n1, b1);
                FloatVector c3 = b1.fma(p1, b3);
                FloatVector c4 = b6.fma(n1, b4);
                FloatVector c6 = b4.fma(p1, b6);
                FloatVector c5 = b7.fma(n1, b5);
                FloatVector c7 = b5.fma(p1, b7);
                c4.fma(n2, c0).intoArray(dst, w0 + i);
                c0.fma(p2, c4).intoArray(dst, w4 + i);
                c5.fma(n2, c1).intoArray(dst, w1 + i);
                c1.fma(p2, c5).intoArray(dst, w5 + i);
                c6.fma(n2, c2).intoArray(dst, w2 + i);
                c2.fma(p2, c6).intoArray(dst, w6 + i);
                c7.fma(n2, c3).intoArray(dst, w3 + i);
                c3.fma(p2, c7).intoArray(dst, w7 + i);
            }
        }
    }
}
