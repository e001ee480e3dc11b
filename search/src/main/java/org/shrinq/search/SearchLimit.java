package org.shrinq.search;

import java.util.OptionalDouble;
import org.shrinq.qubo.run.Deadline;

/**
 * When a search ends: after a number of iterations, at a deadline, or as soon as its best objective is at least as good
 * as a target, whichever is first. With iterations only, a result is reproducible. Immutable.
 *
 * @param iterations most iterations; what one is, each {@link Improver} says
 * @param deadline time limit and cancellation
 * @param pause from when on the search hands over what it has as soon as {@link Improver#resume} would go on as if it
 *     had not ended
 * @param target objective in the problem's own sense at which to stop, such as a valid bound; empty for none
 */
public record SearchLimit(long iterations, Deadline deadline, Deadline pause, OptionalDouble target) {
    public SearchLimit {
        if (iterations < 0) {
            throw new IllegalArgumentException("a limit of " + iterations + " iterations");
        }
    }

    /** Without a pause. */
    public SearchLimit(long iterations, Deadline deadline, OptionalDouble target) {
        this(iterations, deadline, Deadline.never(), target);
    }

    /** A number of iterations and nothing else. */
    public static SearchLimit iterations(long iterations) {
        return new SearchLimit(iterations, Deadline.never(), OptionalDouble.empty());
    }

    /** A deadline and nothing else. */
    public static SearchLimit until(Deadline deadline) {
        return new SearchLimit(Long.MAX_VALUE, deadline, OptionalDouble.empty());
    }

    /** This limit with at most so many iterations. */
    public SearchLimit withIterations(long most) {
        return new SearchLimit(most, deadline, pause, target);
    }

    /** This limit with a deadline instead of the present one. */
    public SearchLimit withDeadline(Deadline other) {
        return new SearchLimit(iterations, other, pause, target);
    }

    /** This limit with a pause instead of the present one. */
    public SearchLimit withPause(Deadline other) {
        return new SearchLimit(iterations, deadline, other, target);
    }

    /** This limit with a target objective. */
    public SearchLimit withTarget(double objective) {
        return new SearchLimit(iterations, deadline, pause, OptionalDouble.of(objective));
    }
}
