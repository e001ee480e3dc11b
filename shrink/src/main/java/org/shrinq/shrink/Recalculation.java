package org.shrinq.shrink;

/**
 * When correlations are computed anew. Always when no eligible candidate is left; besides that after {@code every}
 * steps, or by the two measures of staleness.
 *
 * @param every steps between recalculations, {@link #AUTO} for as often as a fixed amount of work allows,
 *     {@link #NEVER} for no interval
 * @param objectiveLoss δ: recalculate when the carried-over X has lost more than this share of ⟨J, X⟩
 * @param chanceLoss ε: recalculate when the best candidate, by its carried-over |X|, is right with a chance that is
 *     lower by more than this than that of the strongest one as computed
 *     ({@link org.shrinq.shrink.calibrate.Calibration}); 1 for never
 */
public record Recalculation(int every, double objectiveLoss, double chanceLoss) {
    /**
     * After every step as long as all recalculations together cost at most some 4·10⁹ elementary operations by the
     * source's own estimate, and accordingly less often for larger forms. Counts no time, so that runs can be repeated.
     */
    public static final int AUTO = 0;

    /** No interval. */
    public static final int NEVER = Integer.MAX_VALUE;

    private static final double WORK = 4e9;

    public Recalculation {
        if (every < 0 || !(objectiveLoss >= 0) || !(chanceLoss >= 0)) {
            throw new IllegalArgumentException(
                    "recalculation every " + every + ", δ " + objectiveLoss + ", ε " + chanceLoss);
        }
    }

    /** After every k accepted steps. */
    public static Recalculation every(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("recalculation every " + k + " steps, expected at least 1");
        }
        return new Recalculation(k, Double.POSITIVE_INFINITY, 1);
    }

    /** As often as the work allows, δ = 0.02, ε = 0.05. */
    public static Recalculation auto() {
        return new Recalculation(AUTO, 0.02, 0.05);
    }

    /** Once at the start, then never again unless nothing is eligible any more. */
    public static Recalculation never() {
        return new Recalculation(NEVER, Double.POSITIVE_INFINITY, 1);
    }

    /**
     * Steps until the next recalculation.
     *
     * @param operations what one recalculation costs now
     * @param remaining steps to go
     */
    int stride(double operations, int remaining) {
        return every != AUTO ? every : (int) Math.max(1, Math.min(remaining, Math.ceil(operations * remaining / WORK)));
    }
}
