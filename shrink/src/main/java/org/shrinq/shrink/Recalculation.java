package org.shrinq.shrink;

/**
 * When correlations are computed anew. Always when no eligible candidate is left; besides that after {@code every}
 * steps, or by the two measures of staleness.
 *
 * @param every steps between recalculations, {@link #AUTO} to let the measures decide
 * @param objectiveLoss δ: recalculate when the carried-over X has lost more than this share of ⟨J, X⟩
 * @param signMargin ε: recalculate when |X| of the best candidate, which is the margin between its two signs, falls under
 *     this
 */
public record Recalculation(int every, double objectiveLoss, double signMargin) {
    /** No fixed interval. */
    public static final int AUTO = Integer.MAX_VALUE;

    public Recalculation {
        if (every < 1 || !(objectiveLoss >= 0) || !(signMargin >= 0)) {
            throw new IllegalArgumentException(
                    "recalculation every " + every + ", δ " + objectiveLoss + ", ε " + signMargin);
        }
    }

    /** After every k accepted steps. */
    public static Recalculation every(int k) {
        return new Recalculation(k, Double.POSITIVE_INFINITY, 0);
    }

    /** δ = 0.02, ε = 0.3. */
    public static Recalculation auto() {
        return new Recalculation(AUTO, 0.02, 0.3);
    }

    /** Once at the start, then never again unless nothing is eligible any more. */
    public static Recalculation never() {
        return new Recalculation(AUTO, Double.POSITIVE_INFINITY, 0);
    }
}
