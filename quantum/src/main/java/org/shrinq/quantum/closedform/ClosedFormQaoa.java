package org.shrinq.quantum.closedform;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.shrinq.qubo.Couplings;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;

/**
 * Expectations of the one-layer QAOA |ψ⟩ = exp(−iβΣX) exp(−iγH/s) |+⟩ of an Ising model with fields, in closed form (Ozaeta,
 * van Dam and McMahon 2020, arXiv 2012.03421), s the largest |coefficient|. In units of s:
 *
 * <pre>
 * ⟨Z_i⟩    = sin2β · sin(2γh_i) · Π_{k≠i} cos(2γJ_ik)
 * ⟨Z_iZ_j⟩ = ½ sin4β · sin(2γJ_ij) · [cos(2γh_i) Π_{k≠i,j} cos(2γJ_ik) + cos(2γh_j) Π_{k≠i,j} cos(2γJ_jk)]
 *          − ½ sin²2β · [cos(2γ(h_i+h_j)) Π_{k≠i,j} cos(2γ(J_ik+J_jk)) − cos(2γ(h_i−h_j)) Π_{k≠i,j} cos(2γ(J_ik−J_jk))]
 * </pre>
 *
 * <p>Immutable. One γ costs O(deg i) per vertex and O(deg i + deg j) per coupling, and two sines per coefficient: products
 * are formed without divisions, so that a cosine of zero needs no care.
 */
public final class ClosedFormQaoa {
    private static final int GRID = 24;
    private static final int REFINED = 3;
    private static final int REFINEMENTS = 24;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final Ising ising;
    private final double scale;
    private final double strength;

    private ClosedFormQaoa(Ising ising, double scale, double strength) {
        this.ising = ising;
        this.scale = scale;
        this.strength = strength;
    }

    public static ClosedFormQaoa of(Ising ising) {
        double largest = ising.maxAbsCoefficient();
        double scale = largest > 0 ? largest : 1;
        return new ClosedFormQaoa(ising, scale, Strength.of(ising) / scale);
    }

    /** The largest |coefficient| s, 1 for a constant model. */
    public double scale() {
        return scale;
    }

    /** Angles and the energy they reach, offset included. */
    public record Angles(double gamma, double beta, double energy) {}

    /**
     * Expectations at one pair of angles.
     *
     * @param single ⟨Z_i⟩ per variable
     * @param pair ⟨Z_iZ_j⟩ per coupling, in the order of {@link Ising#forEachCoupling}
     * @param energy ⟨H⟩, offset included
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier of fresh arrays, never compared
    public record Expectations(double[] single, double[] pair, double energy) {}

    /** ⟨H⟩ at these angles, offset included. */
    public double energy(double gamma, double beta) {
        return ising.offset() + scale * new Sweep(ising, scale, gamma).mixer().energy(beta);
    }

    /** The β ∈ (−π/2, π/2] of least energy for this γ: exact, a root of a quartic. */
    public Angles bestMixer(double gamma) {
        MixerAngle mixer = new Sweep(ising, scale, gamma).mixer();
        double beta = mixer.best();
        return new Angles(gamma, beta, ising.offset() + scale * mixer.energy(beta));
    }

    /** All expectations at these angles. */
    public Expectations expectations(double gamma, double beta) {
        double[] single = new double[ising.size()];
        double[] pair = new double[Math.toIntExact(ising.couplings())];
        MixerAngle mixer = new Sweep(ising, scale, gamma).expectations(beta, single, pair);
        return new Expectations(single, pair, ising.offset() + scale * mixer.energy(beta));
    }

    /**
     * The best angles found: β exact, γ by golden-section search around the best points of a grid. γ ≥ 0 suffices, since
     * (−γ, −β) is the same energy. The grid reaches four times the γ that suits a model of this mean row strength.
     *
     * @param deadline asked before every γ; at least one is evaluated
     */
    public Angles best(Deadline deadline) {
        double step = strength > 0 ? 2 / strength / GRID : 0.1;
        double[] value = new double[GRID + 2];
        value[0] = ising.offset(); // γ = 0 is the uniform distribution: the mean energy
        value[GRID + 1] = Double.POSITIVE_INFINITY;
        Angles best = bestMixer(step);
        for (int g = 1; g <= GRID; g++) {
            if (g > 1 && deadline.expired()) {
                return best;
            }
            Angles at = bestMixer(g * step);
            value[g] = at.energy();
            best = better(best, at);
        }
        for (int g : lowestLocalMinima(value)) {
            best = better(best, refine((g - 1) * step, (g + 1) * step, deadline));
        }
        return best;
    }

    private static Angles better(Angles a, Angles b) {
        return b.energy() < a.energy() ? b : a;
    }

    /** The lowest few inner grid points that no neighbour beats. */
    private static int[] lowestLocalMinima(double[] value) {
        return IntStream.rangeClosed(1, GRID)
                .filter(g -> value[g] <= value[g - 1] && value[g] <= value[g + 1])
                .boxed()
                .sorted(Comparator.comparingDouble(g -> value[g]))
                .limit(REFINED)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Angles refine(double from, double to, Deadline deadline) {
        double low = from;
        double high = to;
        Angles left = bestMixer(high - GOLDEN * (high - low));
        Angles right = bestMixer(low + GOLDEN * (high - low));
        for (int k = 0; k < REFINEMENTS && !deadline.expired(); k++) {
            if (left.energy() <= right.energy()) {
                high = right.gamma();
                right = left;
                left = bestMixer(high - GOLDEN * (high - low));
            } else {
                low = left.gamma();
                left = right;
                right = bestMixer(low + GOLDEN * (high - low));
            }
        }
        return better(left, right);
    }

    /** The sums over the model for one γ. */
    private static final class Sweep {
        private final Ising ising;
        private final double scale;
        private final Couplings couplings;
        private final double[] cosField;
        private final double[] sinField;
        private final double[] cos;
        private final double[] sin;
        private double plus;
        private double minus;

        Sweep(Ising ising, double scale, double gamma) {
            this.ising = ising;
            this.scale = scale;
            couplings = ising.matrix();
            int n = ising.size();
            cosField = new double[n];
            sinField = new double[n];
            int entries = n == 0 ? 0 : couplings.rowEnd(n - 1);
            cos = new double[entries];
            sin = new double[entries];
            double twice = 2 * gamma / scale;
            for (int i = 0; i < n; i++) {
                cosField[i] = Math.cos(twice * ising.linear(i));
                sinField[i] = Math.sin(twice * ising.linear(i));
                for (int e = couplings.rowStart(i); e < couplings.rowEnd(i); e++) {
                    cos[e] = Math.cos(twice * couplings.value(e));
                    sin[e] = Math.sin(twice * couplings.value(e));
                }
            }
        }

        MixerAngle mixer() {
            return expectations(0, new double[0], new double[0]);
        }

        /** Coefficients in units of the scale; the arrays, unless empty, are overwritten with the expectations at β. */
        MixerAngle expectations(double beta, double[] single, double[] pair) {
            double sin2 = Math.sin(2 * beta);
            double sin4 = Math.sin(4 * beta);
            double a = 0;
            double b = 0;
            double c = 0;
            int count = 0;
            for (int i = 0; i < ising.size(); i++) {
                double z = sinField[i] * product(i, -1);
                a += ising.linear(i) * z;
                if (single.length > 0) {
                    single[i] = sin2 * z;
                }
                for (int e = couplings.rowStart(i); e < couplings.rowEnd(i); e++) {
                    int j = couplings.column(e);
                    if (j < i) {
                        continue;
                    }
                    double first = 0.5 * sin[e] * (cosField[i] * product(i, j) + cosField[j] * product(j, i));
                    products(i, j);
                    double sines = sinField[i] * sinField[j];
                    double cosines = cosField[i] * cosField[j];
                    double second = 0.5 * ((cosines - sines) * plus - (cosines + sines) * minus);
                    b += couplings.value(e) * first;
                    c += couplings.value(e) * second;
                    if (pair.length > 0) {
                        pair[count++] = sin4 * first - sin2 * sin2 * second;
                    }
                }
            }
            return new MixerAngle(a / scale, b / scale, c / scale);
        }

        /** Π cos(2γJ_ik) over the neighbours k of i but one. */
        private double product(int i, int except) {
            double p = 1;
            for (int e = couplings.rowStart(i); e < couplings.rowEnd(i) && p != 0; e++) {
                if (couplings.column(e) != except) {
                    p *= cos[e];
                }
            }
            return p;
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
}
