package org.shrinq.solver;

import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.Stopwatch;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;
import org.shrinq.shrink.reduce.ReduceOptions;
import org.shrinq.shrink.reduce.Reduced;
import org.shrinq.shrink.reduce.Reducer;

/** The staged pipeline: bounds, exact reductions, then {@link Rounds rounds} of encoding, shrinking, circuit (or sampler) and repair. */
final class StagedRun implements Run {
    private final RunContext run;

    StagedRun(RunContext run) {
        this.run = run;
    }

    @Override
    public Solution run() {
        run.bound();
        Hints hints = run.hints(run.problem);
        run.listener.stage("reduce", 0);
        Stopwatch watch = run.plan.whole().stopwatch();
        Bits greedy = run.greedy(hints);
        Reduced reduced = run.attempts.run(
                "reduce",
                () -> reduce(greedy),
                () -> Reducer.reduce(run.problem, ReduceOptions.defaults().withRules(), Deadline.never()));
        Optional<Trace.Reduce> reduceTrace = run.options.reduce().isOn()
                ? Optional.of(new Trace.Reduce(
                        run.problem.size(), reduced.freeVariables(), reduced.counts(), watch.seconds()))
                : Optional.empty();

        List<Control> controls = List.of();
        if (reduced.outcome() == Reduced.Outcome.NOTHING_BETTER) {
            run.setInfeasible(!run.incumbent.offer(greedy, Origin.REDUCTION));
        } else {
            controls = run.attempts.run(
                    "rounds", () -> Rounds.of(run, reduced, hints).run(), List::of);
        }
        if (run.options.repair().isOn()) {
            run.incumbent.offer(greedy, Origin.CONSTRUCTION);
        }
        return run.solution(new Trace(reduceTrace, run.rounds), controls);
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
        double step = run.problem.isObjectiveIntegral() ? 1 : 1e-6 * Math.max(1, Math.abs(objective));
        return run.problem.sense() == Sense.MAXIMIZE ? objective - step : objective + step;
    }
}
