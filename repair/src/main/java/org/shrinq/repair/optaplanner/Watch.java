package org.shrinq.repair.optaplanner;

import org.shrinq.qubo.run.Deadline;

/**
 * Counts the score calculations of one search and ends it at the deadline, after a number of calculations or at the target. OptaPlanner
 * would only see its own limits; a {@link Deadline} can also be cancelled and may run on a clock of its own. One thread.
 */
final class Watch {
    private static final int CALCULATIONS_PER_POLL = 64;

    private final Deadline deadline;
    private final long most;
    private final double target;
    private Runnable stop = () -> {};
    private long calculations;
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

    /** Tells of one score calculation at a feasible point with this minimised cost; +∞ for an infeasible one. */
    void calculated(double cost) {
        calculations++;
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
        return Math.max(0, most - calculations);
    }

    boolean reachedTarget() {
        return reachedTarget;
    }

    Deadline deadline() {
        return deadline;
    }
}
