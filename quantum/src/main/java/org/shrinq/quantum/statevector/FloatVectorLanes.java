package org.shrinq.quantum.statevector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * What {@link FloatVectorKernel} does with qubits that lie inside a register: by lane shuffles, or by a product with
 * the small matrix of all their rotations where shuffles are slow (see {@link VectorSupport}).
 */
final class FloatVectorLanes {
    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    static final int LANES = S.length();
    static final int LANE_BITS = Integer.numberOfTrailingZeros(LANES);
    static final boolean SHUFFLE = VectorSupport.SHUFFLES_ARE_FAST;

    private static final VectorShuffle<Float> FLIP_0 = flip(0);
    private static final VectorShuffle<Float> FLIP_1 = flip(1);
    private static final VectorShuffle<Float> FLIP_2 = flip(2);
    private static final VectorShuffle<Float> FLIP_3 = flip(3);

    private enum MatrixKind {
        ROTATION,
        GENERATOR
    }

    private FloatVectorLanes() {}

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

    static void rotateLanes(float[] x, int off, int length, double[] t) {
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

    static void rotateLowShuffled(float[] x, int off, int length, double[] t) {
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

    static double dotLanesShuffled(float[] x, float[] y, int off, int length, double[] w) {
        FloatVector l0 = signed(w[0], 0);
        FloatVector l1 = signed(w[1], 1);
        FloatVector l2 = signed(w[2], 2);
        FloatVector l3 = signed(w[3], 3);
        float[] lanes = new float[LANES];
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
            total += LaneSum.of(sum, lanes);
        }
        return total;
    }

    static double dotLanes(float[] x, float[] y, int off, int length, double[] w) {
        float[] m = laneMatrix(w, MatrixKind.GENERATOR);
        float[] lanes = new float[LANES];
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
            total += LaneSum.of(sum, lanes);
        }
        return total;
    }
}
