package org.shrinq.solver;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.NormalForm;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Stopwatch;
import org.shrinq.solver.portfolio.Leg;
import org.shrinq.solver.portfolio.MemberReport;
import org.shrinq.solver.portfolio.News;

/**
 * A member of a portfolio where it runs: goes from round to round, and hears what the others found in between. For
 * those who write a {@link org.shrinq.solver.portfolio.PortfolioCrew}. Not thread-safe, but legs may be done by
 * different threads.
 */
public final class MemberRun implements AutoCloseable {
    private final UnitOfOriginal unit;
    private final SolverOptions options;
    private final RunContext context;
    private final Run run;
    private final LegClock clock;
    private final String place;
    private BooleanSupplier cancelled = () -> false;
    private MemberReport.State state = MemberReport.State.GOING;
    private int done;
    private @Nullable Throwable cause;

    /**
     * A clock that stands still between legs, so that waiting for others is not taken for work; a time limit counts on.
     */
    private static final class LegClock implements LongSupplier {
        private final LongSupplier clock;
        private final boolean pauses;
        private long paused;
        private long since;
        private boolean stands;

        LegClock(LongSupplier clock, boolean pauses) {
            this.clock = clock;
            this.pauses = pauses;
        }

        @Override
        public synchronized long getAsLong() {
            return (stands ? since : clock.getAsLong()) - paused;
        }

        synchronized void pause() {
            if (pauses) {
                since = clock.getAsLong();
                stands = true;
            }
        }

        synchronized void goOn() {
            if (stands) {
                paused += clock.getAsLong() - since;
                stands = false;
            }
        }
    }

    private MemberRun(Problem problem, SolverOptions own, double elapsedSeconds, String place, LongSupplier nanoClock) {
        this.place = place;
        options = own;
        clock = new LegClock(nanoClock, own.timeLimit().isEmpty());
        NormalForm normal = problem.withTolerance(own.feasibilityTolerance()).normalForm();
        unit = new UnitOfOriginal(normal);
        context = new RunContext(
                normal.problem(),
                UnitOfOriginal.options(own, normal.unit()),
                RunListener.NONE,
                unit,
                () -> cancelled.getAsBoolean(),
                clock,
                Stopwatch.since(clock.getAsLong() - (long) (1e9 * elapsedSeconds), clock));
        run = Run.of(context);
    }

    /**
     * A member that has done nothing yet.
     *
     * @param problem as it was given to the portfolio
     * @param portfolio the portfolio's options
     * @param member from 0
     * @param threads that the member may use by itself
     * @param elapsedSeconds since the portfolio's run began, which a time limit counts from
     * @param place what reports say of where this is; empty for the process of the portfolio
     */
    public static MemberRun of(
            Problem problem, SolverOptions portfolio, int member, int threads, double elapsedSeconds, String place) {
        return of(problem, portfolio, member, threads, elapsedSeconds, place, System::nanoTime);
    }

    static MemberRun of(
            Problem problem,
            SolverOptions portfolio,
            int member,
            int threads,
            double elapsedSeconds,
            String place,
            LongSupplier nanoClock) {
        SolverOptions own = Lineup.of(portfolio, problem.model(), member, threads);
        return new MemberRun(problem, own, elapsedSeconds, place, nanoClock);
    }

    /**
     * Does a leg. Where this run has not come as far yet, since the one that did is lost, it catches up: by the legs
     * before, with what was heard before each of them, so that it comes to the same point; or, where time is limited,
     * with all that was heard at once. Throws nothing: a failure is a report.
     *
     * @param signal ends the leg early with the best so far
     */
    public MemberReport advance(Leg leg, BooleanSupplier signal) {
        cancelled = signal;
        try {
            clock.goOn();
            int from = options.timeLimit().isPresent() ? leg.number() : done;
            if (from > done) {
                hear(leg.heard().stream().limit(leg.number()).reduce(News.NONE, News::then));
            }
            for (int k = from; k <= leg.number(); k++) {
                step(leg.heard().get(k));
            }
            done = leg.number() + 1;
            return report(leg);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            cause = e;
            return MemberReport.failed(leg, place, Failure.of("member", e).message());
        } finally {
            clock.pause();
        }
    }

    private void step(News news) {
        hear(news);
        boolean more = !isSettled() && run.next();
        state = isSettled() ? MemberReport.State.PROVEN : more ? MemberReport.State.GOING : MemberReport.State.OVER;
    }

    private void hear(News news) {
        news.bound().ifPresent(bound -> context.relaxations.improve(unit.from(bound)));
        news.x().ifPresent(x -> {
            if (context.incumbent.offer(x, Origin.MEMBER)) {
                run.learn(x);
            }
        });
    }

    private boolean isSettled() {
        return context.isProven() || context.isInfeasible() && !context.incumbent.isPresent();
    }

    private MemberReport report(Leg leg) {
        Optional<Trace.Improvement> own = own();
        Set<String> limits =
                context.limitedBy().stream().map(Solution.Limit::id).collect(Collectors.toSet());
        return new MemberReport(
                leg.member(),
                leg.number(),
                state,
                own.map(this::solutions).orElse(List.of()),
                own.isPresent() ? OptionalDouble.of(unit.in(own.get().objective())) : OptionalDouble.empty(),
                own.map(i -> i.origin().id()).orElse(""),
                context.relaxations.best().map(unit::in),
                context.rounds.size(),
                limits,
                place,
                "");
    }

    /** The best that it found itself. */
    private Optional<Trace.Improvement> own() {
        return context.incumbent.history().stream()
                .filter(i -> i.origin() != Origin.MEMBER)
                .reduce((a, b) -> b);
    }

    private List<Bits> solutions(Trace.Improvement own) {
        boolean best = context.incumbent.good().isOn() && context.incumbent.x().equals(Optional.of(own.x()));
        return best ? context.incumbent.good().select(own.x()) : List.of(own.x());
    }

    /** Legs that it has done. */
    public int legs() {
        return done;
    }

    /** Whether no other member has a better solution, as far as it has heard. */
    public boolean leads() {
        return context.incumbent.origin().filter(o -> o != Origin.MEMBER).isPresent();
    }

    /** What made it fail. */
    public Optional<Throwable> cause() {
        return Optional.ofNullable(cause);
    }

    /** The outcome as things stand, with the account of its stages. */
    public Solution solution() {
        return unit.solution(context.solutionSoFar(run.trace(), run.controls()), options);
    }

    @Override
    public void close() {
        context.close();
    }
}
