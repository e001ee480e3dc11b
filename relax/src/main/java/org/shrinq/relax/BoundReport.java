package org.shrinq.relax;

import java.util.List;
import java.util.Map;

/**
 * The bounds that were computed for a problem.
 *
 * @param best the tightest
 * @param all every one, in the order in which they were computed
 * @param skipped kinds that were not computed, with the reason
 */
public record BoundReport(Bound best, List<Bound> all, Map<BoundKind, String> skipped) {
    public BoundReport {
        all = List.copyOf(all);
        skipped = Map.copyOf(skipped);
    }

    /** "6313 (search), the best of 3". */
    @Override
    public String toString() {
        return best + (all.size() < 2 ? "" : ", the best of " + all.size());
    }
}
