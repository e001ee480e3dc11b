package org.shrinq.quantum.closedform;

import java.util.Optional;
import org.shrinq.qubo.Couplings;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;

/** The sums over the model for one γ. */
final class OneLayerSums {
    private static final double[] NONE = {};

    private final Ising ising;
    private final double scale;
    private final Couplings couplings;
    private final double[] cosField;
    private final double[] sinField;
    private final double[] cos;
    private final double[] sin;
    /** For entry (i, j) Π cos(2γJ_ik) over the neighbours k ≠ j of i. */
    private final double[] without;

    private double plus;
    private double minus;

    OneLayerSums(Ising ising, double scale, double gamma) {
        this.ising = ising;
        this.scale = scale;
        couplings = ising.matrix();
        int n = ising.size();
        cosField = new double[n];
        sinField = new double[n];
        int entries = n == 0 ? 0 : couplings.rowEnd(n - 1);
        cos = new double[entries];
        sin = new double[entries];
        without = new double[entries];
        double twice = 2 * gamma / scale;
        for (int i = 0; i < n; i++) {
            cosField[i] = Math.cos(twice * ising.linear(i));
            sinField[i] = Math.sin(twice * ising.linear(i));
            for (int e = couplings.rowStart(i); e < couplings.rowEnd(i); e++) {
                cos[e] = Math.cos(twice * couplings.value(e));
                sin[e] = Math.sin(twice * couplings.value(e));
            }
            fillWithout(i);
        }
    }

    /** By products from both ends: no division, so that a cosine of zero needs no care. */
    private void fillWithout(int i) {
        double product = 1;
        for (int e = couplings.rowStart(i); e < couplings.rowEnd(i); e++) {
            without[e] = product;
            product *= cos[e];
        }
        product = 1;
        for (int e = couplings.rowEnd(i) - 1; e >= couplings.rowStart(i); e--) {
            without[e] *= product;
            product *= cos[e];
        }
    }

    private double product(int i) {
        int first = couplings.rowStart(i);
        return first == couplings.rowEnd(i) ? 1 : without[first] * cos[first];
    }

    /** Coefficients of the energy in units of the scale; empty when the deadline, asked per variable, struck before. */
    Optional<MixerAngle> mixer(Deadline deadline) {
        return run(0, NONE, NONE, deadline);
    }

    /** As {@link #mixer}; the arrays are overwritten with the expectations at β. */
    MixerAngle expectations(double beta, double[] single, double[] pair) {
        return run(beta, single, pair, Deadline.never()).orElseThrow();
    }

    private Optional<MixerAngle> run(double beta, double[] single, double[] pair, Deadline deadline) {
        double sin2 = Math.sin(2 * beta);
        double sin4 = Math.sin(4 * beta);
        double a = 0;
        double b = 0;
        double c = 0;
        int count = 0;
        int[] mirror = firstEntries(); // of the entry (j, i) when (i, j) is met
        for (int i = 0; i < ising.size(); i++) {
            if (deadline.expired()) {
                return Optional.empty();
            }
            double z = sinField[i] * product(i);
            a += ising.linear(i) * z;
            if (single != NONE) {
                single[i] = sin2 * z;
            }
            for (int e = couplings.rowStart(i); e < couplings.rowEnd(i); e++) {
                int j = couplings.column(e);
                if (j < i) {
                    continue;
                }
                double first = 0.5 * sin[e] * (cosField[i] * without[e] + cosField[j] * without[mirror[j]++]);
                products(i, j);
                double sines = sinField[i] * sinField[j];
                double cosines = cosField[i] * cosField[j];
                double second = 0.5 * ((cosines - sines) * plus - (cosines + sines) * minus);
                b += couplings.value(e) * first;
                c += couplings.value(e) * second;
                if (pair != NONE) {
                    pair[count++] = sin4 * first - sin2 * sin2 * second;
                }
            }
        }
        return Optional.of(new MixerAngle(a / scale, b / scale, c / scale));
    }

    private int[] firstEntries() {
        int[] first = new int[ising.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = couplings.rowStart(i);
        }
        return first;
    }

    /** plus, minus = Π_{k≠i,j} cos(2γ(J_ik ± J_jk)), merging the two sorted rows. */
    private void products(int i, int j) {
        double p = 1;
        double m = 1;
        int e = couplings.rowStart(i);
        int f = couplings.rowStart(j);
        int endE = couplings.rowEnd(i);
        int endF = couplings.rowEnd(j);
        while (e < endE || f < endF) {
            int ke = e < endE ? couplings.column(e) : Integer.MAX_VALUE;
            int kf = f < endF ? couplings.column(f) : Integer.MAX_VALUE;
            if (ke < kf) {
                if (ke != j) {
                    p *= cos[e];
                    m *= cos[e];
                }
                e++;
            } else if (kf < ke) {
                if (kf != i) {
                    p *= cos[f];
                    m *= cos[f];
                }
                f++;
            } else {
                double cc = cos[e] * cos[f];
                double ss = sin[e] * sin[f];
                p *= cc - ss;
                m *= cc + ss;
                e++;
                f++;
            }
        }
        plus = p;
        minus = m;
    }
}
