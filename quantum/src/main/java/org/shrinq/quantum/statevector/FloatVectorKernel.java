package org.shrinq.quantum.statevector;

import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The {@link Kernel} on {@code jdk.incubator.vector}. Three qubits are rotated per load and store (radix 8); qubits
 * inside a register by lane shuffles, or by a product with the small matrix of all their rotations where shuffles are slow
 * (see {@link VectorSupport}). Hot methods are written out, without helpers: a call that is not inlined would box its
 * vectors.
 */
final class FloatVectorKernel implements Kernel<float[]> {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = S.length();
    private static final int LANE_BITS = Integer.numberOfTrailingZeros(LANES);
    private static final boolean SHUFFLE = VectorSupport.SHUFFLES_ARE_FAST;
    private static final VectorShuffle<Float> FLIP_0 = flip(0);
    private static final VectorShuffle<Float> FLIP_1 = flip(1);
    private static final VectorShuffle<Float> FLIP_2 = flip(2);
    private static final VectorShuffle<Float> FLIP_3 = flip(3);
    private static final int PHASE_RUN = 1 << PHASE_BITS;

    private static VectorShuffle<Float> flip(int bit) {
        return VectorShuffle.fromOp(S, lane -> (lane ^ (1 << bit)) % LANES);
    }

    /** −t in lanes whose bit is 0 and t in the others: the coefficient of the flipped lanes. */
    private static FloatVector signed(double t, int bit) {
        float[] lanes = new float[LANES];
        for (int k = 0; k < LANES; k++) {
            lanes[k] = (float) ((k >> bit & 1) == 0 ? -t : t);
        }
        return FloatVector.fromArray(S, lanes, 0);
    }

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
        Objects.checkFromIndexSize(off, length, x.length);
        if (SHUFFLE) {
            rotateLowShuffled(x, off, length, t);
        } else {
            rotateLanes(x, off, length, t);
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

    /** Column k of the product of the lane rotations by t (with the identity), or of the sum of w·G (without it). */
    private static float[] laneMatrix(double[] t, MatrixKind kind) {
        float[] columns = new float[LANES * LANES];
        for (int k = 0; k < LANES; k++) {
            for (int row = 0; row < LANES; row++) {
                double product = 1;
                double sum = 0;
                for (int j = 0; j < LANE_BITS; j++) {
                    if ((k >> j & 1) != (row >> j & 1)) {
                        double signed = (row >> j & 1) == 0 ? -t[j] : t[j];
                        product *= signed;
                        sum += (k ^ row) == 1 << j ? signed : 0;
                    }
                }
                columns[k * LANES + row] = (float) (kind == MatrixKind.ROTATION ? product : sum);
            }
        }
        return columns;
    }

    private enum MatrixKind {
        ROTATION,
        GENERATOR
    }

    private static void rotateLanes(float[] x, int off, int length, double[] t) {
        float[] m = laneMatrix(t, MatrixKind.ROTATION);
        for (int a = off; a < off + length; a += LANES) {
            FloatVector even = FloatVector.fromArray(S, m, 0).mul(FloatVector.broadcast(S, x[a]));
            FloatVector odd = FloatVector.fromArray(S, m, LANES).mul(FloatVector.broadcast(S, x[a + 1]));
            for (int k = 2; k < LANES; k += 2) {
                even = FloatVector.fromArray(S, m, k * LANES).fma(FloatVector.broadcast(S, x[a + k]), even);
                odd = FloatVector.fromArray(S, m, (k + 1) * LANES).fma(FloatVector.broadcast(S, x[a + k + 1]), odd);
            }
            even.add(odd).intoArray(x, a);
        }
    }

    private static void rotateLowShuffled(float[] x, int off, int length, double[] t) {
        FloatVector l0 = signed(t[0], 0);
        FloatVector l1 = signed(t[1], 1);
        FloatVector l2 = signed(t[2], 2);
        FloatVector l3 = signed(t[3], 3);
        FloatVector p0 = FloatVector.broadcast(S, (float) t[LANE_BITS + 0]);
        FloatVector n0 = FloatVector.broadcast(S, (float) -t[LANE_BITS + 0]);
        FloatVector p1 = FloatVector.broadcast(S, (float) t[LANE_BITS + 1]);
        FloatVector n1 = FloatVector.broadcast(S, (float) -t[LANE_BITS + 1]);
        FloatVector p2 = FloatVector.broadcast(S, (float) t[LANE_BITS + 2]);
        FloatVector n2 = FloatVector.broadcast(S, (float) -t[LANE_BITS + 2]);
        for (int a = off; a < off + length; a += 8 * LANES) {
            FloatVector a0 = FloatVector.fromArray(S, x, a);
            FloatVector a1 = FloatVector.fromArray(S, x, a + LANES);
            FloatVector a2 = FloatVector.fromArray(S, x, a + 2 * LANES);
            FloatVector a3 = FloatVector.fromArray(S, x, a + 3 * LANES);
            FloatVector a4 = FloatVector.fromArray(S, x, a + 4 * LANES);
            FloatVector a5 = FloatVector.fromArray(S, x, a + 5 * LANES);
            FloatVector a6 = FloatVector.fromArray(S, x, a + 6 * LANES);
            FloatVector a7 = FloatVector.fromArray(S, x, a + 7 * LANES);
            a0 = a0.rearrange(FLIP_0).fma(l0, a0);
            a1 = a1.rearrange(FLIP_0).fma(l0, a1);
            a2 = a2.rearrange(FLIP_0).fma(l0, a2);
            a3 = a3.rearrange(FLIP_0).fma(l0, a3);
            a4 = a4.rearrange(FLIP_0).fma(l0, a4);
            a5 = a5.rearrange(FLIP_0).fma(l0, a5);
            a6 = a6.rearrange(FLIP_0).fma(l0, a6);
            a7 = a7.rearrange(FLIP_0).fma(l0, a7);
            a0 = a0.rearrange(FLIP_1).fma(l1, a0);
            a1 = a1.rearrange(FLIP_1).fma(l1, a1);
            a2 = a2.rearrange(FLIP_1).fma(l1, a2);
            a3 = a3.rearrange(FLIP_1).fma(l1, a3);
            a4 = a4.rearrange(FLIP_1).fma(l1, a4);
            a5 = a5.rearrange(FLIP_1).fma(l1, a5);
            a6 = a6.rearrange(FLIP_1).fma(l1, a6);
            a7 = a7.rearrange(FLIP_1).fma(l1, a7);
            if (LANE_BITS > 2) {
                a0 = a0.rearrange(FLIP_2).fma(l2, a0);
                a1 = a1.rearrange(FLIP_2).fma(l2, a1);
                a2 = a2.rearrange(FLIP_2).fma(l2, a2);
                a3 = a3.rearrange(FLIP_2).fma(l2, a3);
                a4 = a4.rearrange(FLIP_2).fma(l2, a4);
                a5 = a5.rearrange(FLIP_2).fma(l2, a5);
                a6 = a6.rearrange(FLIP_2).fma(l2, a6);
                a7 = a7.rearrange(FLIP_2).fma(l2, a7);
            }
            if (LANE_BITS > 3) {
                a0 = a0.rearrange(FLIP_3).fma(l3, a0);
                a1 = a1.rearrange(FLIP_3).fma(l3, a1);
                a2 = a2.rearrange(FLIP_3).fma(l3, a2);
                a3 = a3.rearrange(FLIP_3).fma(l3, a3);
                a4 = a4.rearrange(FLIP_3).fma(l3, a4);
                a5 = a5.rearrange(FLIP_3).fma(l3, a5);
                a6 = a6.rearrange(FLIP_3).fma(l3, a6);
                a7 = a7.rearrange(FLIP_3).fma(l3, a7);
            }
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
            c0.fma(p2, c4).intoArray(x, a + 4 * LANES);
            c5.fma(n2, c1).intoArray(x, a + LANES);
            c1.fma(p2, c5).intoArray(x, a + 5 * LANES);
            c6.fma(n2, c2).intoArray(x, a + 2 * LANES);
            c2.fma(p2, c6).intoArray(x, a + 6 * LANES);
            c7.fma(n2, c3).intoArray(x, a + 3 * LANES);
            c3.fma(p2, c7).intoArray(x, a + 7 * LANES);
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
        FloatVector p0 = FloatVector.broadcast(S, (float) t0);
        FloatVector n0 = FloatVector.broadcast(S, (float) -t0);
        for (int o = 0; o < outer; o++) {
            int end = s + o * sOuter + count;
            int b = d + o * dOuter;
            for (int a = s + o * sOuter; a < end; a += LANES, b += LANES) {
                FloatVector a0 = FloatVector.fromArray(S, src, a);
                FloatVector a1 = FloatVector.fromArray(S, src, a + sStride);
                a1.fma(n0, a0).intoArray(dst, b);
                a0.fma(p0, a1).intoArray(dst, b + dStride);
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
        FloatVector p0 = FloatVector.broadcast(S, (float) t0);
        FloatVector n0 = FloatVector.broadcast(S, (float) -t0);
        FloatVector p1 = FloatVector.broadcast(S, (float) t1);
        FloatVector n1 = FloatVector.broadcast(S, (float) -t1);
        FloatVector p2 = FloatVector.broadcast(S, (float) t2);
        FloatVector n2 = FloatVector.broadcast(S, (float) -t2);
        for (int o = 0; o < outer; o++) {
            int end = s + o * sOuter + count;
            int b = d + o * dOuter;
            for (int a = s + o * sOuter; a < end; a += LANES, b += LANES) {
                FloatVector a0 = FloatVector.fromArray(S, src, a);
                FloatVector a1 = FloatVector.fromArray(S, src, a + sStride);
                FloatVector a2 = FloatVector.fromArray(S, src, a + 2 * sStride);
                FloatVector a3 = FloatVector.fromArray(S, src, a + 3 * sStride);
                FloatVector a4 = FloatVector.fromArray(S, src, a + 4 * sStride);
                FloatVector a5 = FloatVector.fromArray(S, src, a + 5 * sStride);
                FloatVector a6 = FloatVector.fromArray(S, src, a + 6 * sStride);
                FloatVector a7 = FloatVector.fromArray(S, src, a + 7 * sStride);
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
    public double dotLow(float[] x, float[] y, int off, int length, double[] w) {
        Objects.checkFromIndexSize(off, length, Math.min(x.length, y.length));
        double across = w[LANE_BITS] == 1 && w[LANE_BITS + 1] == 1 && w[LANE_BITS + 2] == 1
                ? dot3(x, y, off, LANES, 8 * LANES, length / (8 * LANES), LANES)
                : dotAcross(x, y, off, length, w);
        return across + (SHUFFLE ? dotLanesShuffled(x, y, off, length, w) : dotLanes(x, y, off, length, w));
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

    private static double dotLanesShuffled(float[] x, float[] y, int off, int length, double[] w) {
        FloatVector l0 = signed(w[0], 0);
        FloatVector l1 = signed(w[1], 1);
        FloatVector l2 = signed(w[2], 2);
        FloatVector l3 = signed(w[3], 3);
        double total = 0;
        for (int run = off; run < off + length; run += VectorSupport.SUM_RUN) {
            FloatVector sum = FloatVector.zero(S);
            int end = Math.min(off + length, run + VectorSupport.SUM_RUN);
            for (int a = run; a < end; a += LANES) {
                FloatVector v = FloatVector.fromArray(S, x, a);
                FloatVector g = v.rearrange(FLIP_0).mul(l0);
                g = v.rearrange(FLIP_1).fma(l1, g);
                if (LANE_BITS > 2) {
                    g = v.rearrange(FLIP_2).fma(l2, g);
                }
                if (LANE_BITS > 3) {
                    g = v.rearrange(FLIP_3).fma(l3, g);
                }
                sum = g.fma(FloatVector.fromArray(S, y, a), sum);
            }
            total += sum.reduceLanes(VectorOperators.ADD);
        }
        return total;
    }

    private static double dotLanes(float[] x, float[] y, int off, int length, double[] w) {
        float[] m = laneMatrix(w, MatrixKind.GENERATOR);
        double total = 0;
        for (int run = off; run < off + length; run += VectorSupport.SUM_RUN) {
            FloatVector sum = FloatVector.zero(S);
            int end = Math.min(off + length, run + VectorSupport.SUM_RUN);
            for (int a = run; a < end; a += LANES) {
                FloatVector even = FloatVector.fromArray(S, m, 0).mul(FloatVector.broadcast(S, x[a]));
                FloatVector odd = FloatVector.fromArray(S, m, LANES).mul(FloatVector.broadcast(S, x[a + 1]));
                for (int k = 2; k < LANES; k += 2) {
                    even = FloatVector.fromArray(S, m, k * LANES).fma(FloatVector.broadcast(S, x[a + k]), even);
                    odd = FloatVector.fromArray(S, m, (k + 1) * LANES).fma(FloatVector.broadcast(S, x[a + k + 1]), odd);
                }
                sum = even.add(odd).fma(FloatVector.fromArray(S, y, a), sum);
            }
            total += sum.reduceLanes(VectorOperators.ADD);
        }
        return total;
    }

    @Override
    public double dot1(float[] x, float[] y, int off, int stride, int outerStride, int outer, int count) {
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
                total += plus.sub(minus).reduceLanes(VectorOperators.ADD);
            }
        }
        return total;
    }

    @Override
    public double dot3(float[] x, float[] y, int off, int stride, int outerStride, int outer, int count) {
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
                total += even.add(odd).reduceLanes(VectorOperators.ADD);
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
        FloatVector cr = FloatVector.broadcast(S, (float) sre);
        FloatVector ci = FloatVector.broadcast(S, (float) sim);
        for (int k = 0; k < length; k += LANES) {
            FloatVector gr = FloatVector.fromArray(S, gre, g + k);
            FloatVector gi = FloatVector.fromArray(S, gim, g + k);
            FloatVector fr = gr.mul(cr).sub(gi.mul(ci));
            FloatVector fi = gr.fma(ci, gi.mul(cr));
            FloatVector tr = FloatVector.fromArray(S, tre, src + k);
            FloatVector ti = FloatVector.fromArray(S, tim, src + k);
            tr.mul(fr).sub(ti.mul(fi)).intoArray(tre, dst + k);
            tr.fma(fi, ti.mul(fr)).intoArray(tim, dst + k);
        }
    }

    @Override
    public void phaseFill(float[] re, float[] im, int off, PhaseRow<float[]> row) {
        float[] tre = row.tre;
        float[] tim = row.tim;
        float[] qre = row.qre;
        float[] qim = row.qim;
        int length = row.length;
        for (int g = 0; g < length; g += PHASE_RUN) {
            FloatVector vr = FloatVector.broadcast(S, (float) row.vre[g >> PHASE_BITS]);
            FloatVector vi = FloatVector.broadcast(S, (float) row.vim[g >> PHASE_BITS]);
            for (int k = 0; k < PHASE_RUN; k += LANES) {
                FloatVector qr = FloatVector.fromArray(S, qre, k);
                FloatVector qi = FloatVector.fromArray(S, qim, k);
                FloatVector fr = qr.mul(vr).sub(qi.mul(vi));
                FloatVector fi = qr.fma(vi, qi.mul(vr));
                FloatVector tr = FloatVector.fromArray(S, tre, g + k);
                FloatVector ti = FloatVector.fromArray(S, tim, g + k);
                tr.mul(fr).sub(ti.mul(fi)).intoArray(re, off + g + k);
                tr.fma(fi, ti.mul(fr)).intoArray(im, off + g + k);
            }
        }
    }

    @Override
    public void phase(float[] re, float[] im, int off, PhaseRow<float[]> row) {
        float[] tre = row.tre;
        float[] tim = row.tim;
        float[] qre = row.qre;
        float[] qim = row.qim;
        int length = row.length;
        for (int g = 0; g < length; g += PHASE_RUN) {
            FloatVector vr = FloatVector.broadcast(S, (float) row.vre[g >> PHASE_BITS]);
            FloatVector vi = FloatVector.broadcast(S, (float) row.vim[g >> PHASE_BITS]);
            for (int k = 0; k < PHASE_RUN; k += LANES) {
                int a = off + g + k;
                FloatVector qr = FloatVector.fromArray(S, qre, k);
                FloatVector qi = FloatVector.fromArray(S, qim, k);
                FloatVector fr = qr.mul(vr).sub(qi.mul(vi));
                FloatVector fi = qr.fma(vi, qi.mul(vr));
                FloatVector tr = FloatVector.fromArray(S, tre, g + k);
                FloatVector ti = FloatVector.fromArray(S, tim, g + k);
                FloatVector pr = tr.mul(fr).sub(ti.mul(fi));
                FloatVector pi = tr.fma(fi, ti.mul(fr));
                FloatVector r = FloatVector.fromArray(S, re, a);
                FloatVector i = FloatVector.fromArray(S, im, a);
                r.mul(pr).sub(i.mul(pi)).intoArray(re, a);
                r.fma(pi, i.mul(pr)).intoArray(im, a);
            }
        }
    }

    @Override
    public double unphase(
            float[] re, float[] im, float[] lre, float[] lim, int off, PhaseRow<float[]> row, float[] diagonal, int d) {
        float[] tre = row.tre;
        float[] tim = row.tim;
        float[] qre = row.qre;
        float[] qim = row.qim;
        int length = row.length;
        double total = 0;
        for (int g = 0; g < length; g += PHASE_RUN) {
            FloatVector vr = FloatVector.broadcast(S, (float) row.vre[g >> PHASE_BITS]);
            FloatVector vi = FloatVector.broadcast(S, (float) row.vim[g >> PHASE_BITS]);
            FloatVector sum = FloatVector.zero(S);
            for (int k = 0; k < PHASE_RUN; k += LANES) {
                int a = off + g + k;
                FloatVector qr = FloatVector.fromArray(S, qre, k);
                FloatVector qi = FloatVector.fromArray(S, qim, k);
                FloatVector fr = qr.mul(vr).sub(qi.mul(vi));
                FloatVector fi = qr.fma(vi, qi.mul(vr));
                FloatVector tr = FloatVector.fromArray(S, tre, g + k);
                FloatVector ti = FloatVector.fromArray(S, tim, g + k);
                FloatVector pr = tr.mul(fr).sub(ti.mul(fi));
                FloatVector pi = tr.fma(fi, ti.mul(fr));
                FloatVector r = FloatVector.fromArray(S, re, a);
                FloatVector i = FloatVector.fromArray(S, im, a);
                FloatVector lr = FloatVector.fromArray(S, lre, a);
                FloatVector li = FloatVector.fromArray(S, lim, a);
                sum = lr.mul(i).sub(li.mul(r)).fma(FloatVector.fromArray(S, diagonal, d + g + k), sum);
                r.fma(pr, i.mul(pi)).intoArray(re, a);
                i.mul(pr).sub(r.mul(pi)).intoArray(im, a);
                lr.fma(pr, li.mul(pi)).intoArray(lre, a);
                li.mul(pr).sub(lr.mul(pi)).intoArray(lim, a);
            }
            total += sum.reduceLanes(VectorOperators.ADD);
        }
        return total;
    }

    @Override
    public double current(
            float[] re, float[] im, float[] lre, float[] lim, int off, float[] diagonal, int d, int length) {
        double total = 0;
        for (int run = 0; run < length; run += VectorSupport.SUM_RUN) {
            FloatVector sum = FloatVector.zero(S);
            int end = Math.min(length, run + VectorSupport.SUM_RUN);
            for (int k = run; k < end; k += LANES) {
                int a = off + k;
                FloatVector w = FloatVector.fromArray(S, lre, a)
                        .mul(FloatVector.fromArray(S, im, a))
                        .sub(FloatVector.fromArray(S, lim, a).mul(FloatVector.fromArray(S, re, a)));
                sum = w.fma(FloatVector.fromArray(S, diagonal, d + k), sum);
            }
            total += sum.reduceLanes(VectorOperators.ADD);
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
        FloatVector q = FloatVector.broadcast(S, (float) clip);
        double total = 0;
        for (int run = 0; run < length; run += VectorSupport.SUM_RUN) {
            FloatVector even = FloatVector.zero(S);
            FloatVector odd = FloatVector.zero(S);
            int end = Math.min(length, run + VectorSupport.SUM_RUN);
            for (int k = run; k < end; k += 2 * LANES) {
                int a = off + k;
                FloatVector r0 = FloatVector.fromArray(S, re, a);
                FloatVector i0 = FloatVector.fromArray(S, im, a);
                FloatVector r1 = FloatVector.fromArray(S, re, a + LANES);
                FloatVector i1 = FloatVector.fromArray(S, im, a + LANES);
                even = r0.fma(r0, i0.mul(i0))
                        .fma(FloatVector.fromArray(S, diagonal, d + k).min(q), even);
                odd = r1.fma(r1, i1.mul(i1))
                        .fma(FloatVector.fromArray(S, diagonal, d + k + LANES).min(q), odd);
            }
            total += even.add(odd).reduceLanes(VectorOperators.ADD);
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
        FloatVector q = FloatVector.broadcast(S, (float) clip);
        for (int k = 0; k < length; k += LANES) {
            int a = off + k;
            FloatVector f = FloatVector.fromArray(S, diagonal, d + k).min(q);
            f.mul(FloatVector.fromArray(S, re, a)).intoArray(lre, a);
            f.mul(FloatVector.fromArray(S, im, a)).intoArray(lim, a);
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
