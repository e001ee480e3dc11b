package org.shrinq.solver;

import org.shrinq.qubo.run.Deadline;

/** The limits of a search that goes on in a thread of its own, and of a second one in the thread of the run. */
final class BesidePlan {
    /** A second search goes ahead of other stages until so much of the limit, and so many seconds, have gone. */
    private static final double AHEAD = 0.5;

    private static final double AHEAD_SECONDS = 2;
    private static final double AHEAD_SLICE = 0.05;
    /** The search is not waited for once it has found nothing for so much of the limit, or for so many seconds. */
    private static final double ALONE_IDLE = 0.25;

    private static final double ALONE_IDLE_SECONDS = 0.25;
    /** Variables of a problem of which a round sees most. */
    private static final int MOST_OF_ROUND = 128;
    /** Slices without gain in a row that end it. */
    private static final int FRUITLESS_SLICES = 2;
    /** Of more numbers that one is not begun: its tables would take the memory of the first. */
    private static final double MOST_SEARCHED_TWICE = 5e6;
    /** Of the limit for a slice of the search: the first one, and at most. */
    private static final double FIRST = 0.02;

    private static final double MOST = 0.1;
    /** Of what is left where the problem's data are {@link TimePlan#LARGE}. */
    private static final double OF_LARGE = 0.25;
    /**
     * The search has come to rest when it has found nothing for so much of the limit, and so many times as long as it
     * took to find its best.
     */
    private static final double IDLE = 0.05;

    private static final double PATIENCE = 3;
    /** Seconds of branch and bound for one of the search from then on. */
    private static final double BRANCH_TO_SEARCH = 9;
    /** Of the limit for a slice of it. */
    private static final double BRANCH = 0.1;

    /** Of the first second of a run, in which every loop is new to Java, that the search has before stages begin. */
    enum Share {
        /** Before relaxations, whose multipliers the search then goes by. */
        BEFORE_BOUNDS(0.6, 0.6),
        /** Before everything else. */
        BEFORE_STAGES(1, 1);

        private final double ofLimit;
        private final double seconds;

        Share(double ofLimit, double seconds) {
            this.ofLimit = ofLimit;
            this.seconds = seconds;
        }
    }

    private final double limit;
    private final double size;

    /**
     * @param limit of the run, in seconds
     * @param size numbers in the problem's data
     */
    BesidePlan(double limit, double size) {
        this.limit = limit;
        this.size = size;
    }

    /**
     * Whether a second search goes ahead: not where the problem's data are large, so that one step of it may take too
     * long.
     */
    boolean searchesAhead() {
        return size <= TimePlan.LARGE;
    }

    /** For a slice of it. */
    Deadline ahead(Deadline whole) {
        return whole.within(AHEAD_SLICE * limit);
    }

    /** Whether another slice follows. */
    boolean searchesOnAhead(int fruitlessSlices, double seconds) {
        return fruitlessSlices < FRUITLESS_SLICES && seconds < Math.min(AHEAD * limit, AHEAD_SECONDS);
    }

    /** Whether stages wait for the search at all: not where a round sees most of the problem. */
    boolean waits(int variables) {
        return variables > MOST_OF_ROUND;
    }

    /**
     * Whether the stages that come next leave the processors to the search, which has to itself what Java's compilers
     * leave of them: until it is at rest, or has had its share.
     *
     * @param share that comes before those stages
     * @param foundSeconds after which the search found its best solution
     * @param searchSeconds since it began
     * @param runSeconds since the run began
     */
    boolean searchesAlone(Share share, double foundSeconds, double searchSeconds, double runSeconds) {
        double idle = searchSeconds - foundSeconds;
        return runSeconds < Math.min(share.ofLimit * limit, share.seconds)
                && (idle < Math.min(ALONE_IDLE * limit, ALONE_IDLE_SECONDS) || !rests(foundSeconds, idle));
    }

    /** Whether a second search takes turns with the rounds. */
    boolean searchesTwice() {
        return size <= MOST_SEARCHED_TWICE;
    }

    /**
     * For a slice of the search: short at first, so that something is known soon; each twice as long as the one before,
     * up to a bound where something feasible is known, since what begins with an attempt to make its start feasible
     * cannot begin too often. Where the problem's data are large, what a search begins with has to fit in.
     */
    Deadline slice(Deadline search, int number, boolean feasible) {
        double seconds = Math.scalb(FIRST * limit, Math.min(number, 10));
        double least = size > TimePlan.LARGE ? OF_LARGE * search.remainingSeconds() : 0;
        return search.within(Math.max(least, feasible ? Math.min(MOST * limit, seconds) : seconds));
    }

    /** For a slice of branch and bound in that thread. */
    Deadline branch(Deadline search) {
        return search.within(BRANCH * limit);
    }

    /** Whether that thread takes turns with branch and bound: where the tree may end. */
    boolean branches(int variables) {
        return variables <= TimePlan.SETTLED_VARIABLES;
    }

    /**
     * Whether branch and bound has its turn there.
     *
     * @param foundSeconds after which the search found its best solution
     * @param idleSeconds since then
     * @param searched seconds of the search since branch and bound had its first turn
     * @param branched seconds of branch and bound
     */
    boolean branchesNow(double foundSeconds, double idleSeconds, double searched, double branched) {
        return rests(foundSeconds, idleSeconds) && branched <= BRANCH_TO_SEARCH * searched;
    }

    /** Whether the search has come to rest, by the same numbers. */
    boolean rests(double foundSeconds, double idleSeconds) {
        return idleSeconds > Math.max(IDLE * limit, PATIENCE * foundSeconds);
    }
}
