package org.shrinq.solver;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.qubo.run.Stopwatch;
import org.shrinq.search.Hints;
import org.shrinq.search.SearchLimit;
import org.shrinq.shrink.Shrunk;
import org.shrinq.shrink.reduce.Reduced;
import org.shrinq.solver.TimeShares.Part;

/**
 * The rounds of a staged run. The first is the published pipeline on the whole reduced problem; each later one holds
 * the incumbent and searches another neighbourhood of it, as in large-neighbourhood search. The incumbent is never
 * lost. Used once.
 */
final class Rounds {
    /** After so many failures something is thoroughly wrong, and more rounds will not help. */
    private static final int MOST_FAILURES = 3;
    /** Variables that a later round sets free, per qubit of the budget. */
    private static final int FREE_PER_QUBIT = 4;
    /**
     * Of more variables the first round takes a neighbourhood, like all others: so many steps of shrinking, each
     * weighed against others, are not made in seconds.
     */
    private static final int WHOLE_VARIABLES = 10_000;
    /** Strings of a round that are looked at for a pool of solutions. */
    private static final int MOST_POOLED = 1024;
    /** Seconds that a slice counts for at least, so that one which ends at once does not come again and again. */
    private static final double SHORTEST_SLICE = 0.005;
    /** Of a time limit, that a step takes at least. */
    private static final double STEP = 1.0 / 64;

    private final RunContext run;
    private final Reduced reduced;
    private final Evaluator evaluator;
    private final RoundRunner runner;
    private final NeighborhoodChoice neighborhood;
    private final InnerPool inner;
    private final Polisher polisher;
    private final WholeSearch search;
    private final boolean isLarge;
    private final List<Control> controls = new ArrayList<>();
    private final TimeShares shares;
    private final Map<Part, Integer> fruitlessSlices = new EnumMap<>(Part.class);
    private final long failuresBefore;
    private int number;
    private int fruitless;

    private Rounds(
            RunContext run,
            Reduced reduced,
            Evaluator evaluator,
            NeighborhoodChoice neighborhood,
            InnerPool inner,
            Polisher polisher,
            WholeSearch search) {
        this.run = run;
        this.reduced = reduced;
        this.evaluator = evaluator;
        this.runner = new RoundRunner(
                run.isSearchedBeside() ? run.options.withThreads(Math.max(1, run.options.threads() - 1)) : run.options,
                run.plan,
                reduced,
                evaluator,
                new Preparation(run.options, run.relaxations),
                run::isProven);
        this.neighborhood = neighborhood;
        this.inner = inner;
        this.polisher = polisher;
        this.isLarge = run.options.rounds().isEmpty()
                && (reduced.freeVariables() > WHOLE_VARIABLES
                        || ProblemSize.encodedCouplings(reduced.problem().model()) > run.plan.wholeCouplings());
        this.search = search;
        this.shares = new TimeShares(run.plan.horizon());
        this.failuresBefore = run.attempts.failedStages();
    }

    /**
     * Rounds on a reduced problem.
     *
     * @param hints for the repair of candidates of the original problem
     * @param search on the original problem, which goes on beside the rounds where time alone is limited
     */
    static Rounds of(RunContext run, Reduced reduced, Hints hints, WholeSearch search) {
        Evaluator evaluator = new Evaluator(run.problem, hints, run.options);
        Hints innerHints = run.hints(reduced.problem());
        double[] uncertainty = run.attempts.run(
                "uncertainty",
                () -> run.relaxations.uncertainty(reduced.problem(), run.plan.linearRelaxation()),
                () -> new double[reduced.problem().size()]);
        return new Rounds(
                run,
                reduced,
                evaluator,
                NeighborhoodChoice.of(reduced.problem(), reduced.fixed(), uncertainty),
                new InnerPool(reduced, run.incumbent, innerHints),
                new Polisher(reduced.problem(), innerHints, run.options, run.plan),
                search);
    }

    /**
     * Goes on: by one round where rounds are counted; by some time, shared with searches and branch and bound, where
     * time alone is limited. Returns false once nothing is left to do.
     */
    boolean next() {
        if (number > 0) {
            if (run.plan.isShared()) {
                share();
            } else {
                fruitless = attempt() ? 0 : fruitless + 1;
            }
        } else if (!(run.plan.whole().expired() && run.incumbent.isPresent())) {
            first();
        }
        return !isOver() && (run.plan.isShared() || number < run.plan.rounds() && !run.plan.isFruitless(fruitless));
    }

    /** The controls of the first round. */
    List<Control> controls() {
        return List.copyOf(controls);
    }

    /**
     * Takes in a better solution of the original problem, from elsewhere: rounds that go by what they gain begin to
     * count again.
     */
    void learn(Bits x) {
        fruitless = 0;
        if (x.size() == reduced.problem().size()) {
            byte[] fixed = reduced.fixed();
            byte[] start = x.toArray();
            for (int i = 0; i < start.length; i++) {
                start[i] = fixed[i] < 0 ? start[i] : fixed[i];
            }
            inner.learn(
                    Bits.of(start),
                    Origin.MEMBER,
                    run.streams.child("learned", number).stream("repair"),
                    run.plan.whole());
        }
    }

    private void first() {
        double before = run.plan.seconds();
        if (run.plan.isShared()) {
            run.besideBranch(this::attempt);
        } else {
            attempt();
        }
        shares.record(Part.ROUND, run.plan.seconds() - before, false);
        shares.record(Part.TABU, search.seconds(), false);
    }

    private boolean isOver() {
        return run.attempts.failedStages() - failuresBefore >= MOST_FAILURES
                || run.plan.whole().expired()
                || run.isInfeasible()
                || run.isProven();
    }

    /** Returns whether the round found something better. */
    private boolean attempt() {
        number++;
        int improvements = run.incumbent.offered();
        run.attempts.run("round " + number, this::round);
        return run.incumbent.offered() > improvements;
    }

    /** Rounds, searches and branch and bound share a stretch of the time by what each of them earns. */
    private void share() {
        double end = run.plan.seconds() + STEP * run.options.timeLimit().orElse(0);
        Set<Part> parts = parts();
        do {
            Part part = shares.next(parts);
            Stopwatch watch = run.plan.whole().stopwatch();
            int improvements = run.incumbent.offered();
            int before = fruitlessSlices.getOrDefault(part, 0);
            switch (part) {
                case ROUND -> run.besideBranch(this::attempt);
                case TABU, LOCAL_SEARCH -> run.besideBranch(() -> slice(part, before));
                case BRANCH -> {
                    run.listener.stage(RunStage.BRANCH, 0);
                    run.branch(run.plan.branchSlice(before, run.incumbent.idleSeconds()));
                }
            }
            boolean better = run.incumbent.offered() > improvements;
            fruitlessSlices.put(part, better ? 0 : before + 1);
            shares.record(part, Math.max(SHORTEST_SLICE, watch.seconds()), better);
        } while (!isOver() && run.plan.seconds() < end);
    }

    private Set<Part> parts() {
        Set<Part> parts = EnumSet.of(Part.ROUND);
        if (run.options.repair().isOn() && run.options.polish().mode() != Polish.Mode.NONE) {
            parts.add(Part.LOCAL_SEARCH);
            if (!run.isSearchedBeside() || run.plan.searchesTwice()) {
                parts.add(Part.TABU);
            }
        }
        if (run.branching() == RunContext.Branching.TURNS) {
            parts.add(Part.BRANCH);
        }
        return parts;
    }

    private void slice(Part part, int number) {
        run.listener.stage(RunStage.SEARCH, 0);
        Deadline slice = run.plan.slice(number);
        SearchLimit limit = part == Part.TABU && run.plan.pausesBetweenSteps()
                ? SearchLimit.until(run.plan.whole()).withPause(slice)
                : SearchLimit.until(slice);
        run.attempts.run("search", () -> search.slice(part, limit));
    }

    private void round() {
        Stopwatch watch = run.plan.whole().stopwatch();
        run.listener.stage(RunStage.ROUND, number);
        RandomStreams random = run.streams.child("round", number);
        Subproblem subproblem = subproblem(number, random.stream("neighborhood"));
        RoundRunner.Outcome outcome = runner.run(
                subproblem,
                number == 1 ? List.of() : inner.solutions(),
                run.options.qubitsOf(number),
                random,
                e -> beforeCircuit(e, random));
        outcome.result().raw().ifPresent(x -> run.incumbent.offer(x, origin(outcome)));
        outcome.result().repaired().ifPresent(x -> run.incumbent.offer(x, Origin.REPAIR));
        for (RoundRunner.Other other : outcome.others()) {
            Origin raw = other.expansion().qubo().size() > 0 ? Origin.SAMPLE : Origin.SHRINKING;
            other.result().raw().ifPresent(x -> run.incumbent.offer(x, raw));
            other.result().repaired().ifPresent(x -> run.incumbent.offer(x, Origin.REPAIR));
        }
        if (run.incumbent.good().isOn()) {
            outcome.candidates().samples().stream()
                    .limit(MOST_POOLED)
                    .forEach(s -> run.incumbent.offer(outcome.expansion().expand(s.bits()), origin(outcome)));
        }
        if (number == 1) {
            outcome.shortfall().ifPresent(what -> run.attempts.fellShort("round 1", what));
        }
        if (number == 1 && run.options.controls().isOn()) {
            run.listener.stage(RunStage.CONTROLS, number);
            run.attempts.run("controls", () -> controls(outcome));
        }
        // before the polish, which has nothing to do, nor OptaPlanner to load, where it proves the incumbent
        if (number == 1 && !run.isProven() && !run.plan.isShared()) {
            run.listener.stage(RunStage.BRANCH, 0);
            run.branch(run.plan.branch());
        }
        List<Trace.Polished> polish = run.options.repair().isOn() ? improve(number, outcome, random, watch) : List.of();
        Trace.Round round = new Trace.Round(
                number,
                subproblem.freeVariables(),
                outcome.encode(),
                outcome.shrink(),
                outcome.search(),
                outcome.result().account(),
                polish,
                run.incumbent.isPresent() ? OptionalDouble.of(run.incumbent.objective()) : OptionalDouble.empty(),
                watch.seconds());
        run.rounds.add(round);
        run.listener.finished(round);
    }

    /** What shrinking looked at is known before the circuit runs, so that the credit is not the circuit's. */
    private void beforeCircuit(Expansion expansion, RandomStreams random) {
        Shrunk.Seen seen = expansion.shrunk().seen();
        run.attempts.run("pool", () -> {
            List<Bits> candidates =
                    seen.states().stream().map(expansion::liftState).toList();
            evaluator
                    .repaired(candidates, random.child("pool"), run.plan.whole())
                    .forEach(x -> run.offerUnsampled(x, Origin.POOL));
        });
        run.beforeCircuit(
                seen.by().filter(by -> !seen.states().isEmpty()),
                seen.states().isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                expansion.form().energy(seen.states().get(0).toArray())));
    }

    private void controls(RoundRunner.Outcome outcome) {
        controls.addAll(
                new Controls(evaluator).run(outcome, runner::shots, run.streams.child("controls"), run.plan.whole()));
    }

    /** What decided the raw strings of a round: where no qubit is left, it was not the circuit. */
    private static Origin origin(RoundRunner.Outcome outcome) {
        if (outcome.search().qubits() > 0) {
            return Origin.SAMPLE;
        }
        return outcome.encode().variables() > 0 ? Origin.SHRINKING : Origin.REDUCTION;
    }

    private Subproblem subproblem(int number, SplittableRandom random) {
        if (isLarge && inner.solutions().isEmpty()) {
            run.attempts.run(
                    "repair", () -> inner.learn(start(), Origin.CONSTRUCTION, random.split(), run.plan.whole()));
        }
        List<Bits> solutions = inner.solutions();
        if ((number == 1 && !isLarge)
                || solutions.isEmpty()
                || reduced.freeVariables() <= run.options.qubitsOf(number)) {
            return Subproblem.whole(reduced.problem().model(), reduced.fixed());
        }
        int size = FREE_PER_QUBIT * run.options.qubitsOf(number);
        byte[] outer = neighborhood.choose(solutions.get(0), solutions, size, random);
        return Subproblem.around(reduced.problem().model(), outer, reduced.fixed());
    }

    private Bits start() {
        return Bits.zeros(reduced.problem().size());
    }

    /**
     * Takes the round's best string into the pool, then polishes the best solution; returns the account of the polish.
     */
    private List<Trace.Polished> improve(
            int number, RoundRunner.Outcome outcome, RandomStreams random, Stopwatch watch) {
        List<Trace.Polished> polish = new ArrayList<>();
        run.attempts.run(
                "repair",
                () -> inner.learn(outcome.candidate(), Origin.REPAIR, random.stream("inner"), run.plan.whole()));
        if (run.options.polish().mode() != Polish.Mode.NONE) {
            run.listener.stage(RunStage.POLISH, number);
            double spent = watch.seconds();
            run.attempts.run("polish", () -> polish.addAll(polish(random, spent)));
            if (!run.isProven()) {
                run.attempts.run(
                        "custom polish",
                        () -> polisher.own(run.problem, run.incumbent, run.relaxations.target(), random, spent)
                                .ifPresent(polish::add));
            }
        }
        return polish;
    }

    private List<Trace.Polished> polish(RandomStreams random, double spent) {
        List<Bits> solutions = inner.solutions();
        if (solutions.isEmpty() || run.isProven()) {
            return List.of();
        }
        OptionalDouble bound = run.relaxations.target();
        OptionalDouble target =
                bound.isPresent() ? OptionalDouble.of(bound.getAsDouble() - reduced.offset()) : OptionalDouble.empty();
        List<Trace.Polished> account = polisher.polish(solutions.get(0), target, random, spent, inner);
        if (account.stream().anyMatch(Trace.Polished::proven)) {
            run.relaxations.proved(run.incumbent);
        }
        double fixed = reduced.offset();
        return account.stream()
                .map(p ->
                        new Trace.Polished(p.engine(), p.before() + fixed, p.after() + fixed, p.proven(), p.seconds()))
                .toList();
    }
}
