package org.shrinq.shrink;

import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.correlate.CorrelationSource;

/**
 * Adaptive, constraint-aware graph shrinking (after Sharma and Lau 2025, arXiv 2506.14250): correlations are computed,
 * the strongest eligible pair is proposed to the guard, merged or fixed, and so on until the qubit budget is met.
 *
 * <p>The budget is always reached under {@link StopRule.Budget#ENFORCED} or {@link StopRule.Size}, also after the
 * deadline (by cheap steps then), and a model with a feasible completion that the guard can see keeps one.
 */
public final class Shrinker {
    private Shrinker() {}

    /**
     * Shrinks.
     *
     * @param random this run's node; recalculation k draws from its child "correlations" k
     * @param deadline when expired, correlations are not computed any more
     */
    public static Shrunk shrink(
            ShrinkInput input,
            CorrelationSource source,
            ShrinkOptions options,
            RandomStreams random,
            Deadline deadline) {
        return new ShrinkRun(input, options, source, random, deadline).run();
    }
}
