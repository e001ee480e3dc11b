package org.shrinq.solver;

import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.search.Hints;
import org.shrinq.search.Improvement;
import org.shrinq.search.Improver;
import org.shrinq.search.SearchLimit;

/**
 * A search method on the whole problem, without encoding or shrinking: a construction, a first slice of the search,
 * bounds, the rest of the search, branch and bound. The bounds come late so that they never stand between the user and
 * an answer, but before most of the search, which ends at once where they prove its solution.
 */
final class SearchRun implements Run {
    /** Of a counted search, the part before the bounds. */
    private static final double AHEAD = 0.1;

    private final RunContext run;
    private final Method.Search search;
    private final SplittableRandom random;

    SearchRun(RunContext run) {
        this.run = run;
        this.search = run.options.method().search().orElseThrow();
        this.random = random(run);
    }

    /** The random numbers of a search that runs alone, or beside the stages of a run. */
    static SplittableRandom random(RunContext run) {
        return run.streams.stream("search");
    }

    @Override
    public boolean next() {
        run.offerStart();
        Bits first = run.firstSolution();
        run.incumbent.offer(first, Origin.CONSTRUCTION);
        long steps = search.steps().applyAsLong(run.problem);
        long ahead = (long) Math.ceil(AHEAD * steps);
        Improver improver = search.improver().apply(run.problem, Hints.none());
        slice(improver, first, limit(ahead).withPause(run.plan.searchFirst()));
        boolean over = run.incumbent.isPresent() && run.plan.whole().expired();
        if (!over) {
            run.bound();
        }
        if (!over && !run.isProven()) {
            Hints hints = run.hints(run.problem);
            Bits greedy = hints == Hints.none() ? first : run.greedy(hints);
            run.incumbent.offer(greedy, Origin.CONSTRUCTION);
            Improver hinted =
                    hints == Hints.none() ? improver : search.improver().apply(run.problem, hints);
            slice(hinted, greedy, limit(steps - ahead));
        }
        if (!over && !run.isProven()) {
            run.branch(run.plan.branch());
        }
        return false;
    }

    @Override
    public Trace trace() {
        return Trace.whole(run.known());
    }

    /** @param steps where time is not limited */
    private SearchLimit limit(long steps) {
        return new SearchLimit(
                run.options.timeLimit().isPresent() ? Long.MAX_VALUE : steps,
                run.plan.whole(),
                run.relaxations.target());
    }

    /**
     * One slice from the incumbent.
     *
     * @param start where nothing feasible is known
     */
    private void slice(Improver improver, Bits start, SearchLimit limit) {
        run.listener.stage(RunStage.SEARCH, 0);
        run.attempts.run("search", () -> {
            Improvement found =
                    improver.resume(run.incumbent.x().or(run.options::start).orElse(start), random, limit);
            run.incumbent.offer(found.solution(), Origin.SEARCH);
            if (found.isProvenOptimal()) {
                run.relaxations.proved(run.incumbent);
            }
        });
    }
}
