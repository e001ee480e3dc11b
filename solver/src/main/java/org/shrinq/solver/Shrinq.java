package org.shrinq.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.shrinq.quantum.CircuitMethod;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.InitialAngles;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.lightcone.ConeTooLargeException;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.problem.NormalForm;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.qubo.run.Stopwatch;
import org.shrinq.relax.BoundReport;
import org.shrinq.repair.Repair;
import org.shrinq.repair.RepairMode;
import org.shrinq.repair.Repairs;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;
import org.shrinq.shrink.Shrunk;
import org.shrinq.shrink.reduce.ReduceOptions;
import org.shrinq.shrink.reduce.Reducer;
import org.shrinq.solver.portfolio.PortfolioCrew;

/**
 * The entry point: {@code Shrinq.solve(problem)}, or {@code Shrinq.with(options).listener(…).run(problem)}. Immutable
 * and safe for use by several threads; every call of {@link #run(Problem, BooleanSupplier)} is a separate run on the
 * calling thread, with a search beside it where {@link SolverOptions#threads} allow.
 */
public final class Shrinq {
    private final SolverOptions options;
    private final RunListener listener;
    private final OptionalLong since;
    private final LongSupplier nanoClock;
    private final Optional<PortfolioCrew> crew;

    private Shrinq(
            SolverOptions options,
            RunListener listener,
            OptionalLong since,
            LongSupplier nanoClock,
            Optional<PortfolioCrew> crew) {
        this.options = options;
        this.listener = listener;
        this.since = since;
        this.nanoClock = nanoClock;
        this.crew = crew;
    }

    /** A run with {@link SolverOptions#defaults}. */
    public static Solution solve(Problem problem) {
        return with(SolverOptions.defaults()).run(problem);
    }

    public static Shrinq with(SolverOptions options) {
        return new Shrinq(options, RunListener.NONE, OptionalLong.empty(), System::nanoTime, Optional.empty());
    }

    /** The same solver with a listener instead of the present one. */
    public Shrinq listener(RunListener value) {
        return new Shrinq(options, value, since, nanoClock, crew);
    }

    /**
     * The same solver for one run whose time limit, and whose seconds, count from an earlier moment than the call of
     * {@link #run}: what the caller has spent on reading belongs to it.
     *
     * @param nanoTime a value of {@link System#nanoTime}, or of the {@link #clock} where there is another
     */
    public Shrinq since(long nanoTime) {
        return new Shrinq(options, listener, OptionalLong.of(nanoTime), nanoClock, crew);
    }

    /**
     * The same solver with another clock than {@link System#nanoTime} for the limits and seconds of {@link #run}: so
     * that tests need not wait.
     */
    public Shrinq clock(LongSupplier nanoClock) {
        return new Shrinq(options, listener, since, nanoClock, crew);
    }

    /**
     * The same solver for one run whose {@link SolverOptions#portfolio} others do, for example an engine with machines
     * of its own, instead of threads of this process. The run closes it. The account of stages is then empty: the crew
     * has it.
     */
    public Shrinq crew(PortfolioCrew value) {
        return new Shrinq(options, listener, since, nanoClock, Optional.of(value));
    }

    public SolverOptions options() {
        return options;
    }

    /**
     * Solves a problem. What is expected to happen, such as finding nothing feasible, is in the result. An interrupt of
     * the calling thread cancels the run, and is left set: {@code future.cancel(true)} of an executor ends a run that
     * it executes.
     *
     * @throws IllegalArgumentException for a problem without variables, and for a start of another size
     * @throws RefusedException when the options ask for what the problem does not have
     * @throws org.shrinq.qubo.encode.EncodingException when the encoding that the options ask for cannot express a
     *     constraint of the problem, such as slack bits for a row with fractions; found out in the first round
     * @throws org.shrinq.quantum.InsufficientMemoryException when the small problem does not fit the method
     */
    public Solution run(Problem problem) {
        return run(problem, () -> false);
    }

    /**
     * {@link #run(Problem)} until the signal turns true; then every stage ends with its best so far.
     *
     * @param cancelled asked often, from any thread of the run
     */
    public Solution run(Problem problem, BooleanSupplier cancelled) {
        requireVariables(problem);
        CodeUse.check(problem, options);
        options.start().filter(x -> x.size() != problem.size()).ifPresent(x -> {
            throw new IllegalArgumentException(
                    "the start has " + x.size() + " bits, the problem " + problem.size() + " variables");
        });
        Thread caller = Thread.currentThread();
        BooleanSupplier ended = () -> caller.isInterrupted() || cancelled.getAsBoolean();
        Stopwatch watch = Stopwatch.since(since.orElseGet(nanoClock::getAsLong), nanoClock);
        NormalForm normal = normalForm(problem);
        UnitOfOriginal unit = new UnitOfOriginal(normal);
        SolverOptions own = UnitOfOriginal.options(options, normal.unit());
        try (RunContext context = new RunContext(normal.problem(), own, listener, unit, ended, nanoClock, watch)) {
            Solution solution = options.portfolio() == 1
                    ? unit.solution(alone(context), options)
                    : new PortfolioRun(problem, options, unit, context, ended, crew(problem)).run();
            RunLog.ended(solution);
            return solution;
        }
    }

    private static Solution alone(RunContext context) {
        Run run = Run.of(context);
        run.all();
        return context.solution(run.trace(), run.controls());
    }

    private PortfolioCrew crew(Problem problem) {
        return crew.orElseGet(() -> new LocalCrew(problem, options, nanoClock));
    }

    private static void requireVariables(Problem problem) {
        if (problem.size() == 0) {
            throw new IllegalArgumentException(
                    "problem '" + problem.name() + "' has no variables, expected at least 1");
        }
    }

    private NormalForm normalForm(Problem problem) {
        return problem.withTolerance(options.feasibilityTolerance()).normalForm();
    }

    /**
     * The QUBO of a problem, without reductions or shrinking, in the unit of its normal form
     * ({@link Problem#normalForm}): the objective is ±{@code unit}·energy.
     *
     * @throws IllegalArgumentException for a problem without variables
     * @throws org.shrinq.qubo.encode.EncodingException when the encoding that the options ask for cannot express a
     *     constraint
     */
    public Encoding encode(Problem problem) {
        requireVariables(problem);
        NormalForm normal = normalForm(problem);
        return preparation(normal).encode(normal.problem().model(), deadline());
    }

    /**
     * Encodes and shrinks a problem without reducing it first, as the options say; without shrinking the log is empty.
     *
     * @throws IllegalArgumentException for a problem without variables
     * @throws org.shrinq.qubo.encode.EncodingException when the encoding that the options ask for cannot express a
     *     constraint
     */
    public SmallProblem prepare(Problem problem) {
        return prepareAll(problem).get(0);
    }

    /**
     * The first shrinking of a problem, followed by those that a round with several ({@link SolverOptions#shrinkings})
     * gives its shots to, itself among them; the first one stands alone where there is no other.
     *
     * @throws IllegalArgumentException for a problem without variables
     * @throws org.shrinq.qubo.encode.EncodingException when the encoding that the options ask for cannot express a
     *     constraint
     */
    public List<SmallProblem> prepareAll(Problem problem) {
        requireVariables(problem);
        CodeUse.check(problem, options);
        Deadline deadline = deadline();
        NormalForm normal = normalForm(problem);
        Preparation preparation = preparation(normal);
        Encoding encoding = preparation.encode(normal.problem().model(), deadline);
        byte[] free = new byte[problem.size()];
        Arrays.fill(free, (byte) -1);
        RandomStreams streams =
                new RandomStreams(options.seed()).child("round", 1).child("shrink");
        Subproblem whole = Subproblem.whole(normal.problem().model(), free);
        Shrinkings.Found found =
                preparation.shrink(whole, encoding, List.of(), options.qubits(), false, streams, deadline);
        List<SmallProblem> all = new ArrayList<>(List.of(new SmallProblem(problem, encoding, found.first())));
        if (found.all().size() > 1) {
            found.promising().forEach(a -> all.add(new SmallProblem(problem, encoding, a.shrunk())));
        }
        return all;
    }

    /**
     * Trains the circuit of the chosen method on a small problem; of more than 30 qubits on the light cones of its
     * terms, where the method can be. Where these are too large the angles of the linear ramp stay, so that nothing of
     * the state is simulated; its energy is unknown then.
     *
     * @throws IllegalArgumentException when the method has no circuit whose measured bits are the variables
     * @throws RefusedException when the small problem is in a code of permutations
     */
    public TrainedCircuit train(SmallProblem small) {
        small.shrunk().code().ifPresent(c -> CodeUse.checkCircuit(c.kind()));
        CircuitMethod circuits = options.circuit()
                .filter(CircuitMethod.class::isInstance)
                .map(CircuitMethod.class::cast)
                .orElseThrow(() -> new IllegalArgumentException(
                        options.methodId() + " has no circuit whose measured bits are the variables"));
        Problem problem = normalForm(small.problem()).problem();
        Expansion expansion = expansion(problem, small);
        Evaluator evaluator = new Evaluator(problem, Hints.none(), options);
        try {
            return train(small, circuits, expansion, evaluator, options.quantum());
        } catch (ConeTooLargeException | InsufficientMemoryException e) {
            if (options.quantum().evaluation() == Evaluation.LIGHT_CONE) {
                throw e;
            }
            RunLog.decided("init", "linear-ramp", "light cones are too large to train on");
            QuantumOptions untrained = options.quantum().withInit(InitialAngles.LINEAR_RAMP);
            return train(small, circuits, expansion, evaluator, untrained);
        }
    }

    private TrainedCircuit train(
            SmallProblem small,
            CircuitMethod circuits,
            Expansion expansion,
            Evaluator evaluator,
            QuantumOptions quantum) {
        // without a state: angles and energies alone
        QuantumTask task = new CircuitTask(options.withQuantum(quantum), circuits, evaluator, Evaluation.LIGHT_CONE)
                .of(expansion, List.of(), new RandomStreams(options.seed()).child("search"), deadline());
        QuantumRun run = circuits.run(task);
        return new TrainedCircuit(small, circuits.circuit(task, run.parameters()), run);
    }

    /**
     * Expands, verifies and repairs measured strings of a small problem.
     *
     * @param original the problem as it was given
     * @param samples strings of {@code shrunk} with counts
     */
    public Decoded decode(Problem original, Shrunk shrunk, SampleSet samples) {
        NormalForm normal = normalForm(original);
        Problem problem = normal.problem();
        Relaxations relaxations = new Relaxations(problem, options, listener);
        Evaluator evaluator = new Evaluator(problem, relaxations.repairHints(problem, deadline()), options);
        Function<Bits, Bits> expand = small -> {
            byte[] x = new byte[problem.size()];
            shrunk.expand(small.toArray(), x);
            return Bits.of(x);
        };
        RandomStreams streams = new RandomStreams(options.seed()).child("decode");
        Evaluator.Result result = evaluator.evaluate(samples, samples, expand, streams, deadline());
        Incumbent incumbent = new Incumbent(problem, 1, () -> 0, improvement -> {});
        result.raw().ifPresent(x -> incumbent.offer(x, Origin.SAMPLE));
        result.repaired().ifPresent(x -> incumbent.offer(x, Origin.REPAIR));
        return new Decoded(
                new UnitOfOriginal(normal).in(result.account()),
                incumbent.x(),
                incumbent.x().map(Verifier.of(normal.original())::verify));
    }

    /** A judge of single candidates, with the repair that {@link #decode} uses, whatever the options say of repair. */
    public Judge judge(Problem original) {
        NormalForm normal = normalForm(original);
        Relaxations relaxations = new Relaxations(normal.problem(), options, listener);
        Hints hints = relaxations.repairHints(normal.problem(), deadline());
        Repair repair = options.customRepair()
                .map(own -> Repairs.forProblem(normal.problem(), hints, RepairMode.IMPROVE, own))
                .orElseGet(() -> Repairs.forProblem(normal.problem(), hints, RepairMode.IMPROVE));
        return new Judge(normal, repair, new RandomStreams(options.seed()).child("judge"));
    }

    private static Expansion expansion(Problem problem, SmallProblem small) {
        byte[] free = new byte[problem.size()];
        Arrays.fill(free, (byte) -1);
        return new Expansion(
                small.encoding().form(),
                small.shrunk(),
                Subproblem.whole(problem.model(), free),
                Reducer.reduce(problem, ReduceOptions.defaults().withRules(), Deadline.never()));
    }

    /** The relaxation bounds of a problem, without branching. */
    public BoundReport bounds(Problem problem) {
        NormalForm normal = normalForm(problem);
        UnitOfOriginal unit = new UnitOfOriginal(normal);
        Relaxations relaxations = new Relaxations(normal.problem(), options, unit.listener(listener));
        relaxations.bound(TimePlan.boundsAlone(options));
        return unit.in(relaxations.report());
    }

    private Preparation preparation(NormalForm normal) {
        SolverOptions own = UnitOfOriginal.options(options, normal.unit());
        return new Preparation(own, new Relaxations(normal.problem(), own, listener));
    }

    private Deadline deadline() {
        return TimePlan.single(options);
    }

    /** Its options. */
    @Override
    public String toString() {
        return "Shrinq[" + options + "]";
    }
}
