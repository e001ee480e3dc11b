package org.shrinq.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.qubo.run.Stopwatch;
import org.shrinq.repair.Improvers;
import org.shrinq.repair.optaplanner.LocalSearch;
import org.shrinq.search.Hints;
import org.shrinq.search.Improvement;
import org.shrinq.search.Improver;
import org.shrinq.search.SearchLimit;
import org.shrinq.search.SearchStop;
import org.shrinq.search.family.SearchFamilies;

/** Local search from repaired solutions, for a counted number of steps or for a time. Not thread-safe. */
final class Polisher {
    /** Elementary steps of a counted polish; what one costs depends on the search. */
    private static final long STEPS = 4_000_000;

    /** Score calculations of OptaPlanner in a counted polish: about twenty milliseconds. */
    private static final long SCORE_CALCULATIONS = 10_000;

    private final Problem problem;
    private final SolverOptions options;
    private final TimePlan plan;
    private final List<Engine> engines;

    /**
     * A search.
     *
     * @param share its part of the time of a timed polish
     * @param steps its iterations in a counted one
     */
    private record Engine(String name, Improver improver, double share, long steps) {}

    Polisher(Problem problem, Hints hints, SolverOptions options, TimePlan plan) {
        this.problem = problem;
        this.options = options;
        this.plan = plan;
        this.engines = List.of(
                new Engine("tabu", Improvers.tabu(problem, hints), 0.95, steps(problem)),
                new Engine("optaplanner", LocalSearch.of(problem, hints), 0.05, SCORE_CALCULATIONS));
    }

    /**
     * Polishes a solution with every engine in turn, each going on where the one before ended.
     *
     * @param roundSeconds what the round has taken so far: polishing takes as long where time is limited
     */
    List<Trace.Polished> polish(
            Bits start, OptionalDouble target, RandomStreams random, double roundSeconds, InnerPool pool) {
        List<Trace.Polished> account = new ArrayList<>();
        Bits from = start;
        double before = problem.objective(start.toArray());
        for (Engine engine : engines) {
            Stopwatch watch = plan.whole().stopwatch();
            SearchLimit limit = limit(engine, roundSeconds);
            if (target.isPresent()) {
                limit = limit.withTarget(target.getAsDouble());
            }
            Improvement result = engine.improver.resume(from, random.stream("polish-" + engine.name), limit);
            if (!result.feasible()) {
                continue;
            }
            pool.offer(result.solution(), Origin.POLISH);
            account.add(new Trace.Polished(
                    engine.name, before, result.objective(), result.isProvenOptimal(), watch.seconds()));
            from = result.solution();
            before = result.objective();
            if (result.isProvenOptimal() || result.stop() == SearchStop.TARGET) {
                break;
            }
        }
        return account;
    }

    /** Goes on from the incumbent of the original problem by the custom search, where there is one. */
    Optional<Trace.Polished> own(
            Problem original, Incumbent incumbent, OptionalDouble target, RandomStreams random, double roundSeconds) {
        if (options.customPolish().isEmpty() || incumbent.x().isEmpty()) {
            return Optional.empty();
        }
        Stopwatch watch = plan.whole().stopwatch();
        CustomPolish own = options.customPolish().get();
        Engine engine = new Engine(own.id(), own.improver(original), 0.2, steps(problem));
        SearchLimit limit = limit(engine, roundSeconds);
        if (target.isPresent()) {
            limit = limit.withTarget(target.getAsDouble());
        }
        double before = incumbent.objective();
        Improvement result =
                engine.improver.improve(incumbent.x().get(), random.stream("polish-" + engine.name), limit);
        incumbent.offer(result.solution(), Origin.POLISH);
        return Optional.of(new Trace.Polished(engine.name, before, incumbent.objective(), false, watch.seconds()));
    }

    private SearchLimit limit(Engine engine, double roundSeconds) {
        Optional<Deadline> timed = plan.polish(engine.share, roundSeconds);
        if (timed.isPresent()) {
            return SearchLimit.until(timed.get());
        }
        return new SearchLimit(engine.steps, plan.whole(), OptionalDouble.empty());
    }

    /** Iterations that cost about the same on every problem. */
    static long steps(Problem problem) {
        return (long) Math.max(50, Math.min(100_000, STEPS / SearchFamilies.iterationCost(problem)));
    }
}
