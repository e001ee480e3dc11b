package org.shrinq.quantum.statevector;

/** The phases of {@link DoublePlainKernel}: a row's factors, made run by run where they are multiplied. */
final class DoublePlainPhases {
    private static final int PHASE_BITS = Kernel.PHASE_BITS;
    /** States that share one pair of high factors. */
    static final int RUN = 1 << PHASE_BITS;

    private DoublePlainPhases() {}

    static void phase(double[] re, double[] im, int off, PhaseRow<double[]> row) {
        for (int g = 0; g < row.length; g += RUN) {
            phaseRun(re, im, off + g, row, g, Math.min(RUN, row.length));
        }
    }

    private static void phaseRun(double[] re, double[] im, int off, PhaseRow<double[]> row, int g, int count) {
        double[] tre = row.tre;
        double[] tim = row.tim;
        double[] qre = row.qre;
        double[] qim = row.qim;
        double vr = row.vre[g >> PHASE_BITS];
        double vi = row.vim[g >> PHASE_BITS];
        for (int k = 0; k < count; k++) {
            double fr = qre[k] * vr - qim[k] * vi;
            double fi = qre[k] * vi + qim[k] * vr;
            double pr = tre[g + k] * fr - tim[g + k] * fi;
            double pi = tre[g + k] * fi + tim[g + k] * fr;
            double r = re[off + k];
            double i = im[off + k];
            re[off + k] = r * pr - i * pi;
            im[off + k] = r * pi + i * pr;
        }
    }

    /** Multiplies by the conjugate factors of one run. */
    static void unphaseRun(double[] re, double[] im, int off, PhaseRow<double[]> row, int g, int count) {
        double[] tre = row.tre;
        double[] tim = row.tim;
        double[] qre = row.qre;
        double[] qim = row.qim;
        double vr = row.vre[g >> PHASE_BITS];
        double vi = row.vim[g >> PHASE_BITS];
        for (int k = 0; k < count; k++) {
            double fr = qre[k] * vr - qim[k] * vi;
            double fi = qre[k] * vi + qim[k] * vr;
            double pr = tre[g + k] * fr - tim[g + k] * fi;
            double pi = tre[g + k] * fi + tim[g + k] * fr;
            double r = re[off + k];
            double i = im[off + k];
            re[off + k] = r * pr + i * pi;
            im[off + k] = i * pr - r * pi;
        }
    }
}
