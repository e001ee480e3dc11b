package org.shrinq.quantum.closedform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shrinq.quantum.TrainingPoint;
import org.shrinq.quantum.TrainingStop;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;

/**
 * Expectations of the one-layer QAOA |ψ⟩ = exp(−iβΣX) exp(−iγH/s) |+⟩ of an Ising model with fields, in closed form
 * (Ozaeta, van Dam and McMahon 2020, arXiv 2012.03421), s the largest |coefficient|. In units of s:
 *
 * <pre>
 * ⟨Z_i⟩    = sin2β · sin(2γh_i) · Π_{k≠i} cos(2γJ_ik)
 * ⟨Z_iZ_j⟩ = ½ sin4β · sin(2γJ_ij) · [cos(2γh_i) Π_{k≠i,j} cos(2γJ_ik) + cos(2γh_j) Π_{k≠i,j} cos(2γJ_jk)]
 *          − ½ sin²2β · [cos(2γ(h_i+h_j)) Π_{k≠i,j} cos(2γ(J_ik+J_jk)) − cos(2γ(h_i−h_j)) Π_{k≠i,j} cos(2γ(J_ik−J_jk))]
 * </pre>
 *
 * <p>Immutable. One γ costs O(deg i) per vertex and O(deg i + deg j) per coupling, and two sines per coefficient:
 * products are formed without divisions, so that a cosine of zero needs no care.
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

    private MixerAngle mixer(double gamma) {
        return new OneLayerSums(ising, scale, gamma).mixer(Deadline.never()).orElseThrow();
    }

    /** ⟨H⟩ at these angles, offset included. */
    public double energy(double gamma, double beta) {
        return ising.offset() + scale * mixer(gamma).energy(beta);
    }

    /** The β ∈ (−π/2, π/2] of least energy for this γ: exact, a root of a quartic. */
    public Angles bestMixer(double gamma) {
        MixerAngle mixer = mixer(gamma);
        double beta = mixer.best();
        return new Angles(gamma, beta, ising.offset() + scale * mixer.energy(beta));
    }

    /** All expectations at these angles. */
    public Expectations expectations(double gamma, double beta) {
        double[] single = new double[ising.size()];
        double[] pair = new double[Math.toIntExact(ising.couplings())];
        if (gamma == 0 || beta == 0) {
            return new Expectations(single, pair, ising.offset()); // the uniform distribution
        }
        MixerAngle mixer = new OneLayerSums(ising, scale, gamma).expectations(beta, single, pair);
        return new Expectations(single, pair, ising.offset() + scale * mixer.energy(beta));
    }

    /**
     * The best angles found: β exact, γ by golden-section search around the best points of a grid. γ ≥ 0 suffices,
     * since (−γ, −β) is the same energy. The grid reaches four times the γ that suits a model of this mean row
     * strength, whose neighbourhood is looked at first.
     *
     * @param deadline asked within every γ, per variable; time for {@link #expectations} is left. When it strikes
     *     before the first γ is done, the angles are 0
     */
    public Angles best(Deadline deadline) {
        return search(Integer.MAX_VALUE, deadline).angles();
    }

    /**
     * What a search found.
     *
     * @param angles the best
     * @param evaluations how many γ were looked at
     * @param stop why it ended
     * @param curve the improvements
     */
    record Found(Angles angles, int evaluations, TrainingStop stop, List<TrainingPoint> curve) {
        Found {
            curve = List.copyOf(curve);
        }
    }

    /** As {@link #best}, with at most so many γ. */
    Found search(int evaluations, Deadline deadline) {
        double step = strength > 0 ? 2 / strength / GRID : 0.1;
        Search search = new Search(evaluations, deadline);
        double[] value = new double[GRID + 2];
        value[0] = ising.offset(); // γ = 0 is the uniform distribution: the mean energy
        value[GRID + 1] = Double.POSITIVE_INFINITY;
        int typical = GRID / 4;
        for (int k = 0; k < GRID; k++) {
            int g = k == 0 ? typical : k <= typical - 1 ? k : k + 1;
            value[g] = search.energy(g * step);
        }
        for (int g : lowestLocalMinima(value)) {
            search.refine((g - 1) * step, (g + 1) * step);
        }
        return new Found(search.best, search.evaluations, search.stop, search.curve);
    }

    /** A search that gives up in the middle of a γ when the time is over, and remembers the best one before. */
    private final class Search {
        private final int most;
        private final Deadline deadline;
        private final List<TrainingPoint> curve = new ArrayList<>();
        private Angles best = new Angles(0, 0, ising.offset());
        private int evaluations;
        private double longestSeconds;
        private boolean over;
        private TrainingStop stop = TrainingStop.CONVERGED;

        Search(int most, Deadline deadline) {
            this.most = most;
            this.deadline = deadline;
        }

        private double end(TrainingStop reason) {
            over = true;
            stop = reason;
            return Double.POSITIVE_INFINITY;
        }

        /** The energy with the best mixer angle; +∞ once the time is over. */
        double energy(double gamma) {
            if (over) {
                return Double.POSITIVE_INFINITY;
            }
            if (evaluations >= most) {
                return end(most == 0 ? TrainingStop.NOT_TRAINED : TrainingStop.EVALUATIONS);
            }
            double before = deadline.remainingSeconds();
            boolean near = deadline.hasTimeLimit() && before < 2 * longestSeconds && !deadline.expired();
            if (near) {
                deadline.strike();
            }
            if (near || deadline.expired()) {
                return end(TrainingStop.DEADLINE);
            }
            Deadline half = deadline.hasTimeLimit() ? deadline.within(before / 2) : deadline;
            Optional<MixerAngle> mixer = new OneLayerSums(ising, scale, gamma).mixer(half);
            if (mixer.isEmpty()) {
                return end(TrainingStop.DEADLINE);
            }
            evaluations++;
            if (deadline.hasTimeLimit()) {
                longestSeconds = Math.max(longestSeconds, before - deadline.remainingSeconds());
            }
            double beta = mixer.get().best();
            double energy = ising.offset() + scale * mixer.get().energy(beta);
            if (energy < best.energy()) {
                best = new Angles(gamma, beta, energy);
                curve.add(new TrainingPoint(evaluations, energy));
            }
            return energy;
        }

        /** Golden-section search. */
        void refine(double from, double to) {
            double low = from;
            double high = to;
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            double leftEnergy = energy(left);
            double rightEnergy = energy(right);
            for (int k = 0; k < REFINEMENTS && !over; k++) {
                if (leftEnergy <= rightEnergy) {
                    high = right;
                    right = left;
                    rightEnergy = leftEnergy;
                    left = high - GOLDEN * (high - low);
                    leftEnergy = energy(left);
                } else {
                    low = left;
                    left = right;
                    leftEnergy = rightEnergy;
                    right = low + GOLDEN * (high - low);
                    rightEnergy = energy(right);
                }
            }
        }
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
}
