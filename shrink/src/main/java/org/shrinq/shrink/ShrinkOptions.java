package org.shrinq.shrink;

/**
 * Choices of a shrinking.
 *
 * @param awareness whether the constraints guard the steps
 * @param threshold which candidates are eligible
 * @param recalculation when correlations are computed anew
 * @param stop when shrinking ends
 * @param budget whether the qubit budget wins over {@code stop}
 * @param similarityWeight a ≥ 0: how much the structural similarity of two vertices raises their score, 0 for not at all
 * @param riskWeight b ≥ 0: how much the guard's risk lowers a score
 * @param reductions whether persistency and dominance of the contracted form are used between heuristic steps
 * @param probing whether both values of the remaining variables are tried once few are left
 * @param backtracks how many merges may be undone when the bound shows that they lost the incumbent; 0 for none
 * @param explicitLimit an implicit form with more free variables is first reduced by marginals alone until it has no more
 */
public record ShrinkOptions(
        Awareness awareness,
        Threshold threshold,
        Recalculation recalculation,
        StopRule stop,
        StopRule.Budget budget,
        double similarityWeight,
        double riskWeight,
        Reductions reductions,
        Probing probing,
        int backtracks,
        int explicitLimit) {
    /** Whether the guard is used. */
    public enum Awareness {
        CONSTRAINT_AWARE,
        UNAWARE
    }

    /** Whether proven rules of the quadratic form are used. */
    public enum Reductions {
        ON,
        OFF
    }

    /** Whether variables are probed. */
    public enum Probing {
        ON,
        OFF
    }

    public ShrinkOptions {
        require(similarityWeight >= 0, "a weight of similarity of " + similarityWeight, 0);
        require(riskWeight >= 0, "a weight of risk of " + riskWeight, 0);
        require(backtracks >= 0, backtracks + " backtracks", 0);
        require(explicitLimit >= 1, "an explicit limit of " + explicitLimit, 1);
    }

    private static void require(boolean holds, String what, int least) {
        if (!holds) {
            throw new IllegalArgumentException(what + ", expected at least " + least);
        }
    }

    /** Guarded, proportional threshold 0.8, automatic recalculation, to the budget. */
    public static ShrinkOptions defaults() {
        return new ShrinkOptions(
                Awareness.CONSTRAINT_AWARE,
                Threshold.of(Threshold.Kind.PROPORTIONAL),
                Recalculation.auto(),
                StopRule.size(),
                StopRule.Budget.ENFORCED,
                0,
                0.1,
                Reductions.ON,
                Probing.ON,
                0,
                1000);
    }

    public ShrinkOptions withAwareness(Awareness value) {
        return new ShrinkOptions(
                value,
                threshold,
                recalculation,
                stop,
                budget,
                similarityWeight,
                riskWeight,
                reductions,
                probing,
                backtracks,
                explicitLimit);
    }

    public ShrinkOptions withThreshold(Threshold value) {
        return new ShrinkOptions(
                awareness,
                value,
                recalculation,
                stop,
                budget,
                similarityWeight,
                riskWeight,
                reductions,
                probing,
                backtracks,
                explicitLimit);
    }

    public ShrinkOptions withRecalculation(Recalculation value) {
        return new ShrinkOptions(
                awareness,
                threshold,
                value,
                stop,
                budget,
                similarityWeight,
                riskWeight,
                reductions,
                probing,
                backtracks,
                explicitLimit);
    }

    public ShrinkOptions withStop(StopRule value, StopRule.Budget budgetRule) {
        return new ShrinkOptions(
                awareness,
                threshold,
                recalculation,
                value,
                budgetRule,
                similarityWeight,
                riskWeight,
                reductions,
                probing,
                backtracks,
                explicitLimit);
    }

    public ShrinkOptions withSimilarityWeight(double value) {
        return new ShrinkOptions(
                awareness,
                threshold,
                recalculation,
                stop,
                budget,
                value,
                riskWeight,
                reductions,
                probing,
                backtracks,
                explicitLimit);
    }

    public ShrinkOptions withRiskWeight(double value) {
        return new ShrinkOptions(
                awareness,
                threshold,
                recalculation,
                stop,
                budget,
                similarityWeight,
                value,
                reductions,
                probing,
                backtracks,
                explicitLimit);
    }

    public ShrinkOptions withReductions(Reductions value) {
        return new ShrinkOptions(
                awareness,
                threshold,
                recalculation,
                stop,
                budget,
                similarityWeight,
                riskWeight,
                value,
                probing,
                backtracks,
                explicitLimit);
    }

    public ShrinkOptions withProbing(Probing value) {
        return new ShrinkOptions(
                awareness,
                threshold,
                recalculation,
                stop,
                budget,
                similarityWeight,
                riskWeight,
                reductions,
                value,
                backtracks,
                explicitLimit);
    }

    public ShrinkOptions withBacktracks(int value) {
        return new ShrinkOptions(
                awareness,
                threshold,
                recalculation,
                stop,
                budget,
                similarityWeight,
                riskWeight,
                reductions,
                probing,
                value,
                explicitLimit);
    }

    public ShrinkOptions withExplicitLimit(int value) {
        return new ShrinkOptions(
                awareness,
                threshold,
                recalculation,
                stop,
                budget,
                similarityWeight,
                riskWeight,
                reductions,
                probing,
                backtracks,
                value);
    }
}
