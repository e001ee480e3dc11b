package org.shrinq.quantum.statevector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The phases of {@link DoubleVectorKernel}, and its sums over the diagonal. */
final class DoubleVectorPhases {
    private static final VectorSpecies<Double> S = DoubleVectorLanes.S;
    private static final int LANES = DoubleVectorLanes.LANES;
    private static final int PHASE_BITS = Kernel.PHASE_BITS;
    private static final int PHASE_RUN = 1 << PHASE_BITS;

    private DoubleVectorPhases() {}

    private static void check(PhaseRow<double[]> row) {
        VectorSupport.checkRun(0, row.length, PHASE_RUN, Math.min(row.tre.length, row.tim.length));
        VectorSupport.checkRun(0, PHASE_RUN, LANES, Math.min(row.qre.length, row.qim.length));
    }

    private static void check(
            double[] re, double[] im, double[] lre, double[] lim, int off, double[] diagonal, int d, int length) {
        VectorSupport.checkRun(off, length, LANES, Math.min(re.length, im.length));
        VectorSupport.checkRun(off, length, LANES, Math.min(lre.length, lim.length));
        VectorSupport.checkRun(d, length, LANES, diagonal.length);
    }

    static void tableRow(
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
        VectorSupport.checkRun(dst, length, LANES, Math.min(tre.length, tim.length));
        VectorSupport.checkRun(src, length, LANES, Math.min(tre.length, tim.length));
        VectorSupport.checkRun(g, length, LANES, Math.min(gre.length, gim.length));
        DoubleVector cr = DoubleVector.broadcast(S, sre);
        DoubleVector ci = DoubleVector.broadcast(S, sim);
        for (int k = 0; k < length; k += LANES) {
            DoubleVector gr = DoubleVector.fromArray(S, gre, g + k);
            DoubleVector gi = DoubleVector.fromArray(S, gim, g + k);
            DoubleVector fr = gr.mul(cr).sub(gi.mul(ci));
            DoubleVector fi = gr.fma(ci, gi.mul(cr));
            DoubleVector tr = DoubleVector.fromArray(S, tre, src + k);
            DoubleVector ti = DoubleVector.fromArray(S, tim, src + k);
            tr.mul(fr).sub(ti.mul(fi)).intoArray(tre, dst + k);
            tr.fma(fi, ti.mul(fr)).intoArray(tim, dst + k);
        }
    }

    static void phaseFill(double[] re, double[] im, int off, PhaseRow<double[]> row) {
        check(row);
        VectorSupport.checkRun(off, row.length, PHASE_RUN, Math.min(re.length, im.length));
        double[] tre = row.tre;
        double[] tim = row.tim;
        double[] qre = row.qre;
        double[] qim = row.qim;
        int length = row.length;
        for (int g = 0; g < length; g += PHASE_RUN) {
            DoubleVector vr = DoubleVector.broadcast(S, row.vre[g >> PHASE_BITS]);
            DoubleVector vi = DoubleVector.broadcast(S, row.vim[g >> PHASE_BITS]);
            for (int k = 0; k < PHASE_RUN; k += LANES) {
                DoubleVector qr = DoubleVector.fromArray(S, qre, k);
                DoubleVector qi = DoubleVector.fromArray(S, qim, k);
                DoubleVector fr = qr.mul(vr).sub(qi.mul(vi));
                DoubleVector fi = qr.fma(vi, qi.mul(vr));
                DoubleVector tr = DoubleVector.fromArray(S, tre, g + k);
                DoubleVector ti = DoubleVector.fromArray(S, tim, g + k);
                tr.mul(fr).sub(ti.mul(fi)).intoArray(re, off + g + k);
                tr.fma(fi, ti.mul(fr)).intoArray(im, off + g + k);
            }
        }
    }

    static void phase(double[] re, double[] im, int off, PhaseRow<double[]> row) {
        check(row);
        VectorSupport.checkRun(off, row.length, PHASE_RUN, Math.min(re.length, im.length));
        double[] tre = row.tre;
        double[] tim = row.tim;
        double[] qre = row.qre;
        double[] qim = row.qim;
        int length = row.length;
        for (int g = 0; g < length; g += PHASE_RUN) {
            DoubleVector vr = DoubleVector.broadcast(S, row.vre[g >> PHASE_BITS]);
            DoubleVector vi = DoubleVector.broadcast(S, row.vim[g >> PHASE_BITS]);
            for (int k = 0; k < PHASE_RUN; k += LANES) {
                int a = off + g + k;
                DoubleVector qr = DoubleVector.fromArray(S, qre, k);
                DoubleVector qi = DoubleVector.fromArray(S, qim, k);
                DoubleVector fr = qr.mul(vr).sub(qi.mul(vi));
                DoubleVector fi = qr.fma(vi, qi.mul(vr));
                DoubleVector tr = DoubleVector.fromArray(S, tre, g + k);
                DoubleVector ti = DoubleVector.fromArray(S, tim, g + k);
                DoubleVector pr = tr.mul(fr).sub(ti.mul(fi));
                DoubleVector pi = tr.fma(fi, ti.mul(fr));
                DoubleVector r = DoubleVector.fromArray(S, re, a);
                DoubleVector i = DoubleVector.fromArray(S, im, a);
                r.mul(pr).sub(i.mul(pi)).intoArray(re, a);
                r.fma(pi, i.mul(pr)).intoArray(im, a);
            }
        }
    }

    static double unphase(
            double[] re,
            double[] im,
            double[] lre,
            double[] lim,
            int off,
            PhaseRow<double[]> row,
            double[] diagonal,
            int d) {
        check(row);
        check(re, im, lre, lim, off, diagonal, d, row.length);
        double[] tre = row.tre;
        double[] tim = row.tim;
        double[] qre = row.qre;
        double[] qim = row.qim;
        int length = row.length;
        double total = 0;
        for (int g = 0; g < length; g += PHASE_RUN) {
            DoubleVector vr = DoubleVector.broadcast(S, row.vre[g >> PHASE_BITS]);
            DoubleVector vi = DoubleVector.broadcast(S, row.vim[g >> PHASE_BITS]);
            DoubleVector sum = DoubleVector.zero(S);
            for (int k = 0; k < PHASE_RUN; k += LANES) {
                int a = off + g + k;
                DoubleVector qr = DoubleVector.fromArray(S, qre, k);
                DoubleVector qi = DoubleVector.fromArray(S, qim, k);
                DoubleVector fr = qr.mul(vr).sub(qi.mul(vi));
                DoubleVector fi = qr.fma(vi, qi.mul(vr));
                DoubleVector tr = DoubleVector.fromArray(S, tre, g + k);
                DoubleVector ti = DoubleVector.fromArray(S, tim, g + k);
                DoubleVector pr = tr.mul(fr).sub(ti.mul(fi));
                DoubleVector pi = tr.fma(fi, ti.mul(fr));
                DoubleVector r = DoubleVector.fromArray(S, re, a);
                DoubleVector i = DoubleVector.fromArray(S, im, a);
                DoubleVector lr = DoubleVector.fromArray(S, lre, a);
                DoubleVector li = DoubleVector.fromArray(S, lim, a);
                sum = lr.mul(i).sub(li.mul(r)).fma(DoubleVector.fromArray(S, diagonal, d + g + k), sum);
                r.fma(pr, i.mul(pi)).intoArray(re, a);
                i.mul(pr).sub(r.mul(pi)).intoArray(im, a);
                lr.fma(pr, li.mul(pi)).intoArray(lre, a);
                li.mul(pr).sub(lr.mul(pi)).intoArray(lim, a);
            }
            total += sum.reduceLanes(VectorOperators.ADD);
        }
        return total;
    }

    static double current(
            double[] re, double[] im, double[] lre, double[] lim, int off, double[] diagonal, int d, int length) {
        check(re, im, lre, lim, off, diagonal, d, length);
        double total = 0;
        for (int run = 0; run < length; run += VectorSupport.SUM_RUN) {
            DoubleVector sum = DoubleVector.zero(S);
            int end = Math.min(length, run + VectorSupport.SUM_RUN);
            for (int k = run; k < end; k += LANES) {
                int a = off + k;
                DoubleVector w = DoubleVector.fromArray(S, lre, a)
                        .mul(DoubleVector.fromArray(S, im, a))
                        .sub(DoubleVector.fromArray(S, lim, a).mul(DoubleVector.fromArray(S, re, a)));
                sum = w.fma(DoubleVector.fromArray(S, diagonal, d + k), sum);
            }
            total += sum.reduceLanes(VectorOperators.ADD);
        }
        return total;
    }

    static double expectation(double[] re, double[] im, int off, double[] diagonal, int d, int length, double clip) {
        check(re, im, re, im, off, diagonal, d, length);
        VectorSupport.checkRun(off, length, 2 * LANES, re.length);
        DoubleVector q = DoubleVector.broadcast(S, clip);
        double total = 0;
        for (int run = 0; run < length; run += VectorSupport.SUM_RUN) {
            DoubleVector even = DoubleVector.zero(S);
            DoubleVector odd = DoubleVector.zero(S);
            int end = Math.min(length, run + VectorSupport.SUM_RUN);
            for (int k = run; k < end; k += 2 * LANES) {
                int a = off + k;
                DoubleVector r0 = DoubleVector.fromArray(S, re, a);
                DoubleVector i0 = DoubleVector.fromArray(S, im, a);
                DoubleVector r1 = DoubleVector.fromArray(S, re, a + LANES);
                DoubleVector i1 = DoubleVector.fromArray(S, im, a + LANES);
                even = r0.fma(r0, i0.mul(i0))
                        .fma(DoubleVector.fromArray(S, diagonal, d + k).min(q), even);
                odd = r1.fma(r1, i1.mul(i1))
                        .fma(DoubleVector.fromArray(S, diagonal, d + k + LANES).min(q), odd);
            }
            total += even.add(odd).reduceLanes(VectorOperators.ADD);
        }
        return total;
    }

    static void apply(
            double[] re,
            double[] im,
            double[] lre,
            double[] lim,
            int off,
            double[] diagonal,
            int d,
            int length,
            double clip) {
        check(re, im, lre, lim, off, diagonal, d, length);
        DoubleVector q = DoubleVector.broadcast(S, clip);
        for (int k = 0; k < length; k += LANES) {
            int a = off + k;
            DoubleVector f = DoubleVector.fromArray(S, diagonal, d + k).min(q);
            f.mul(DoubleVector.fromArray(S, re, a)).intoArray(lre, a);
            f.mul(DoubleVector.fromArray(S, im, a)).intoArray(lim, a);
        }
    }
}
