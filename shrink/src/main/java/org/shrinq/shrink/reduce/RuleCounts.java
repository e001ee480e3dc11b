package org.shrinq.shrink.reduce;

import java.util.EnumMap;
import java.util.Map;

/** Applications per rule. */
final class RuleCounts {
    private final Map<ReductionRule, Integer> counts = new EnumMap<>(ReductionRule.class);

    void add(ReductionRule rule, int times) {
        if (times > 0) {
            counts.merge(rule, times, Integer::sum);
        }
    }

    Map<ReductionRule, Integer> toMap() {
        return counts;
    }
}
