package org.shrinq.quantum.statevector;

/**
 * The phases of {@link FloatPlainKernel}: a row's factors, made run by run where they are multiplied. A run is copied
 * to and fro, because loops over arrays that all have the same index become vector instructions and others do not (half
 * the time, measured).
 */
final class FloatPlainPhases {
    private static final int PHASE_BITS = Kernel.PHASE_BITS;
    /** States that share one pair of high factors. */
    private static final int RUN = 1 << PHASE_BITS;

    private FloatPlainPhases() {}

    static void phase(float[] re, float[] im, int off, PhaseRow<float[]> row) {
        float[] tre = new float[RUN];
        float[] tim = new float[RUN];
        float[] r = new float[RUN];
        float[] i = new float[RUN];
        int count = Math.min(RUN, row.length);
        for (int g = 0; g < row.length; g += RUN) {
            System.arraycopy(row.tre, g, tre, 0, count);
            System.arraycopy(row.tim, g, tim, 0, count);
            System.arraycopy(re, off + g, r, 0, count);
            System.arraycopy(im, off + g, i, 0, count);
            multiply(r, i, tre, tim, row.qre, row.qim, row.vre[g >> PHASE_BITS], row.vim[g >> PHASE_BITS], count);
            System.arraycopy(r, 0, re, off + g, count);
            System.arraycopy(i, 0, im, off + g, count);
        }
    }

    /** As {@link #phase} by the conjugate factors. */
    static void unphase(float[] re, float[] im, int off, PhaseRow<float[]> row) {
        float[] tre = new float[RUN];
        float[] tim = new float[RUN];
        float[] r = new float[RUN];
        float[] i = new float[RUN];
        int count = Math.min(RUN, row.length);
        for (int g = 0; g < row.length; g += RUN) {
            System.arraycopy(row.tre, g, tre, 0, count);
            System.arraycopy(row.tim, g, tim, 0, count);
            System.arraycopy(re, off + g, r, 0, count);
            System.arraycopy(im, off + g, i, 0, count);
            divide(r, i, tre, tim, row.qre, row.qim, row.vre[g >> PHASE_BITS], row.vim[g >> PHASE_BITS], count);
            System.arraycopy(r, 0, re, off + g, count);
            System.arraycopy(i, 0, im, off + g, count);
        }
    }

    /** (re, im) ⊙= t·q·v. */
    private static void multiply(
            float[] re,
            float[] im,
            float[] tre,
            float[] tim,
            float[] qre,
            float[] qim,
            double vre,
            double vim,
            int count) {
        float vr = (float) vre;
        float vi = (float) vim;
        for (int k = 0; k < count; k++) {
            float fr = qre[k] * vr - qim[k] * vi;
            float fi = qre[k] * vi + qim[k] * vr;
            float pr = tre[k] * fr - tim[k] * fi;
            float pi = tre[k] * fi + tim[k] * fr;
            float r = re[k];
            float i = im[k];
            re[k] = r * pr - i * pi;
            im[k] = r * pi + i * pr;
        }
    }

    /** (re, im) ⊙= the conjugate of t·q·v. */
    private static void divide(
            float[] re,
            float[] im,
            float[] tre,
            float[] tim,
            float[] qre,
            float[] qim,
            double vre,
            double vim,
            int count) {
        float vr = (float) vre;
        float vi = (float) vim;
        for (int k = 0; k < count; k++) {
            float fr = qre[k] * vr - qim[k] * vi;
            float fi = qre[k] * vi + qim[k] * vr;
            float pr = tre[k] * fr - tim[k] * fi;
            float pi = tre[k] * fi + tim[k] * fr;
            float r = re[k];
            float i = im[k];
            re[k] = r * pr + i * pi;
            im[k] = i * pr - r * pi;
        }
    }
}
