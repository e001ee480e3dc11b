package org.shrinq.solver.portfolio;

import java.util.List;
import org.shrinq.qubo.text.Brief;

/**
 * A part of a member's run, up to its first answer or the end of a round. Its number and what was heard say all that is
 * needed to come to the same point again from the start.
 *
 * @param member from 0
 * @param number of the leg, from 0
 * @param heard before each leg so far, this one included: {@code number + 1} entries, of which the first is empty
 * @param elapsedSeconds since the portfolio's run began
 */
public record Leg(int member, int number, List<News> heard, double elapsedSeconds) {
    public Leg {
        heard = List.copyOf(heard);
        if (heard.size() != number + 1) {
            throw new IllegalArgumentException(heard.size() + " times news for leg " + number);
        }
    }

    /** What is new before this leg. */
    public News news() {
        return heard.get(number);
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
