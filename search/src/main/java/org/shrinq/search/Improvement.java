package org.shrinq.search;

import java.util.OptionalDouble;
import org.shrinq.qubo.Bits;

/**
 * What a search made of its start.
 *
 * @param solution the best solution seen
 * @param feasible whether it is feasible; false only when no feasible point was found
 * @param objectiveBefore objective of the start in the problem's own sense; empty when the start was infeasible
 * @param objective objective of the solution in the problem's own sense
 * @param iterations iterations done
 * @param stop why the search ended
 */
public record Improvement(
        Bits solution,
        boolean feasible,
        OptionalDouble objectiveBefore,
        double objective,
        long iterations,
        SearchStop stop) {
    /** True when the search ended because it had proved that nothing better exists. */
    public boolean isProvenOptimal() {
        return stop == SearchStop.EXHAUSTED;
    }
}
