package org.shrinq.shrink.reduce;

import java.util.Arrays;
import org.shrinq.qubo.problem.LowAutocorrelation;

/**
 * The symmetry of binary sequences: multiplied by −1, and with every second element multiplied by −1, each has the
 * energy that it had, so that some optimum begins with two zeros.
 */
final class SequenceReducer {
    private SequenceReducer() {}

    static Reduced reduce(LowAutocorrelation problem, ReduceOptions options) {
        if (!options.uses(ReductionRule.SYMMETRY)) {
            return Reduced.identity(problem, Reduced.Outcome.OPEN);
        }
        byte[] fixed = new byte[problem.length()];
        Arrays.fill(fixed, (byte) -1);
        int count = Math.min(2, fixed.length);
        Arrays.fill(fixed, 0, count, (byte) 0);
        RuleCounts counts = new RuleCounts();
        counts.add(ReductionRule.SYMMETRY, count);
        return new Reduced(problem, problem, fixed, 0, x -> x, counts.toMap(), Reduced.Outcome.OPEN);
    }
}
