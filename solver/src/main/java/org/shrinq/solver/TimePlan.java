package org.shrinq.solver;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.Stopwatch;

/**
 * Every limit of a run in one place: the whole, and what part of it each stage may take. Shares of stages before the rounds are of the whole
 * time limit, those inside a round of the time that is left when they begin. Without a time limit stages count the questions that they ask.
 */
final class TimePlan {
    /** Without a time limit or a number of rounds. */
    private static final int DEFAULT_ROUNDS = 5;

    private static final double DEFAULT_SECONDS = 8;
    /** For bounds alone, where no time limit is set. */
    private static final double BOUNDS_ALONE_SECONDS = 5;

    private static final double BOUNDS = 0.15;
    private static final double LINEAR_RELAXATION = 0.1;
    private static final double REDUCE = 0.1;
    private static final double BRANCH = 0.2;
    /** Questions of a stage that had the whole run, where time is not limited. */
    private static final double CHECKS = 20_000;

    private static final double SHRINK_OF_LEFT = 0.3;
    private static final double SEARCH_OF_LEFT = 0.5;
    private static final double SHORTEST_POLISH_SECONDS = 0.2;

    private final SolverOptions options;
    private final Deadline whole;
    private final Stopwatch watch;

    private TimePlan(SolverOptions options, Deadline whole, Stopwatch watch) {
        this.options = options;
        this.whole = whole;
        this.watch = watch;
    }

    /**
     * For a run.
     *
     * @param watch started when the run began, on {@code nanoClock}
     * @param cancelled ends every stage when it turns true
     */
    static TimePlan of(SolverOptions options, LongSupplier nanoClock, Stopwatch watch, BooleanSupplier cancelled) {
        OptionalDouble limit = options.timeLimit();
        if (limit.isEmpty() && options.rounds().isEmpty()) {
            limit = OptionalDouble.of(DEFAULT_SECONDS);
        }
        Deadline end = limit.isPresent()
                ? Deadline.after(limit.getAsDouble() - watch.seconds(), nanoClock)
                : Deadline.never(nanoClock);
        return new TimePlan(options, end.orWhen(cancelled), watch);
    }

    /** For one stage alone, which has all of the time limit from now on. */
    static Deadline single(SolverOptions options) {
        return Deadline.after(options.timeLimit().orElse(Double.POSITIVE_INFINITY));
    }

    /** For bounds alone. */
    static Deadline boundsAlone(SolverOptions options) {
        return single(options).within(BOUNDS_ALONE_SECONDS);
    }

    /** The whole run's. */
    Deadline whole() {
        return whole;
    }

    /** Since the run began. */
    double seconds() {
        return watch.seconds();
    }

    int rounds() {
        return options.rounds().orElse(options.timeLimit().isPresent() ? Integer.MAX_VALUE : DEFAULT_ROUNDS);
    }

    Deadline bounds() {
        return share(BOUNDS);
    }

    Deadline linearRelaxation() {
        return share(LINEAR_RELAXATION);
    }

    Deadline reduce() {
        return share(REDUCE);
    }

    Deadline branch() {
        return share(BRANCH);
    }

    private Deadline share(double fraction) {
        return options.timeLimit().isPresent()
                ? whole.within(fraction * options.timeLimit().getAsDouble())
                : whole.within(2 * fraction * DEFAULT_SECONDS).withChecks((long) (fraction * CHECKS));
    }

    Deadline shrink() {
        return ofLeft(SHRINK_OF_LEFT);
    }

    Deadline search() {
        return ofLeft(SEARCH_OF_LEFT);
    }

    /** So that no stage of a round uses up the time of those after it. */
    private Deadline ofLeft(double share) {
        return whole.hasTimeLimit() ? whole.within(share * whole.remainingSeconds()) : whole;
    }

    /**
     * For one engine of a polish; empty where its steps are counted.
     *
     * @param share the engine's part of the polish
     * @param roundSeconds what the round has taken so far: polishing takes as long where time is limited
     */
    Optional<Deadline> polish(double share, double roundSeconds) {
        if (options.polish().mode() == Polish.Mode.SECONDS) {
            return Optional.of(whole.within(share * options.polish().seconds()));
        }
        return options.timeLimit().isPresent()
                ? Optional.of(whole.within(share * Math.max(SHORTEST_POLISH_SECONDS, roundSeconds)))
                : Optional.empty();
    }
}
