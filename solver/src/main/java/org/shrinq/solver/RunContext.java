package org.shrinq.solver;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.qubo.run.Stopwatch;
import org.shrinq.repair.Construct;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;

/** What every kind of run works with: the problem, limits, random streams, the incumbent, the bounds, and the account. One run, one thread. */
final class RunContext {
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

    /** @param watch started when the run began, on {@code nanoClock} */
    RunContext(
            Problem problem,
            SolverOptions options,
            RunListener listener,
            BooleanSupplier cancelled,
            LongSupplier nanoClock,
            Stopwatch watch) {
        this.problem = problem;
        this.options = options;
        this.listener = new SafeListener(listener, attempts::listenerFailed);
        this.cancelled = cancelled;
        this.streams = new RandomStreams(options.seed());
        this.plan = new TimePlan(options, ProblemSize.numbers(problem), nanoClock, watch, cancelled);
        this.incumbent = new Incumbent(problem, plan::seconds, this.listener::improved);
        this.relaxations = new Relaxations(problem, options, this.listener);
    }

    /** Runs the relaxation bounds. */
    void bound() {
        listener.stage("bounds", 0);
        attempts.run("bounds", () -> relaxations.bound(isProven() ? plan.whole().withChecks(0) : plan.bounds()));
    }

    /** Multipliers for repair. */
    Hints hints(Problem of) {
        return attempts.run("multipliers", () -> relaxations.repairHints(of, plan.linearRelaxation()), Hints::none);
    }

    /** A solution without the help of relaxations, in a moment; feasible for every named problem. */
    Bits firstSolution() {
        return attempts.run(
                "construction",
                () -> Construct.greedy(problem, Hints.none(), streams.stream("greedy"), plan.construct()),
                () -> Bits.zeros(problem.size()));
    }

    /** A first solution, as a rule; where its construction fails or a general model is hard, a point that is not feasible. */
    Bits greedy(Hints hints) {
        return attempts.run(
                "construction",
                () -> Construct.greedy(problem, hints, streams.stream("greedy"), plan.whole()),
                () -> Bits.zeros(problem.size()));
    }

    /** Branch and bound from the incumbent, anew. */
    void branch(Deadline deadline) {
        attempts.run("branch and bound", () -> infeasible = relaxations.branch(incumbent, deadline));
    }

    /** True when a bound meets the incumbent. */
    boolean isProven() {
        return relaxations.proves(incumbent);
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

    /** The outcome as things stand. */
    Solution solution(Trace trace, List<Control> controls) {
        Status status = isProven()
                ? Status.OPTIMAL
                : incumbent.isPresent() ? Status.FEASIBLE : infeasible ? Status.INFEASIBLE : Status.UNKNOWN;
        return new Solution(
                problem,
                status,
                incumbent.x(),
                incumbent.x().map(Verifier.of(problem)::verify),
                incumbent.origin(),
                relaxations.report(),
                trace,
                incumbent.history(),
                controls,
                attempts.failures(),
                options,
                stop(status),
                limitedBy(),
                plan.seconds());
    }

    private Set<Solution.Limit> limitedBy() {
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
