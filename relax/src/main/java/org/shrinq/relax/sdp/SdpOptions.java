package org.shrinq.relax.sdp;

/**
 * Choices of the semidefinite relaxation.
 *
 * @param coldTolerance a solve from random vectors ends when a sweep lowers the objective by less than this share of
 *     ½Σ‖g_i‖, unless a bound is wanted
 * @param warmTolerance the same for a solve from given or contracted vectors
 * @param maxSweeps most sweeps of one solve
 * @param rankCap largest length of the vectors; ⌈√(2(n + 1))⌉ + 1, rounded up to a multiple of 4, is used where that is
 *     smaller
 * @param bounding whether and how a lower bound is wanted
 * @param gap with a bound wanted, a solve goes on until (value − bound)/max(1, |value|) is estimated to be at most this
 */
public record SdpOptions(
        double coldTolerance, double warmTolerance, int maxSweeps, int rankCap, Bounding bounding, double gap) {
    /** Whether a lower bound is wanted. */
    public enum Bounding {
        /** Vectors only. */
        NONE,
        /** A proven bound; where its proof is too expensive, the trivial one of the coefficients. */
        PROVEN,
        /** A proven bound, or where that is too expensive one that holds but for a probability of 10⁻¹². */
        PROBABLE
    }

    public SdpOptions {
        if (!(coldTolerance > 0) || !(warmTolerance > 0) || maxSweeps < 1 || rankCap < 2 || !(gap > 0)) {
            throw new IllegalArgumentException("tolerances " + coldTolerance + " and " + warmTolerance + ", "
                    + maxSweeps + " sweeps, rank " + rankCap + ", gap " + gap);
        }
    }

    /** 10⁻⁵ cold, 10⁻⁴ warm, 2000 sweeps, rank up to 48, no bound, gap 10⁻³. */
    public static SdpOptions defaults() {
        return new SdpOptions(1e-5, 1e-4, 2000, 48, Bounding.NONE, 1e-3);
    }

    public SdpOptions withTolerances(double cold, double warm) {
        return new SdpOptions(cold, warm, maxSweeps, rankCap, bounding, gap);
    }

    public SdpOptions withMaxSweeps(int value) {
        return new SdpOptions(coldTolerance, warmTolerance, value, rankCap, bounding, gap);
    }

    public SdpOptions withRankCap(int value) {
        return new SdpOptions(coldTolerance, warmTolerance, maxSweeps, value, bounding, gap);
    }

    public SdpOptions withBounding(Bounding value, double relativeGap) {
        return new SdpOptions(coldTolerance, warmTolerance, maxSweeps, rankCap, value, relativeGap);
    }
}
