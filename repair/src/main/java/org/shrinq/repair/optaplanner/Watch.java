package org.shrinq.repair.optaplanner;

import org.shrinq.qubo.run.Deadline;

/**
 * Counts the score calculations of one search and ends it at the deadline, after a number of calculations, at the
 * target, or where proposed moves lead nowhere. OptaPlanner would only see its own limits; a {@link Deadline} can also
 * be cancelled and may run on its own clock. And moves that change nothing count nowhere in OptaPlanner: where a
 * point has no others it would look for one for ever. One thread.
 */
final class Watch {
    private static final int CALCULATIONS_PER_POLL = 64;
    /** Proposals for each calculation allowed. */
    private static final long PROPOSALS = 8;
    /**
     * Proposals in a row of which none was calculated, after which there seem to be no moves; so many times the size
     * besides.
     */
    private static final long IDLE = 10_000;

    private static final long IDLE_TIMES_SIZE = 8;

    private final Deadline deadline;
    private final long most;
    private final double target;
    private Runnable stop = () -> {};
    private long calculations;
    private long proposals;
    private long idle;
    private boolean reachedTarget;

    /**
     * @param most number of calculations allowed
     * @param target minimised cost at which to stop, −∞ for none
     */
    Watch(Deadline deadline, long most, double target) {
        this.deadline = deadline;
        this.most = most;
        this.target = target;
    }

    /** Sets what ends the search. */
    void guard(Runnable terminate) {
        stop = terminate;
    }

    /**
     * Tells of a proposed move, which may turn out to change nothing.
     *
     * @param size number of variables
     */
    void proposed(int size) {
        proposals++;
        idle++;
        if (isOutOfProposals() || isIdle(size) || (proposals % CALCULATIONS_PER_POLL == 0 && deadline.expired())) {
            stop.run();
        }
    }

    private boolean isOutOfProposals() {
        return proposals / PROPOSALS >= most;
    }

    /** Whether the last search ended because no proposal had led anywhere for long. */
    boolean isIdle(int size) {
        return idle > IDLE + IDLE_TIMES_SIZE * size;
    }

    /** Tells of one score calculation at a feasible point with this minimised cost; +∞ for an infeasible one. */
    void calculated(double cost) {
        calculations++;
        idle = 0;
        if (cost <= target) {
            reachedTarget = true;
        }
        if (reachedTarget
                || calculations >= most
                || (calculations % CALCULATIONS_PER_POLL == 0 && deadline.expired())) {
            stop.run();
        }
    }

    long calculations() {
        return calculations;
    }

    long left() {
        return isOutOfProposals() ? 0 : Math.max(0, most - calculations);
    }

    boolean reachedTarget() {
        return reachedTarget;
    }

    Deadline deadline() {
        return deadline;
    }
}
