package org.shrinq.quantum.circuit;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops on {@code jdk.incubator.vector}. Where the two amplitudes of a pair are at least a vector apart, two vectors
 * are combined; closer together they lie in one vector, which is combined with itself shuffled. States shorter than a
 * vector go to the plain loops.
 */
final class VectorPairLoops implements PairLoops {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    private final PlainPairLoops plain = new PlainPairLoops();

    @Override
    public void apply(Amplitudes state, int q, GateMatrix m) {
        if (state.length() < LANES || m.isDiagonal()) {
            plain.apply(state, q, m);
        } else if (1 << q < LANES) {
            within(state.re(), state.im(), new Lanes(q, m));
        } else if (m.isReal()) {
            real(state.re(), q, m.re);
            real(state.im(), q, m.re);
        } else if (m.isLikeRx()) {
            likeRx(state.re(), state.im(), q, m);
        } else {
            apart(state.re(), state.im(), q, m);
        }
    }

    private static void real(double[] v, int q, double[] m) {
        int stride = 1 << q;
        for (int base = 0; base < v.length; base += 2 * stride) {
            for (int i = base; i < base + stride; i += LANES) {
                DoubleVector x = DoubleVector.fromArray(SPECIES, v, i);
                DoubleVector y = DoubleVector.fromArray(SPECIES, v, i + stride);
                x.mul(m[0]).add(y.mul(m[1])).intoArray(v, i);
                x.mul(m[2]).add(y.mul(m[3])).intoArray(v, i + stride);
            }
        }
    }

    private static void likeRx(double[] re, double[] im, int q, GateMatrix m) {
        int stride = 1 << q;
        for (int base = 0; base < re.length; base += 2 * stride) {
            for (int i = base; i < base + stride; i += LANES) {
                int j = i + stride;
                DoubleVector xr = DoubleVector.fromArray(SPECIES, re, i);
                DoubleVector xi = DoubleVector.fromArray(SPECIES, im, i);
                DoubleVector yr = DoubleVector.fromArray(SPECIES, re, j);
                DoubleVector yi = DoubleVector.fromArray(SPECIES, im, j);
                xr.mul(m.re[0]).sub(yi.mul(m.im[1])).intoArray(re, i);
                xi.mul(m.re[0]).add(yr.mul(m.im[1])).intoArray(im, i);
                yr.mul(m.re[3]).sub(xi.mul(m.im[2])).intoArray(re, j);
                yi.mul(m.re[3]).add(xr.mul(m.im[2])).intoArray(im, j);
            }
        }
    }

    private static void apart(double[] re, double[] im, int q, GateMatrix m) {
        int stride = 1 << q;
        for (int base = 0; base < re.length; base += 2 * stride) {
            for (int i = base; i < base + stride; i += LANES) {
                int j = i + stride;
                DoubleVector xr = DoubleVector.fromArray(SPECIES, re, i);
                DoubleVector xi = DoubleVector.fromArray(SPECIES, im, i);
                DoubleVector yr = DoubleVector.fromArray(SPECIES, re, j);
                DoubleVector yi = DoubleVector.fromArray(SPECIES, im, j);
                xr.mul(m.re[0])
                        .sub(xi.mul(m.im[0]))
                        .add(yr.mul(m.re[1]))
                        .sub(yi.mul(m.im[1]))
                        .intoArray(re, i);
                xi.mul(m.re[0])
                        .add(xr.mul(m.im[0]))
                        .add(yi.mul(m.re[1]))
                        .add(yr.mul(m.im[1]))
                        .intoArray(im, i);
                xr.mul(m.re[2])
                        .sub(xi.mul(m.im[2]))
                        .add(yr.mul(m.re[3]))
                        .sub(yi.mul(m.im[3]))
                        .intoArray(re, j);
                xi.mul(m.re[2])
                        .add(xr.mul(m.im[2]))
                        .add(yi.mul(m.re[3]))
                        .add(yr.mul(m.im[3]))
                        .intoArray(im, j);
            }
        }
    }

    /** The matrix spread over the lanes: what multiplies the lane itself and its partner, by the lane's bit q. */
    private static final class Lanes {
        final VectorShuffle<Double> partner;
        final DoubleVector ownRe;
        final DoubleVector ownIm;
        final DoubleVector otherRe;
        final DoubleVector otherIm;

        Lanes(int q, GateMatrix m) {
            double[][] lanes = new double[4][LANES];
            for (int k = 0; k < LANES; k++) {
                boolean one = (k >>> q & 1) != 0;
                lanes[0][k] = m.re[one ? 3 : 0];
                lanes[1][k] = m.im[one ? 3 : 0];
                lanes[2][k] = m.re[one ? 2 : 1];
                lanes[3][k] = m.im[one ? 2 : 1];
            }
            partner = VectorShuffle.fromOp(SPECIES, k -> k ^ 1 << q);
            ownRe = DoubleVector.fromArray(SPECIES, lanes[0], 0);
            ownIm = DoubleVector.fromArray(SPECIES, lanes[1], 0);
            otherRe = DoubleVector.fromArray(SPECIES, lanes[2], 0);
            otherIm = DoubleVector.fromArray(SPECIES, lanes[3], 0);
        }
    }

    private static void within(double[] re, double[] im, Lanes m) {
        VectorShuffle<Double> partner = m.partner;
        DoubleVector a = m.ownRe;
        DoubleVector b = m.ownIm;
        DoubleVector c = m.otherRe;
        DoubleVector d = m.otherIm;
        for (int i = 0; i < re.length; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, re, i);
            DoubleVector y = DoubleVector.fromArray(SPECIES, im, i);
            DoubleVector u = x.rearrange(partner);
            DoubleVector v = y.rearrange(partner);
            x.mul(a).sub(y.mul(b)).add(u.mul(c)).sub(v.mul(d)).intoArray(re, i);
            y.mul(a).add(x.mul(b)).add(v.mul(c)).add(u.mul(d)).intoArray(im, i);
        }
    }

    @Override
    public GateMatrix crossThenApply(Amplitudes bra, Amplitudes ket, int q, GateMatrix m) {
        if (bra.length() < LANES) {
            return plain.crossThenApply(bra, ket, q, m);
        }
        GateMatrix cross = 1 << q < LANES
                ? crossWithin(bra.re(), bra.im(), ket.re(), ket.im(), q)
                : crossApart(bra.re(), bra.im(), ket.re(), ket.im(), q);
        apply(bra, q, m);
        apply(ket, q, m);
        return cross;
    }

    private static GateMatrix crossApart(double[] br, double[] bi, double[] kr, double[] ki, int q) {
        int stride = 1 << q;
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector r00 = zero;
        DoubleVector i00 = zero;
        DoubleVector r01 = zero;
        DoubleVector i01 = zero;
        DoubleVector r10 = zero;
        DoubleVector i10 = zero;
        DoubleVector r11 = zero;
        DoubleVector i11 = zero;
        // one loop, not two: accumulators that live across an outer loop are boxed by some JITs
        for (int t = 0; t < br.length / 2; t += LANES) {
            int i = (t & -stride) + t;
            int j = i + stride;
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, br, i);
            DoubleVector c0 = DoubleVector.fromArray(SPECIES, bi, i);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, br, j);
            DoubleVector c1 = DoubleVector.fromArray(SPECIES, bi, j);
            DoubleVector k0 = DoubleVector.fromArray(SPECIES, kr, i);
            DoubleVector l0 = DoubleVector.fromArray(SPECIES, ki, i);
            DoubleVector k1 = DoubleVector.fromArray(SPECIES, kr, j);
            DoubleVector l1 = DoubleVector.fromArray(SPECIES, ki, j);
            r00 = r00.add(b0.mul(k0)).add(c0.mul(l0));
            i00 = i00.add(b0.mul(l0)).sub(c0.mul(k0));
            r01 = r01.add(b0.mul(k1)).add(c0.mul(l1));
            i01 = i01.add(b0.mul(l1)).sub(c0.mul(k1));
            r10 = r10.add(b1.mul(k0)).add(c1.mul(l0));
            i10 = i10.add(b1.mul(l0)).sub(c1.mul(k0));
            r11 = r11.add(b1.mul(k1)).add(c1.mul(l1));
            i11 = i11.add(b1.mul(l1)).sub(c1.mul(k1));
        }
        GateMatrix c = new GateMatrix(2);
        c.re[0] = sum(r00);
        c.re[1] = sum(r01);
        c.re[2] = sum(r10);
        c.re[3] = sum(r11);
        c.im[0] = sum(i00);
        c.im[1] = sum(i01);
        c.im[2] = sum(i10);
        c.im[3] = sum(i11);
        return c;
    }

    private static GateMatrix crossWithin(double[] br, double[] bi, double[] kr, double[] ki, int q) {
        VectorShuffle<Double> partner = VectorShuffle.fromOp(SPECIES, k -> k ^ 1 << q);
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector ownRe = zero;
        DoubleVector ownIm = zero;
        DoubleVector otherRe = zero;
        DoubleVector otherIm = zero;
        for (int i = 0; i < br.length; i += LANES) {
            DoubleVector b = DoubleVector.fromArray(SPECIES, br, i);
            DoubleVector c = DoubleVector.fromArray(SPECIES, bi, i);
            DoubleVector k = DoubleVector.fromArray(SPECIES, kr, i);
            DoubleVector l = DoubleVector.fromArray(SPECIES, ki, i);
            DoubleVector u = k.rearrange(partner);
            DoubleVector v = l.rearrange(partner);
            ownRe = ownRe.add(b.mul(k)).add(c.mul(l));
            ownIm = ownIm.add(b.mul(l)).sub(c.mul(k));
            otherRe = otherRe.add(b.mul(u)).add(c.mul(v));
            otherIm = otherIm.add(b.mul(v)).sub(c.mul(u));
        }
        GateMatrix c = new GateMatrix(2);
        for (int k = 0; k < LANES; k++) {
            boolean one = (k >>> q & 1) != 0;
            c.re[one ? 3 : 0] += ownRe.lane(k);
            c.im[one ? 3 : 0] += ownIm.lane(k);
            c.re[one ? 2 : 1] += otherRe.lane(k);
            c.im[one ? 2 : 1] += otherIm.lane(k);
        }
        return c;
    }

    /**
     * In the order of the lanes: reduceLanes has none, and on Java 25 its last digits change when a method is compiled.
     */
    private static double sum(DoubleVector v) {
        double sum = 0;
        for (double lane : v.toArray()) {
            sum += lane;
        }
        return sum;
    }
}
