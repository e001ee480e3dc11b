package org.shrinq.solver.portfolio;

import java.util.Optional;
import org.shrinq.qubo.Bits;
import org.shrinq.relax.Bound;

/**
 * What a member hears before a leg of its run.
 *
 * @param x the best solution of all members, where it is better than all that the member has reported or heard of
 * @param bound the best bound of all members, in the problem's own sense and unit, where it is news as well
 */
public record News(Optional<Bits> x, Optional<Bound> bound) {
    /** Nothing new. */
    public static final News NONE = new News(Optional.empty(), Optional.empty());

    /** Both in one: of the later one where that has something. */
    public News then(News later) {
        return new News(later.x.or(() -> x), later.bound.or(() -> bound));
    }
}
