package org.shrinq.solver;

import java.util.List;
import org.shrinq.qubo.Bits;
import org.shrinq.search.Hints;
import org.shrinq.search.Improvement;
import org.shrinq.search.Improver;
import org.shrinq.search.SearchLimit;

/** A search method on the whole problem, without encoding or shrinking: bounds, construction, search, branch and bound. */
final class SearchRun implements Run {
    private final RunContext run;

    SearchRun(RunContext run) {
        this.run = run;
    }

    @Override
    public Solution run() {
        run.bound();
        Hints hints = run.hints(run.problem);
        Bits greedy = run.greedy(hints);
        run.offerStart();
        run.incumbent.offer(greedy, Origin.CONSTRUCTION);
        run.attempts.run("search", () -> improve(run.options.start().orElse(greedy), hints));
        if (!run.isProven()) {
            run.branch(run.plan.branch());
        }
        return run.solution(Trace.none(), List.of());
    }

    private void improve(Bits start, Hints hints) {
        Method.Search search = run.options.method().search().orElseThrow();
        SearchLimit limit = new SearchLimit(
                run.options.timeLimit().isPresent()
                        ? Long.MAX_VALUE
                        : search.steps().applyAsLong(run.problem),
                run.plan.whole(),
                run.relaxations.target());
        Improver improver = search.improver().apply(run.problem, hints);
        Improvement found = improver.improve(start, run.streams.stream("search"), limit);
        run.incumbent.offer(found.solution(), Origin.SEARCH);
        if (found.isProvenOptimal()) {
            run.relaxations.proved(run.incumbent);
        }
    }
}
