package org.shrinq.search;

import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;

/**
 * A local search on one problem, from a start to a solution that is never worse. Usable as a method and as
 * the polish of a repaired solution. One thread.
 */
public interface Improver {
    /**
     * Searches from a start; an infeasible one is repaired first.
     *
     * @param random the only source of chance: the same numbers and a limit in iterations give the same result
     * @throws IllegalArgumentException when the start has another number of variables than the problem
     */
    Improvement improve(Bits start, SplittableRandom random, SearchLimit limit);

    /**
     * Goes on with what earlier calls have learned, so that a search cut into slices comes as far as one in a piece;
     * the same calls from the first on give the same results.
     */
    default Improvement resume(Bits start, SplittableRandom random, SearchLimit limit) {
        return improve(start, random, limit);
    }
}
