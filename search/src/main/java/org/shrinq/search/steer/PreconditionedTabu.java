package org.shrinq.search.steer;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchLimit;
import org.shrinq.search.flip.FlipState;
import org.shrinq.search.flip.FlipTabu;

/**
 * Tabu search that begins on another form: couplings are replaced by given correlations ({@link
 * PairCorrelations#preconditioned}), and what is found there is where the search on the form itself goes on from
 * (Dupont et al. 2025, arXiv 2502.18570). One thread.
 */
public final class PreconditionedTabu {
    private final FlipState state;
    private final FlipState expected;
    private final FlipTabu first;
    private final FlipTabu second;

    /** Over a state that {@link #run} changes. */
    public PreconditionedTabu(FlipState state, PairCorrelations correlations) {
        if (state.n != correlations.size()) {
            throw new IllegalArgumentException(
                    "correlations of " + correlations.size() + " variables for a form of " + state.n);
        }
        this.state = state;
        expected = FlipState.of(correlations.preconditioned());
        first = new FlipTabu(expected, expected.tolerance());
        second = new FlipTabu(state, state.tolerance());
    }

    /**
     * From the string of the state: a share of the moves on the correlations, the others on the form, O(n + degree)
     * each. Leaves the state at the best string that the second part met.
     *
     * @param moves of both parts together
     * @param share of the first part, 0 to 1
     */
    public void run(long moves, double share, SplittableRandom random, Deadline deadline) {
        long before = Math.round(share * moves);
        if (before > 0) {
            expected.load(state.x);
            first.run(Double.POSITIVE_INFINITY, Long.MAX_VALUE, random, control(before, deadline));
            state.load(expected.x);
        }
        second.run(Double.POSITIVE_INFINITY, Long.MAX_VALUE, random, control(moves - before, deadline));
    }

    private static SearchControl control(long moves, Deadline deadline) {
        return new SearchControl(new SearchLimit(moves, deadline, OptionalDouble.empty()), Sense.MINIMIZE);
    }

    /** Visits and couplings that both parts touched so far. */
    public long work() {
        return state.work() + expected.work();
    }
}
