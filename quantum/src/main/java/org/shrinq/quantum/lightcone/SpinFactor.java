package org.shrinq.quantum.lightcone;

/**
 * What a factor of a {@link SpinNetwork} over one or two spins is made of: the element of a mixer, the measured end of
 * a root, or the phase exp(−iγ_l w·s) or exp(−iγ_l w·st). Entry k of its table: bit 0 the first spin, bit 1 the second,
 * a set bit is −1.
 *
 * @param kind which
 * @param layer l, from 0
 * @param weight of a phase, with the sign of the time direction; of a mixer +1 forward, −1 backward
 * @param first its first spin
 * @param second its second spin, −1 when it has one
 */
record SpinFactor(Kind kind, int layer, double weight, int first, int second) {
    /** Formulas of factors. */
    enum Kind {
        MIXER,
        END,
        PHASE
    }

    int entries() {
        return second < 0 ? 2 : 4;
    }

    /** Writes the table. Overwrites re and im. */
    void fill(Schedule schedule, double[] re, double[] im) {
        write(schedule, re, im, 0);
    }

    /** Writes the derivative of the table by its angle. Overwrites re and im. */
    void fillSlope(Schedule schedule, double[] re, double[] im) {
        write(schedule, re, im, 1);
    }

    private void write(Schedule schedule, double[] re, double[] im, int derivatives) {
        double quarter = derivatives * Math.PI / 2; // d/dx cos = cos(x + π/2), the same for sin
        for (int k = 0; k < entries(); k++) {
            boolean same = second < 0 ? k == 0 : k == 0 || k == 3;
            switch (kind) {
                case MIXER -> {
                    double beta = schedule.beta(layer) + quarter;
                    re[k] = same ? Math.cos(beta) : 0;
                    im[k] = same ? 0 : -weight * Math.sin(beta);
                }
                case END -> {
                    double beta = 2 * schedule.beta(layer) + quarter;
                    double unit = derivatives == 0 ? 1 : 2;
                    re[k] = same ? (k == 0 ? unit : -unit) * Math.cos(beta) : 0;
                    im[k] = same ? 0 : (k == 2 ? unit : -unit) * Math.sin(beta);
                }
                case PHASE -> {
                    double w = same ? weight : -weight;
                    double angle = -schedule.gamma(layer) * w + quarter;
                    double unit = derivatives == 0 ? 1 : -w;
                    re[k] = unit * Math.cos(angle);
                    im[k] = unit * Math.sin(angle);
                }
            }
        }
    }
}
