package org.shrinq.solver;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.qubo.run.Stopwatch;
import org.shrinq.repair.Construct;
import org.shrinq.repair.Repair;
import org.shrinq.repair.RepairMode;
import org.shrinq.repair.Repairs;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;

/**
 * What every kind of run works with: the problem, limits, random streams, the incumbent, the bounds, and the account.
 * One run, one thread.
 */
final class RunContext implements AutoCloseable {
    /** Attempts to find another solution, per solution that is wanted. */
    private static final int TRIES = 50;
    /** One variable in so many is flipped at most. */
    private static final int FEWEST_KEPT = 4;

    final Problem problem;
    final SolverOptions options;
    final RunListener listener;
    final RandomStreams streams;
    final TimePlan plan;
    final Incumbent incumbent;
    final Relaxations relaxations;
    final List<Trace.Round> rounds = new ArrayList<>();
    final Attempts attempts = new Attempts(rounds::isEmpty);
    private final BooleanSupplier cancelled;
    private boolean infeasible;
    private Optional<Trace.Known> known = Optional.empty();
    private Optional<BesideSearch> beside = Optional.empty();

    /**
     * @param listener hears objectives in the unit of the original
     * @param watch started when the run began, on {@code nanoClock}
     */
    RunContext(
            Problem problem,
            SolverOptions options,
            RunListener listener,
            UnitOfOriginal unit,
            BooleanSupplier cancelled,
            LongSupplier nanoClock,
            Stopwatch watch) {
        this.problem = problem;
        this.options = options;
        this.listener = unit.listener(new RunLog(problem.name(), new SafeListener(listener, attempts::listenerFailed)));
        this.cancelled = cancelled;
        this.streams = new RandomStreams(options.seed());
        this.plan = new TimePlan(options, ProblemSize.numbers(problem), nanoClock, watch, cancelled);
        this.incumbent = new Incumbent(problem, options.pool(), plan::seconds, this.listener::improved);
        this.relaxations = new Relaxations(problem, options, this.listener, plan::seconds);
    }

    /** Runs the relaxation bounds. */
    void bound() {
        listener.stage(RunStage.BOUNDS, 0);
        attempts.run("bounds", () -> relaxations.bound(isProven() ? plan.whole().withChecks(0) : plan.bounds()));
    }

    /** Multipliers for repair. */
    Hints hints(Problem of) {
        return attempts.run("multipliers", () -> relaxations.repairHints(of, plan.linearRelaxation()), Hints::none);
    }

    /**
     * A solution without the help of relaxations, in a moment; feasible for every named problem. Before it, a greedy
     * one that needs no tables, so that a large problem has an answer too.
     */
    Bits firstSolution() {
        if (!incumbent.isPresent()) {
            attempts.run(
                    "construction",
                    () -> Construct.atOnce(problem).ifPresent(x -> offerUnsampled(x, Origin.CONSTRUCTION)));
        }
        return attempts.run(
                "construction",
                () -> Construct.greedy(problem, Hints.none(), streams.stream("greedy"), plan::construct),
                () -> Bits.zeros(problem.size()));
    }

    /**
     * A first solution, as a rule; where its construction fails or a general model is hard, a point that is not
     * feasible.
     */
    Bits greedy(Hints hints) {
        return attempts.run(
                "construction",
                () -> Construct.greedy(problem, hints, streams.stream("greedy"), plan.whole()),
                () -> Bits.zeros(problem.size()));
    }

    /** A slice of branch and bound from the incumbent. */
    void branch(Deadline deadline) {
        attempts.run("branch and bound", () -> infeasible = relaxations.branch(incumbent, deadline));
    }

    /**
     * Runs a part with branch and bound in a thread of its own beside it, where one more is allowed; what that finds
     * is taken over at the end.
     */
    void besideBranch(Runnable part) {
        AtomicBoolean over = new AtomicBoolean();
        boolean begun = branching() == Branching.BESIDE
                && attempts.run(
                        "branch and bound",
                        () -> relaxations.beginBranch(incumbent, plan.whole().orWhen(over::get)),
                        () -> false);
        part.run();
        over.set(true);
        if (begun) {
            attempts.run("branch and bound", () -> {
                setInfeasible(relaxations.endBranch(incumbent));
            });
        }
    }

    /** Who goes on with branch and bound once rounds have begun. */
    enum Branching {
        /** Nobody. */
        NONE,
        /** The thread of the run, in turns with rounds. */
        TURNS,
        /** A thread of its own. */
        BESIDE,
        /** The thread of the search beside the run, in turns with that. */
        WITH_SEARCH
    }

    /** Who does. */
    Branching branching() {
        if (!relaxations.canBranch()) {
            return Branching.NONE;
        }
        if (beside.isPresent()) {
            return beside.get().branches()
                    ? Branching.WITH_SEARCH
                    : options.threads() > 2 ? Branching.BESIDE : Branching.TURNS;
        }
        return options.threads() > 1 ? Branching.BESIDE : Branching.TURNS;
    }

    /** Begins the search beside the run, from the incumbent, or from another start where there is none. */
    void beginSearch(Bits start) {
        beside = Optional.of(BesideSearch.begun(this, start));
    }

    /** Leaves the processors to the search beside the run, if there is one, until it has had its share. */
    void leaveSearchAlone(BesidePlan.Share share) {
        if (plan.takesAllProcessors() && plan.beside().waits(problem.size())) {
            beside.ifPresent(search -> search.leaveAlone(share));
        }
    }

    /** Leaves branch and bound to the search beside the run, where it is that one's matter. */
    void freeTree() {
        beside.ifPresent(BesideSearch::freeTree);
    }

    /** Hints for the search beside the run. */
    void hintSearch(Hints hints) {
        beside.ifPresent(search -> search.setHints(hints));
    }

    /** Whether the family's search goes on in a thread of its own. */
    boolean isSearchedBeside() {
        return beside.isPresent();
    }

    /** Ends the search beside the run, if there is one, and returns what it did. */
    Optional<Trace.Polished> endSearch() {
        if (beside.isEmpty()) {
            return Optional.empty();
        }
        BesideSearch search = beside.get();
        search.close();
        isProven(); // takes over what it has proved
        beside = Optional.empty();
        return attempts.run("search", () -> Optional.of(search.account()), Optional::empty);
    }

    /** True when a bound meets the incumbent. */
    boolean isProven() {
        beside.ifPresent(search -> {
            search.aim(relaxations.target());
            search.takeProofs();
        });
        boolean proven = relaxations.proves(incumbent);
        if (proven) {
            plan.proved();
        }
        return proven;
    }

    boolean isInfeasible() {
        return infeasible;
    }

    /** A stage has proved that there is no feasible solution, or that it was mistaken in this. */
    void setInfeasible(boolean proven) {
        infeasible = proven;
    }

    /** Offers a solution where solutions that no sample led to count, else only takes notice of it. */
    void offerUnsampled(Bits x, Origin origin) {
        if (options.repair().isOn()) {
            incumbent.offer(x, origin);
        } else {
            incumbent.note(x, origin);
        }
    }

    /** A circuit is about to run; what is known before the first one is kept. */
    void beforeCircuit(Optional<String> pool, OptionalDouble poolEnergy) {
        if (known.isEmpty()) {
            known = Optional.of(incumbent.known(pool, poolEnergy));
        }
    }

    /** What was known before the first circuit ran; where none has run, what is known now. */
    Trace.Known known() {
        return known.orElseGet(() -> incumbent.known(Optional.empty(), OptionalDouble.empty()));
    }

    @Override
    public void close() {
        beside.ifPresent(BesideSearch::close);
        relaxations.close();
    }

    /** The outcome as things stand. */
    Solution solution(Trace trace, List<Control> controls) {
        if (incumbent.good().isOn() && incumbent.isPresent()) {
            attempts.run("pool", this::fillPool);
        }
        return solutionSoFar(trace, controls);
    }

    /** The same, where the run goes on: nothing more is looked for. */
    Solution solutionSoFar(Trace trace, List<Control> controls) {
        Status status = isProven()
                ? Status.OPTIMAL
                : incumbent.isPresent() ? Status.FEASIBLE : infeasible ? Status.INFEASIBLE : Status.UNKNOWN;
        return new Solution(
                problem,
                status,
                incumbent.x(),
                incumbent.x().map(Verifier.of(problem)::verify),
                incumbent.x().map(incumbent.good()::select).orElse(List.of()),
                incumbent.origin(),
                relaxations.report(),
                trace,
                incumbent.history(),
                relaxations.history(),
                controls,
                attempts.failures(),
                options,
                stop(status),
                limitedBy(),
                plan.seconds(),
                List.of());
    }

    /**
     * Looks for more solutions around those that are known, until there are as many as wanted of as many objective
     * values.
     */
    private void fillPool() {
        List<Repair> repairs = List.of(
                Repairs.forProblem(problem, Hints.none(), RepairMode.IMPROVE),
                Repairs.forProblem(problem, Hints.none(), RepairMode.FEASIBLE_ONLY));
        SplittableRandom random = streams.stream("pool");
        SolutionPool good = incumbent.good();
        Deadline deadline = plan.whole();
        for (int k = 0; k < TRIES * options.pool() && good.levels() < options.pool() && !deadline.expired(); k++) {
            byte[] x = good.any(random).toArray();
            int flips = 1 + random.nextInt(Math.max(1, x.length / FEWEST_KEPT));
            for (int f = 0; f < flips; f++) {
                x[random.nextInt(x.length)] ^= 1;
            }
            incumbent.offer(Bits.of(x), Origin.SEARCH);
            if (repairs.get(k % repairs.size()).repairInPlace(x, random, deadline)) {
                incumbent.offer(Bits.of(x), Origin.SEARCH);
            }
        }
    }

    /** The first incumbent, where the caller gives a solution: as it is, or repaired. */
    void offerStart() {
        options.start()
                .ifPresent(start -> attempts.run("start", () -> {
                    if (!incumbent.offer(start, Origin.START)) {
                        byte[] x = start.toArray();
                        if (Repairs.forProblem(problem, Hints.none())
                                .repairInPlace(x, streams.stream("start"), plan.whole())) {
                            incumbent.offer(Bits.of(x), Origin.START);
                        }
                    }
                }));
    }

    /** What has cut any of it short so far. */
    Set<Solution.Limit> limitedBy() {
        Set<Solution.Limit> limits = EnumSet.noneOf(Solution.Limit.class);
        if (plan.isLimitedByTime()) {
            limits.add(Solution.Limit.TIME);
        }
        if (attempts.isOutOfMemory()) {
            limits.add(Solution.Limit.MEMORY);
        }
        return limits;
    }

    private Solution.Stop stop(Status status) {
        return switch (status) {
            case OPTIMAL -> Solution.Stop.OPTIMAL;
            case INFEASIBLE -> Solution.Stop.INFEASIBLE;
            case FEASIBLE, UNKNOWN ->
                cancelled.getAsBoolean()
                        ? Solution.Stop.CANCELLED
                        : plan.whole().expired() ? Solution.Stop.TIME : Solution.Stop.ROUNDS;
        };
    }
}
