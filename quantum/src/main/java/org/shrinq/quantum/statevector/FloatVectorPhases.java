package org.shrinq.quantum.statevector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The phases of {@link FloatVectorKernel}, and its sums over the diagonal. */
final class FloatVectorPhases {
    private static final VectorSpecies<Float> S = FloatVectorLanes.S;
    private static final int LANES = FloatVectorLanes.LANES;
    private static final int PHASE_BITS = Kernel.PHASE_BITS;
    private static final int PHASE_RUN = 1 << PHASE_BITS;

    private FloatVectorPhases() {}

    private static void check(PhaseRow<float[]> row) {
        VectorSupport.checkRun(0, row.length, PHASE_RUN, Math.min(row.tre.length, row.tim.length));
        VectorSupport.checkRun(0, PHASE_RUN, LANES, Math.min(row.qre.length, row.qim.length));
    }

    private static void check(
            float[] re, float[] im, float[] lre, float[] lim, int off, float[] diagonal, int d, int length) {
        VectorSupport.checkRun(off, length, LANES, Math.min(re.length, im.length));
        VectorSupport.checkRun(off, length, LANES, Math.min(lre.length, lim.length));
        VectorSupport.checkRun(d, length, LANES, diagonal.length);
    }

    static void tableRow(
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
        VectorSupport.checkRun(dst, length, LANES, Math.min(tre.length, tim.length));
        VectorSupport.checkRun(src, length, LANES, Math.min(tre.length, tim.length));
        VectorSupport.checkRun(g, length, LANES, Math.min(gre.length, gim.length));
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

    static void phaseFill(float[] re, float[] im, int off, PhaseRow<float[]> row) {
        check(row);
        VectorSupport.checkRun(off, row.length, PHASE_RUN, Math.min(re.length, im.length));
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

    static void phase(float[] re, float[] im, int off, PhaseRow<float[]> row) {
        check(row);
        VectorSupport.checkRun(off, row.length, PHASE_RUN, Math.min(re.length, im.length));
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

    static double unphase(
            float[] re, float[] im, float[] lre, float[] lim, int off, PhaseRow<float[]> row, float[] diagonal, int d) {
        check(row);
        check(re, im, lre, lim, off, diagonal, d, row.length);
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

    static double current(
            float[] re, float[] im, float[] lre, float[] lim, int off, float[] diagonal, int d, int length) {
        check(re, im, lre, lim, off, diagonal, d, length);
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

    static double expectation(float[] re, float[] im, int off, float[] diagonal, int d, int length, double clip) {
        check(re, im, re, im, off, diagonal, d, length);
        VectorSupport.checkRun(off, length, 2 * LANES, re.length);
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

    static void apply(
            float[] re,
            float[] im,
            float[] lre,
            float[] lim,
            int off,
            float[] diagonal,
            int d,
            int length,
            double clip) {
        check(re, im, lre, lim, off, diagonal, d, length);
        FloatVector q = FloatVector.broadcast(S, (float) clip);
        for (int k = 0; k < length; k += LANES) {
            int a = off + k;
            FloatVector f = FloatVector.fromArray(S, diagonal, d + k).min(q);
            f.mul(FloatVector.fromArray(S, re, a)).intoArray(lre, a);
            f.mul(FloatVector.fromArray(S, im, a)).intoArray(lim, a);
        }
    }
}
