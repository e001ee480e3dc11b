package org.shrinq.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.relax.Bound;
import org.shrinq.relax.BoundKind;
import org.shrinq.relax.BoundReport;
import org.shrinq.relax.branch.BranchResult;
import org.shrinq.repair.Construct;
import org.shrinq.repair.Improvers;
import org.shrinq.repair.optaplanner.LocalSearch;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;
import org.shrinq.search.Improvement;
import org.shrinq.search.Improver;
import org.shrinq.search.SearchLimit;
import org.shrinq.shrink.reduce.ReduceOptions;
import org.shrinq.shrink.reduce.Reduced;
import org.shrinq.shrink.reduce.Reducer;

/**
 * One run: bounds, exact reductions, then rounds. The first round is the published pipeline on the whole problem; each later
 * one holds the incumbent and searches another neighbourhood of it. The incumbent is never lost. Used once.
 */
final class Pipeline {
    /** After so many failures something is thoroughly wrong, and more rounds will not help. */
    private static final int MOST_FAILURES = 3;
    /** Without a time limit or a number of rounds. */
    private static final int DEFAULT_ROUNDS = 5;

    private static final double DEFAULT_SECONDS = 8;
    /** Variables that a later round sets free, per qubit of the budget. */
    private static final int FREE_PER_QUBIT = 4;

    private final Problem problem;
    private final SolverOptions options;
    private final RunListener listener;
    private final BooleanSupplier cancelled;
    private final RandomStreams streams;
    private final Deadline deadline;
    /** The moment of {@link System#nanoTime} that the time limit and all seconds count from. */
    private final long start;

    private final Incumbent incumbent;
    private final Relaxations relaxations;
    private final List<Trace.Round> rounds = new ArrayList<>();
    private final Attempts attempts = new Attempts(rounds::isEmpty);
    private boolean infeasible;

    Pipeline(Problem problem, SolverOptions options, RunListener listener, BooleanSupplier cancelled, long start) {
        this.problem = problem;
        this.options = options;
        this.listener = new SafeListener(listener, attempts::listenerFailed);
        this.cancelled = cancelled;
        this.start = start;
        this.streams = new RandomStreams(options.seed());
        double seconds = options.timeLimit().orElse(options.rounds().isPresent() ? 1e10 : DEFAULT_SECONDS);
        this.deadline = Deadline.after(seconds - elapsed()).orWhen(cancelled);
        this.incumbent = new Incumbent(problem, this::elapsed, this.listener::improved);
        this.relaxations = new Relaxations(problem, options, this.listener);
    }

    private double elapsed() {
        return (System.nanoTime() - start) * 1e-9;
    }

    Solution run() {
        Optional<ExactSolver> complete = complete();
        listener.stage("bounds", 0);
        attempts.run("bounds", () -> relaxations.bound(share(0.15)));
        Hints hints = hints(problem);
        if (options.method().role() == Method.Role.SEARCH) {
            return search(hints);
        }
        if (complete.isPresent()) {
            return exact(complete.get(), hints);
        }
        listener.stage("reduce", 0);
        long reduceStart = System.nanoTime();
        Bits greedy = greedy(hints);
        Reduced reduced = attempts.run(
                "reduce",
                () -> reduce(greedy),
                () -> Reducer.reduce(problem, ReduceOptions.defaults().withRules(), Deadline.never()));
        Optional<Trace.Reduce> reduceTrace = options.reduce().isOn()
                ? Optional.of(new Trace.Reduce(
                        problem.size(),
                        reduced.freeVariables(),
                        reduced.counts(),
                        (System.nanoTime() - reduceStart) * 1e-9))
                : Optional.empty();

        Evaluator evaluator = new Evaluator(problem, hints, options);
        RoundRunner runner = new RoundRunner(options, reduced, evaluator, new Preparation(options, relaxations));
        List<Control> controls = List.of();
        if (reduced.outcome() == Reduced.Outcome.NOTHING_BETTER) {
            infeasible = !incumbent.offer(greedy, Origin.REDUCTION);
        } else {
            controls = attempts.run("rounds", () -> rounds(reduced, runner, evaluator), List::of);
        }
        if (options.repair().isOn()) {
            incumbent.offer(greedy, Origin.CONSTRUCTION);
        }
        return solution(new Trace(reduceTrace, rounds), controls);
    }

    private Hints hints(Problem of) {
        return attempts.run("multipliers", () -> relaxations.repairHints(of, share(0.1)), Hints::none);
    }

    /** A first solution, as a rule; where its construction fails or a general model is hard, a point that is not feasible. */
    private Bits greedy(Hints hints) {
        return attempts.run(
                "construction",
                () -> Construct.greedy(problem, hints, streams.stream("greedy"), deadline),
                () -> Bits.zeros(problem.size()));
    }

    /** A deadline that leaves the given share of the time limit, or of checks where time is not limited. */
    private Deadline share(double fraction) {
        return options.timeLimit().isPresent()
                ? deadline.within(fraction * options.timeLimit().getAsDouble())
                : deadline.within(2 * fraction * DEFAULT_SECONDS).withChecks((long) (fraction * 20_000));
    }

    private Reduced reduce(Bits greedy) {
        ReduceOptions choice = ReduceOptions.defaults().withRelaxations(relaxations.linear());
        Verifier verifier = Verifier.of(problem);
        byte[] x = greedy.toArray();
        if (options.repair().isOn() && verifier.isFeasible(x)) {
            choice = choice.withIncumbent(slightlyWorse(verifier.objective(x)));
        }
        if (!options.reduce().isOn()) {
            choice = choice.withRules();
        }
        return Reducer.reduce(problem, choice, share(0.1));
    }

    /** So that rules that keep only what is better than the incumbent keep what is as good as well. */
    private double slightlyWorse(double objective) {
        double step = problem.isObjectiveIntegral() ? 1 : 1e-6 * Math.max(1, Math.abs(objective));
        return problem.sense() == Sense.MAXIMIZE ? objective - step : objective + step;
    }

    private List<Control> rounds(Reduced reduced, RoundRunner runner, Evaluator evaluator) {
        int most = options.rounds().orElse(options.timeLimit().isPresent() ? Integer.MAX_VALUE : DEFAULT_ROUNDS);
        Hints hints = hints(reduced.problem());
        double[] doubt = attempts.run(
                "doubts",
                () -> relaxations.doubt(reduced.problem(), share(0.1)),
                () -> new double[reduced.problem().size()]);
        Workshop shop = new Workshop(
                reduced,
                runner,
                evaluator,
                new Neighborhood(reduced.problem(), reduced.fixed(), doubt),
                new InnerPool(reduced, incumbent, hints),
                new Polisher(reduced.problem(), hints, options));
        List<Control> controls = new ArrayList<>();
        long before = attempts.failedStages();
        for (int number = 1; number <= most && attempts.failedStages() - before < MOST_FAILURES; number++) {
            if (number > 1 && (deadline.expired() || infeasible || relaxations.proves(incumbent))) {
                break;
            }
            int round = number;
            attempts.run("round " + number, () -> round(round, shop, controls));
        }
        return controls;
    }

    /** What all rounds work with. */
    private record Workshop(
            Reduced reduced,
            RoundRunner runner,
            Evaluator evaluator,
            Neighborhood neighborhood,
            InnerPool inner,
            Polisher polisher) {}

    private void round(int number, Workshop shop, List<Control> controls) {
        long roundStart = System.nanoTime();
        listener.stage("round", number);
        RandomStreams random = streams.child("round", number);
        Subproblem subproblem = subproblem(number, shop, random.stream("neighborhood"));
        RoundRunner.Outcome outcome = shop.runner.run(subproblem, shop.inner.solutions(), random, deadline);
        outcome.result().raw().ifPresent(x -> incumbent.offer(x, origin(outcome)));
        outcome.result().repaired().ifPresent(x -> incumbent.offer(x, Origin.REPAIR));
        if (number == 1) {
            outcome.shortfall().ifPresent(what -> attempts.fellShort("round 1", what));
        }
        if (number == 1 && options.controls().isOn()) {
            listener.stage("controls", number);
            attempts.run(
                    "controls",
                    () -> controls.addAll(new Controls(shop.evaluator)
                            .run(
                                    outcome,
                                    (expansion, own) -> shop.runner.shots(expansion, own, deadline),
                                    streams.child("controls"),
                                    deadline)));
        }
        List<Trace.Polished> polish = new ArrayList<>();
        if (options.repair().isOn()) {
            attempts.run("repair", () -> shop.inner.learn(outcome.candidate(), random.stream("inner"), deadline));
            if (options.polish().mode() != Polish.Mode.NONE) {
                listener.stage("polish", number);
                double spent = (System.nanoTime() - roundStart) * 1e-9;
                attempts.run("polish", () -> polish.addAll(polish(shop, random, spent)));
                if (!relaxations.proves(incumbent)) {
                    attempts.run(
                            "own polish",
                            () -> shop.polisher
                                    .own(problem, incumbent, relaxations.target(), random, spent, deadline)
                                    .ifPresent(polish::add));
                }
            }
        }
        if (number == 1 && !relaxations.proves(incumbent)) {
            listener.stage("branch", 0);
            attempts.run("branch and bound", () -> infeasible = relaxations.branch(incumbent, share(0.2)));
        }
        Trace.Round round = new Trace.Round(
                number,
                subproblem.freeVariables(),
                outcome.encode(),
                outcome.shrink(),
                outcome.search(),
                outcome.result().account(),
                polish,
                incumbent.isPresent() ? OptionalDouble.of(incumbent.objective()) : OptionalDouble.empty(),
                (System.nanoTime() - roundStart) * 1e-9);
        rounds.add(round);
        listener.finished(round);
    }

    /** What decided the raw strings of a round: where no qubit is left, it was not the circuit. */
    private static Origin origin(RoundRunner.Outcome outcome) {
        if (outcome.search().qubits() > 0) {
            return Origin.SAMPLE;
        }
        return outcome.encode().variables() > 0 ? Origin.SHRINKING : Origin.REDUCTION;
    }

    private Subproblem subproblem(int number, Workshop shop, SplittableRandom random) {
        Reduced reduced = shop.reduced;
        List<Bits> solutions = shop.inner.solutions();
        if (number == 1 || solutions.isEmpty() || reduced.freeVariables() <= options.qubits()) {
            return Subproblem.whole(reduced.problem().model(), reduced.fixed());
        }
        int size = FREE_PER_QUBIT * options.qubits();
        byte[] outer = shop.neighborhood.choose(solutions.get(0), solutions, size, random);
        return Subproblem.around(reduced.problem().model(), outer, reduced.fixed());
    }

    private List<Trace.Polished> polish(Workshop shop, RandomStreams random, double spent) {
        List<Bits> solutions = shop.inner.solutions();
        if (solutions.isEmpty() || relaxations.proves(incumbent)) {
            return List.of();
        }
        OptionalDouble bound = relaxations.target();
        OptionalDouble target = bound.isPresent()
                ? OptionalDouble.of(bound.getAsDouble() - shop.reduced.offset())
                : OptionalDouble.empty();
        List<Trace.Polished> account =
                shop.polisher.polish(solutions.get(0), target, random, spent, deadline, shop.inner);
        if (account.stream().anyMatch(Trace.Polished::proven)) {
            relaxations.proved(incumbent);
        }
        return account;
    }

    private Solution search(Hints hints) {
        Bits greedy = greedy(hints);
        incumbent.offer(greedy, Origin.CONSTRUCTION);
        attempts.run("search", () -> improve(greedy, hints));
        if (!relaxations.proves(incumbent)) {
            attempts.run("branch and bound", () -> infeasible = relaxations.branch(incumbent, share(0.2)));
        }
        return solution(new Trace(Optional.empty(), List.of()), List.of());
    }

    private void improve(Bits greedy, Hints hints) {
        SearchLimit limit = new SearchLimit(
                options.timeLimit().isPresent() ? Long.MAX_VALUE : Polisher.steps(options.method(), problem),
                deadline,
                relaxations.target());
        Improver improver = options.method() == Method.LOCAL_SEARCH
                ? LocalSearch.of(problem, hints)
                : Improvers.tabu(problem, hints);
        Improvement found = improver.improve(greedy, streams.stream("search"), limit);
        incumbent.offer(found.solution(), Origin.SEARCH);
        if (found.isProvenOptimal()) {
            relaxations.proved(incumbent);
        }
    }

    private Optional<ExactSolver> complete() {
        if (options.method().role() != Method.Role.COMPLETE) {
            return Optional.empty();
        }
        String id = options.method().id();
        return Optional.of(ExactSolver.find(id)
                .orElseThrow(() -> new RefusedException("--method " + id
                        + " needs Google OR-Tools, which is not part of this jar. Build one with it: mvn -Pcp-sat -Dfast -DskipTests package"
                        + " (Linux on x86-64), or choose --method exact, which enumerates the shrunk problem.")));
    }

    private Solution exact(ExactSolver solver, Hints hints) {
        incumbent.offer(greedy(hints), Origin.CONSTRUCTION);
        listener.stage("search", 0);
        attempts.run("search", () -> {
            ExactSolver.Task task = new ExactSolver.Task(problem, incumbent.x(), options.seed(), options.threads());
            BranchResult result = solver.solve(task, deadline, x -> incumbent.offer(x, Origin.SEARCH));
            result.better().ifPresent(x -> incumbent.offer(x, Origin.SEARCH));
            infeasible = result.finished() && !incumbent.isPresent();
            if (incumbent.isPresent()) {
                relaxations.add(new Bound(BoundKind.CP_SAT, result.bound()));
            }
        });
        return solution(new Trace(Optional.empty(), List.of()), List.of());
    }

    private Solution solution(Trace trace, List<Control> controls) {
        boolean optimal = relaxations.proves(incumbent);
        Status status = optimal
                ? Status.OPTIMAL
                : incumbent.isPresent() ? Status.FEASIBLE : infeasible ? Status.INFEASIBLE : Status.UNKNOWN;
        BoundReport bound = relaxations.report();
        return new Solution(
                problem,
                status,
                incumbent.x(),
                incumbent.x().map(Verifier.of(problem)::verify),
                incumbent.origin(),
                bound,
                trace,
                incumbent.history(),
                controls,
                attempts.failures(),
                options,
                stop(status),
                elapsed());
    }

    private Solution.Stop stop(Status status) {
        return switch (status) {
            case OPTIMAL -> Solution.Stop.OPTIMAL;
            case INFEASIBLE -> Solution.Stop.INFEASIBLE;
            case FEASIBLE, UNKNOWN ->
                cancelled.getAsBoolean()
                        ? Solution.Stop.CANCELLED
                        : deadline.expired() ? Solution.Stop.TIME : Solution.Stop.ROUNDS;
        };
    }
}
