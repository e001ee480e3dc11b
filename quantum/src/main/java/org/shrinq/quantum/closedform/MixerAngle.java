package org.shrinq.quantum.closedform;

/**
 * The energy of a p = 1 QAOA as a function of the mixer angle alone, E(β) = a·sin 2β + b·sin 4β − c·sin² 2β, and its
 * exact minimum. With w = e^{2iβ}, dE/dβ = 0 is the quartic (b + ic/2)w⁴ + (a/2)w³ + (a/2)w + (b − ic/2) = 0, whose
 * roots on the unit circle are the stationary points.
 *
 * @param a coefficient of sin 2β
 * @param b coefficient of sin 4β
 * @param c coefficient of −sin² 2β
 */
record MixerAngle(double a, double b, double c) {
    private static final int ITERATIONS = 200;

    double energy(double beta) {
        double s = Math.sin(2 * beta);
        return a * s + b * Math.sin(4 * beta) - c * s * s;
    }

    /**
     * The β ∈ (−π/2, π/2] of least energy, the one nearest to 0 of those that tie (without fields the period is π/2); 0
     * when the energy is constant.
     */
    double best() {
        double best = 0;
        double least = 0; // E(0)
        double tie = 1e-13 * (Math.abs(a) + Math.abs(b) + Math.abs(c));
        for (double x : stationaryPoints()) {
            double beta = reduced(polished(x) / 2);
            double e = energy(beta);
            if (e < least - tie || (e <= least + tie && Math.abs(beta) < Math.abs(best))) {
                least = Math.min(e, least);
                best = beta;
            }
        }
        return best;
    }

    private static double reduced(double beta) {
        double r = Math.IEEEremainder(beta, Math.PI);
        return r <= -Math.PI / 2 ? r + Math.PI : r;
    }

    /** Arguments x = 2β of the four roots, those off the unit circle included: they do no harm as candidates. */
    private double[] stationaryPoints() {
        double size = Math.max(Math.abs(a), Math.max(Math.abs(b), Math.abs(c)));
        if (size == 0) {
            return new double[0];
        }
        if (Math.hypot(b, c / 2) <= 1e-14 * size) {
            return new double[] {Math.PI / 2, -Math.PI / 2};
        }
        double[] re = new double[4];
        double[] im = new double[4];
        for (int k = 0; k < 4; k++) {
            re[k] = Math.cos(0.4 + k * Math.PI / 2);
            im[k] = Math.sin(0.4 + k * Math.PI / 2);
        }
        for (int round = 0; round < ITERATIONS; round++) {
            if (correct(re, im) < 1e-15) {
                break;
            }
        }
        double[] x = new double[4];
        for (int k = 0; k < 4; k++) {
            x[k] = Math.atan2(im[k], re[k]);
        }
        return x;
    }

    /** One round of the Durand-Kerner iteration on all roots; returns the largest relative change. */
    private double correct(double[] re, double[] im) {
        double change = 0;
        for (int k = 0; k < 4; k++) {
            // numerator p(w) by Horner, denominator the leading coefficient times the distances to the other roots
            double pr = b;
            double pi = c / 2;
            double[] coefficients = {a / 2, 0, a / 2, b};
            for (int d = 0; d < 4; d++) {
                double r = pr * re[k] - pi * im[k] + coefficients[d];
                pi = pr * im[k] + pi * re[k] + (d == 3 ? -c / 2 : 0);
                pr = r;
            }
            double qr = b;
            double qi = c / 2;
            for (int j = 0; j < 4; j++) {
                if (j != k) {
                    double dr = re[k] - re[j];
                    double di = im[k] - im[j];
                    double r = qr * dr - qi * di;
                    qi = qr * di + qi * dr;
                    qr = r;
                }
            }
            double norm = qr * qr + qi * qi;
            if (norm == 0) {
                re[k] += 1e-8; // two roots met by chance
                change = 1;
                continue;
            }
            double stepRe = (pr * qr + pi * qi) / norm;
            double stepIm = (pi * qr - pr * qi) / norm;
            re[k] -= stepRe;
            im[k] -= stepIm;
            change = Math.max(change, Math.hypot(stepRe, stepIm) / Math.max(1, Math.hypot(re[k], im[k])));
        }
        return change;
    }

    /** Newton's method on dE/dx, x = 2β, where it converges to a point of lower or equal energy. */
    private double polished(double x) {
        double at = x;
        for (int k = 0; k < 4; k++) {
            double slope = a * Math.cos(at) + 2 * b * Math.cos(2 * at) - c * Math.sin(2 * at);
            double curvature = -a * Math.sin(at) - 4 * b * Math.sin(2 * at) - 2 * c * Math.cos(2 * at);
            double step = slope / curvature;
            if (!(curvature > 0) || Math.abs(step) > 0.1) {
                break;
            }
            at -= step;
        }
        return energy(at / 2) <= energy(x / 2) ? at : x;
    }
}
