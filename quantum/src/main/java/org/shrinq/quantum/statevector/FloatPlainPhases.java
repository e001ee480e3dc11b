package org.shrinq.quantum.statevector;

/** The phases of {@link FloatPlainKernel}: a row's factors, made run by run where they are multiplied. */
final class FloatPlainPhases {
    private static final int PHASE_BITS = Kernel.PHASE_BITS;
    /** States that share one pair of high factors. */
    static final int RUN = 1 << PHASE_BITS;

    private FloatPlainPhases() {}

    static void phase(float[] re, float[] im, int off, PhaseRow<float[]> row) {
        for (int g = 0; g < row.length; g += RUN) {
            phaseRun(re, im, off + g, row, g, Math.min(RUN, row.length));
        }
    }

    private static void phaseRun(float[] re, float[] im, int off, PhaseRow<float[]> row, int g, int count) {
        float[] tre = row.tre;
        float[] tim = row.tim;
        float[] qre = row.qre;
        float[] qim = row.qim;
        float vr = (float) row.vre[g >> PHASE_BITS];
        float vi = (float) row.vim[g >> PHASE_BITS];
        for (int k = 0; k < count; k++) {
            float fr = qre[k] * vr - qim[k] * vi;
            float fi = qre[k] * vi + qim[k] * vr;
            float pr = tre[g + k] * fr - tim[g + k] * fi;
            float pi = tre[g + k] * fi + tim[g + k] * fr;
            float r = re[off + k];
            float i = im[off + k];
            re[off + k] = r * pr - i * pi;
            im[off + k] = r * pi + i * pr;
        }
    }

    /** Multiplies by the conjugate factors of one run. */
    static void unphaseRun(float[] re, float[] im, int off, PhaseRow<float[]> row, int g, int count) {
        float[] tre = row.tre;
        float[] tim = row.tim;
        float[] qre = row.qre;
        float[] qim = row.qim;
        float vr = (float) row.vre[g >> PHASE_BITS];
        float vi = (float) row.vim[g >> PHASE_BITS];
        for (int k = 0; k < count; k++) {
            float fr = qre[k] * vr - qim[k] * vi;
            float fi = qre[k] * vi + qim[k] * vr;
            float pr = tre[g + k] * fr - tim[g + k] * fi;
            float pi = tre[g + k] * fi + tim[g + k] * fr;
            float r = re[off + k];
            float i = im[off + k];
            re[off + k] = r * pr + i * pi;
            im[off + k] = i * pr - r * pi;
        }
    }
}
