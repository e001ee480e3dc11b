package org.shrinq.search;

import org.shrinq.qubo.Sense;

/** Counts the iterations of one search and asks the limit whether it is over; polls the clock only now and then. */
public final class SearchControl {
    private final SearchLimit limit;
    private final int sign;
    private final double target;
    private final boolean alwaysExpired;
    private long iterations;
    private long pollAt;
    private int every;
    private SearchStop stop = SearchStop.ITERATIONS;
    private boolean stopped;
    private boolean pausesBetweenSteps;

    public SearchControl(SearchLimit limit, Sense sense) {
        this.limit = limit;
        sign = sense.factor();
        target = limit.target().isPresent() ? sign * limit.target().getAsDouble() : Double.NEGATIVE_INFINITY;
        alwaysExpired = limit.deadline().expired();
        every = 16;
        pollAt = every;
        if (alwaysExpired) {
            end(SearchStop.DEADLINE);
        }
    }

    /** Asks the clock every so many iterations from now on; a power of two is not needed. */
    public void pollEvery(int count) {
        every = count;
        pollAt = iterations + count;
    }

    /**
     * From now on a {@linkplain SearchLimit#pause pause} waits for {@link #goesOn}: the search goes through steps of
     * many iterations, and only between these can it be resumed as if it had not ended.
     */
    public void pauseBetweenSteps() {
        pausesBetweenSteps = true;
    }

    /** Asked between two steps: false when the search is over, or is to pause. */
    public boolean goesOn() {
        if (!stopped && limit.pause().expired()) {
            end(SearchStop.DEADLINE);
        }
        return !stopped;
    }

    /** Counts one iteration; false when the search is over before it. */
    public boolean next() {
        if (stopped) {
            return false;
        }
        if (iterations >= limit.iterations()) {
            end(SearchStop.ITERATIONS);
            return false;
        }
        if (iterations >= pollAt) {
            pollAt = iterations + every;
            if (limit.deadline().expired()
                    || !pausesBetweenSteps && limit.pause().expired()) {
                end(SearchStop.DEADLINE);
                return false;
            }
        }
        iterations++;
        return true;
    }

    /** Counts a bulk of iterations at once. */
    public void count(long more) {
        iterations += more;
    }

    /** Iterations left. */
    public long left() {
        return Math.max(0, limit.iterations() - iterations);
    }

    /** Asks the clock now. */
    public boolean expired() {
        if (!stopped && limit.deadline().expired()) {
            end(SearchStop.DEADLINE);
        }
        return stopped;
    }

    /** Tells of a new best objective in the problem's own sense, or of its minimised form with {@link #bestCost}. */
    public void bestObjective(double objective) {
        bestCost(sign * objective);
    }

    /** Tells of a new best minimised objective; ends the search when it reaches the target. */
    public void bestCost(double cost) {
        if (cost <= target) {
            end(SearchStop.TARGET);
        }
    }

    /** Ends the search because it has proved its best to be optimal. */
    public void exhausted() {
        end(SearchStop.EXHAUSTED);
    }

    private void end(SearchStop reason) {
        if (!stopped) {
            stopped = true;
            stop = reason;
        }
    }

    public boolean isStopped() {
        return stopped;
    }

    public long iterations() {
        return iterations;
    }

    public SearchStop stop() {
        return stop;
    }
}
