package org.shrinq.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.Stopwatch;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;
import org.shrinq.search.SearchLimit;
import org.shrinq.shrink.reduce.ReduceOptions;
import org.shrinq.shrink.reduce.Reduced;
import org.shrinq.shrink.reduce.Reducer;

/**
 * The staged pipeline: an answer at once, bounds, exact reductions, then {@link Rounds rounds} of encoding, shrinking,
 * circuit (or sampler) and repair.
 */
final class StagedRun implements Run {
    private final RunContext run;
    private final WholeSearch search;
    private Optional<Trace.Reduce> reduction = Optional.empty();
    private Optional<Rounds> rounds = Optional.empty();
    private Optional<Trace.Polished> beside = Optional.empty();
    private @Nullable Bits first;
    private boolean begun;

    StagedRun(RunContext run) {
        this.run = run;
        this.search = new WholeSearch(run);
    }

    @Override
    public boolean next() {
        boolean more = first == null ? answers() : begun ? goOn() : begin(first);
        if (!more) {
            beside = run.endSearch();
        }
        return more;
    }

    /** A first answer, which those who share what they find can hear of before anything takes long. */
    private boolean answers() {
        first = answerFirst();
        return !isOver();
    }

    private boolean goOn() {
        return rounds.isPresent() && run.attempts.run("rounds", rounds.get()::next, () -> false);
    }

    @Override
    public void learn(Bits x) {
        rounds.ifPresent(r -> run.attempts.run("repair", () -> r.learn(x)));
    }

    @Override
    public Trace trace() {
        List<Trace.Polished> searches = new ArrayList<>();
        beside.ifPresent(searches::add);
        searches.addAll(search.account());
        return new Trace(reduction, run.rounds, searches, run.known());
    }

    @Override
    public List<Control> controls() {
        return rounds.map(Rounds::controls).orElse(List.of());
    }

    /**
     * What goes between the answer and the rounds, and the first of these.
     *
     * @param first the first solution
     */
    private boolean begin(Bits first) {
        begun = true;
        run.bound();
        if (isOver()) {
            return false;
        }
        Hints hints = run.hints(run.problem);
        run.listener.stage(RunStage.REDUCE, 0);
        Stopwatch watch = run.plan.whole().stopwatch();
        Bits greedy = hints == Hints.none() ? first : run.greedy(hints);
        run.offerUnsampled(greedy, Origin.CONSTRUCTION);
        run.hintSearch(hints);
        search.setHints(hints);
        if (run.isSearchedBeside()) {
            run.leaveSearchAlone(BesidePlan.Share.BEFORE_STAGES);
            if (isOver()) {
                return false;
            }
            searchAhead();
        }
        Reduced reduced = run.attempts.run(
                "reduce",
                () -> reduce(greedy),
                () -> Reducer.reduce(run.problem, ReduceOptions.defaults().withRules(), Deadline.never()));
        reduction = run.options.reduce().isOn()
                ? Optional.of(new Trace.Reduce(
                        run.problem.size(), reduced.freeVariables(), reduced.counts(), watch.seconds()))
                : Optional.empty();

        if (reduced.outcome() == Reduced.Outcome.NOTHING_BETTER) {
            run.incumbent.offer(greedy, Origin.REDUCTION);
            run.setInfeasible(!run.incumbent.isPresent());
            return false;
        }
        if (reduced.freeVariables() == 0) {
            run.offerUnsampled(reduced.lift(Bits.of(reduced.fixed())), Origin.REDUCTION);
        }
        return !isOver() && run.attempts.run("rounds", () -> beginRounds(reduced, hints), () -> false);
    }

    private boolean beginRounds(Reduced reduced, Hints hints) {
        Rounds all = Rounds.of(run, reduced, hints, search);
        rounds = Optional.of(all);
        return all.next();
    }

    /** No time is left for anything, and there is an answer. */
    private boolean isOver() {
        return run.incumbent.isPresent() && run.plan.whole().expired();
    }

    /**
     * A feasible solution before anything that takes long: the construction, proved optimal where a few nodes of branch
     * and bound do, else improved by the family's search.
     */
    private Bits answerFirst() {
        run.offerStart();
        Bits first = run.firstSolution();
        search.setStart(run.options.start().orElse(first));
        run.offerUnsampled(first, Origin.CONSTRUCTION);
        boolean beside = searches() && run.plan.isSearchedBeside();
        if (beside) {
            run.beginSearch(run.options.start().orElse(first));
        }
        run.branch(run.plan.settle(run.problem.size()));
        run.freeTree();
        run.leaveSearchAlone(BesidePlan.Share.BEFORE_BOUNDS);
        if (!beside) {
            searchAhead();
        }
        return first;
    }

    private boolean searches() {
        return run.options.repair().isOn() && run.options.polish().mode() != Polish.Mode.NONE;
    }

    /**
     * The family's search, until two slices in a row find nothing better; a few steps where they are counted. Beside
     * the search in a thread of its own a second one for a moment, which has nothing new for Java to compile, of which
     * the stages after it have much.
     */
    private void searchAhead() {
        if (!searches() || run.isProven() || !run.plan.searchesAhead()) {
            return;
        }
        run.listener.stage(RunStage.SEARCH, 0);
        long steps = run.options.timeLimit().isPresent() ? Long.MAX_VALUE : Polisher.steps(run.problem);
        int fruitless = 0;
        do {
            int improvements = run.incumbent.history().size();
            SearchLimit limit =
                    new SearchLimit(steps, run.plan.whole(), OptionalDouble.empty()).withPause(run.plan.searchAhead());
            run.attempts.run("search", () -> search.slice(TimeShares.Part.TABU, limit));
            fruitless = run.incumbent.history().size() > improvements ? 0 : fruitless + 1;
        } while (!run.isProven() && run.plan.searchesOnAhead(fruitless));
    }

    private Reduced reduce(Bits greedy) {
        ReduceOptions choice = ReduceOptions.defaults().withRelaxations(run.relaxations.linear());
        Verifier verifier = Verifier.of(run.problem);
        byte[] x = greedy.toArray();
        if (run.options.repair().isOn() && verifier.isFeasible(x)) {
            choice = choice.withIncumbent(slightlyWorse(verifier.objective(x)));
        }
        if (!run.options.reduce().isOn()) {
            choice = choice.withRules();
        }
        return Reducer.reduce(run.problem, choice, run.plan.reduce());
    }

    /** So that rules that keep only what is better than the incumbent keep what is as good as well. */
    private double slightlyWorse(double objective) {
        double step =
                run.problem.isObjectiveIntegral() ? 1 : 1e-6 * Math.abs(objective) + run.problem.objectiveRounding();
        return run.problem.sense() == Sense.MAXIMIZE ? objective - step : objective + step;
    }
}
