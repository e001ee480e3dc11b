package org.shrinq.solver;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.Stopwatch;

/**
 * Every limit of a run in one place: the whole, and what part of it each stage may take. Without a time limit all
 * limits are counts (of rounds, evaluations, steps, and of the questions that a stage asks its deadline), so that the
 * same seed gives the same result on any machine and under any load; a clock only ends what would go on for
 * {@link #SAFETY_SECONDS}, and the result says when it did. With a time limit, shares of stages before the rounds are
 * of the whole limit, those inside a round of the time that is left when they begin.
 */
final class TimePlan {
    /** Without a time limit or a number of rounds. */
    private static final int DEFAULT_ROUNDS = 5;
    /** Of a circuit that runs to be measured: the optimum has been proven before. */
    private static final int MEASURED_EVALUATIONS = 8;
    /**
     * And amplitudes in all of these evaluations, but two at least: loops that a cold virtual machine still interprets.
     */
    private static final long MEASURED_AMPLITUDES = 1 << 17;
    /** Of a time limit, for stages after a proof, at least. */
    private static final double MEASURED_SECONDS = 1;
    /** Rounds in a row without a better solution that end a run of that kind. */
    private static final int FRUITLESS_ROUNDS = 2;
    /** Far above what counts allow; only where neither a time limit nor a number of rounds is set. */
    static final double SAFETY_SECONDS = 120;
    /** For bounds alone, where no time limit is set. */
    private static final double BOUNDS_ALONE_SECONDS = 5;

    private static final double BOUNDS = 0.15;
    private static final double LINEAR_RELAXATION = 0.1;
    private static final double REDUCE = 0.1;
    private static final double BRANCH = 0.2;
    private static final double CONSTRUCT = 0.05;
    /**
     * A first solution may take so long whatever the limit: where reading, or the start of Java, has used it up, there
     * would be no answer.
     */
    private static final double LEAST_CONSTRUCT_SECONDS = 0.2;
    /** For a slice of the family's search before anything else, and for all of these at most. */
    private static final double SEARCH_AHEAD = 0.1;

    private static final double MOST_SEARCH_AHEAD = 0.6;
    /** Slices without gain in a row that end them. */
    private static final int FRUITLESS_SLICES = 2;
    /** Below such a limit, in which a first round would cost a search most of its gain, more is given to the search. */
    private static final double SHORT_SECONDS = 4;

    private static final double MOST_SEARCH_AHEAD_OF_SHORT = 0.8;
    private static final int FRUITLESS_SLICES_OF_SHORT = 5;
    /**
     * Of what is left for a slice where the problem's data are {@link #LARGE}, so that what follows would hardly begin.
     */
    private static final double SEARCH_AHEAD_OF_LARGE = 0.5;

    /** Numbers in the data of a problem that is large. */
    static final double LARGE = 2e5;
    /** Problems of at most so many variables are settled first, if a few nodes of branch and bound do. */
    static final int SETTLED_VARIABLES = 400;

    /** Nodes for that: more of the smallest, which cost least. */
    private static final int SETTLED_NODES = 200;

    private static final int MOST_SETTLED_NODES = 2_000;
    private static final int SETTLED_WORK = 1_250_000;
    /** Of a time limit, and at least. */
    private static final double SETTLED = 0.02;

    private static final double SETTLED_SECONDS = 0.1;
    /** Of a slice of a search beside the rounds: at first, and at most of what is left. */
    private static final double FIRST_SLICE = 0.04;

    private static final double SLICE_OF_LEFT = 0.5;
    /** Once nothing better was found for so much of the limit, branch and bound is given the rest. */
    private static final double STAGNATION = 0.25;

    private static final double REST = 0.8;
    /** Questions of a stage that had the whole run, where time is not limited and the problem is small. */
    private static final double CHECKS = 20_000;
    /** Numbers of the problem's data that such a stage may go over, once a question. */
    private static final double WORK = 2e8;

    /**
     * Most couplings of a whole problem that the first round encodes where the number of rounds is not given: beyond it
     * the first round is a neighbourhood as well, since writing the encoding out would take the time of what follows.
     */
    private static final double WHOLE_COUPLINGS = 2e6;

    private static final double COUPLINGS_PER_SECOND = 2.5e5;

    private static final double SHRINK_OF_LEFT = 0.25;
    private static final double SEARCH_OF_LEFT = 0.4;
    private static final double SEARCH_FIRST_OF_LEFT = 0.5;
    private static final double SHORTEST_POLISH_SECONDS = 0.2;

    private final SolverOptions options;
    private final Deadline whole;
    private final Stopwatch watch;
    private final LongSupplier nanoClock;
    private final BooleanSupplier cancelled;
    private final double checks;
    private final double size;
    private boolean safetyStruck;
    /** Seconds at which what follows a proof ends. */
    private volatile double measuredUntil = Double.POSITIVE_INFINITY;

    private volatile boolean measuredStruck;

    /** @param size numbers in the problem's data */
    TimePlan(SolverOptions options, double size, LongSupplier nanoClock, Stopwatch watch, BooleanSupplier cancelled) {
        this.options = options;
        this.watch = watch;
        this.nanoClock = nanoClock;
        this.cancelled = cancelled;
        this.size = size;
        this.checks = Math.min(CHECKS, WORK / Math.max(1, size));
        Deadline limit = options.timeLimit().isPresent()
                ? Deadline.after(options.timeLimit().getAsDouble() - watch.seconds(), nanoClock)
                : Deadline.never(nanoClock);
        this.whole = (isCounted() ? limit.orWhen(this::isUnsafe) : limit)
                .orWhen(cancelled)
                .orWhen(this::isMeasured);
    }

    private boolean isMeasured() {
        measuredStruck |= isProved() && watch.seconds() > measuredUntil;
        return measuredStruck;
    }

    /** Where neither a time limit nor a number of rounds is set. */
    private boolean isCounted() {
        return options.timeLimit().isEmpty() && options.rounds().isEmpty();
    }

    private boolean isUnsafe() {
        safetyStruck |= watch.seconds() > SAFETY_SECONDS;
        return safetyStruck;
    }

    /** Whether a clock has ended anything, so that the result depends on the machine and its load. */
    boolean isLimitedByTime() {
        return safetyStruck || measuredStruck || whole.hasStruck();
    }

    /** For one stage alone, which has all of the time limit from now on. */
    static Deadline single(SolverOptions options) {
        return Deadline.after(options.timeLimit().orElse(Double.POSITIVE_INFINITY));
    }

    /** For bounds alone. */
    static Deadline boundsAlone(SolverOptions options) {
        return single(options).within(BOUNDS_ALONE_SECONDS);
    }

    /** The whole run's. */
    Deadline whole() {
        return whole;
    }

    /** Since the run began. */
    double seconds() {
        return watch.seconds();
    }

    int rounds() {
        return options.rounds().orElse(options.timeLimit().isPresent() ? Integer.MAX_VALUE : DEFAULT_ROUNDS);
    }

    /** Whether a run whose rounds are counted by default has tried long enough. */
    boolean isFruitless(int roundsWithoutGain) {
        return isCounted() && roundsWithoutGain >= FRUITLESS_ROUNDS;
    }

    /**
     * Most evaluations of a training: as many as the options say, or a few where the optimum was proven before and
     * nothing about the run was chosen that says that the circuit is to be studied (rounds, controls, another number of
     * evaluations).
     */
    int evaluations(boolean proven, int qubits) {
        int most = options.quantum().maxEvaluations();
        long few = Math.max(2, Math.min(MEASURED_EVALUATIONS, MEASURED_AMPLITUDES >> Math.min(62, qubits)));
        return proven && !isStudied() ? (int) Math.min(most, few) : most;
    }

    private boolean isStudied() {
        return options.rounds().isPresent()
                || options.controls().isOn()
                || options.quantum().maxEvaluations()
                        != QuantumOptions.defaults().maxEvaluations();
    }

    /**
     * The optimum is proven: of a time limit alone as much as the proof has taken goes to what is left to be measured,
     * so that nobody waits for it. For any thread.
     */
    void proved() {
        if (!isProved() && options.timeLimit().isPresent() && !isStudied()) {
            double now = watch.seconds();
            measuredUntil = now + Math.max(MEASURED_SECONDS, now);
        }
    }

    /** Over as soon as there is a proof. */
    Deadline bounds() {
        return share(BOUNDS).orWhen(this::isProved);
    }

    /** Over as soon as there is a proof. */
    Deadline linearRelaxation() {
        return share(LINEAR_RELAXATION).orWhen(this::isProved);
    }

    private boolean isProved() {
        return measuredUntil < Double.POSITIVE_INFINITY;
    }

    Deadline reduce() {
        return share(REDUCE);
    }

    Deadline branch() {
        return share(BRANCH);
    }

    /** For the first solution of all, which has its time even where none is left of any limit. */
    Deadline construct() {
        if (whole.remainingSeconds() < LEAST_CONSTRUCT_SECONDS) {
            return Deadline.after(LEAST_CONSTRUCT_SECONDS, nanoClock).orWhen(cancelled);
        }
        return options.timeLimit().isEmpty()
                ? whole
                : whole.within(Math.max(
                        LEAST_CONSTRUCT_SECONDS, CONSTRUCT * options.timeLimit().getAsDouble()));
    }

    /** For settling a small problem at once; nothing for a large one. */
    Deadline settle(int variables) {
        if (options.timeLimit().isEmpty() || variables > SETTLED_VARIABLES) {
            int nodes = Math.max(
                    SETTLED_NODES, Math.min(MOST_SETTLED_NODES, SETTLED_WORK / Math.max(1, variables * variables)));
            return whole.withChecks(variables > SETTLED_VARIABLES ? 0 : nodes);
        }
        return whole.within(
                Math.max(SETTLED_SECONDS, SETTLED * options.timeLimit().getAsDouble()));
    }

    /** For a slice of the family's search before all other stages; without a time limit its steps are counted. */
    Deadline searchAhead() {
        if (isSearchedBeside()) {
            return beside().ahead(whole);
        }
        return options.timeLimit().isPresent()
                ? whole.within(Math.max(
                        SEARCH_AHEAD * options.timeLimit().getAsDouble(),
                        size > LARGE ? SEARCH_AHEAD_OF_LARGE * whole.remainingSeconds() : 0))
                : whole;
    }

    /** Whether there is one. */
    boolean searchesAhead() {
        return !isSearchedBeside() || beside().searchesAhead();
    }

    /** Whether another slice of that kind follows. */
    boolean searchesOnAhead(int fruitlessSlices) {
        double limit = options.timeLimit().orElse(0);
        if (isSearchedBeside()) {
            return beside().searchesOnAhead(fruitlessSlices, watch.seconds());
        }
        boolean isShort = isShared() && limit < SHORT_SECONDS;
        return limit > 0
                && fruitlessSlices < (isShort ? FRUITLESS_SLICES_OF_SHORT : FRUITLESS_SLICES)
                && watch.seconds() + SEARCH_AHEAD * limit
                        <= (isShort ? MOST_SEARCH_AHEAD_OF_SHORT : MOST_SEARCH_AHEAD) * limit;
    }

    /** For the first part of a search that runs alone, before bounds. */
    Deadline searchFirst() {
        return ofLeft(SEARCH_FIRST_OF_LEFT);
    }

    /** Whether what the rounds leave is shared out in slices: where time alone is limited. */
    boolean isShared() {
        return options.timeLimit().isPresent() && options.rounds().isEmpty();
    }

    /** Whether the family's search goes on in its own thread from the first solution on. */
    boolean isSearchedBeside() {
        return isShared() && options.threads() > 1;
    }

    /** Whether no processor is left for Java's compilers once all threads of the run work. */
    boolean takesAllProcessors() {
        return Runtime.getRuntime().availableProcessors() <= options.threads();
    }

    /** Whether a second search takes turns with the rounds beside that one. */
    boolean searchesTwice() {
        return beside().searchesTwice();
    }

    /** The limits of that search, and of a second one. */
    BesidePlan beside() {
        return new BesidePlan(options.timeLimit().orElse(SAFETY_SECONDS), size);
    }

    /** Seconds after which the credit of a part has faded. */
    double horizon() {
        return STAGNATION * options.timeLimit().orElse(SAFETY_SECONDS);
    }

    /**
     * For a slice of a part beside the rounds.
     *
     * @param number of slices that the part has had without gain: each is twice as long as the one before
     */
    Deadline slice(int number) {
        double limit = options.timeLimit().orElse(SAFETY_SECONDS);
        double seconds = FIRST_SLICE * limit * Math.scalb(1.0, Math.min(number, 10));
        return whole.within(Math.min(seconds, SLICE_OF_LEFT * whole.remainingSeconds()));
    }

    /**
     * Whether such a slice of a search may end between two steps only, so that the next one goes on as if it had not
     * ended.
     */
    boolean pausesBetweenSteps() {
        return size <= LARGE;
    }

    /**
     * For a slice of branch and bound: most of what is left once searching has brought nothing for long.
     *
     * @param idleSeconds since the last better solution
     */
    Deadline branchSlice(int number, double idleSeconds) {
        return idleSeconds > STAGNATION * options.timeLimit().orElse(SAFETY_SECONDS)
                ? whole.within(REST * whole.remainingSeconds())
                : slice(number);
    }

    private Deadline share(double fraction) {
        return options.timeLimit().isPresent()
                ? whole.within(fraction * options.timeLimit().getAsDouble())
                : whole.withChecks((long) Math.ceil(fraction * checks));
    }

    /** Couplings of an encoding that is written out in one piece: fewer where little time is left. */
    double wholeCouplings() {
        return options.timeLimit().isPresent()
                ? Math.min(WHOLE_COUPLINGS, COUPLINGS_PER_SECOND * whole.remainingSeconds())
                : WHOLE_COUPLINGS;
    }

    Deadline shrink() {
        return ofLeft(SHRINK_OF_LEFT);
    }

    Deadline search() {
        return ofLeft(SEARCH_OF_LEFT);
    }

    /** So that no stage of a round uses up the time of those after it. */
    private Deadline ofLeft(double share) {
        double left = Math.min(whole.remainingSeconds(), measuredUntil - watch.seconds());
        return whole.hasTimeLimit() ? whole.within(share * Math.max(0, left)) : whole;
    }

    /**
     * For one engine of a polish; empty where its steps are counted.
     *
     * @param share the engine's part of the polish
     * @param roundSeconds what the round has taken so far: polishing takes as long where time is limited
     */
    Optional<Deadline> polish(double share, double roundSeconds) {
        if (options.polish().mode() == Polish.Mode.SECONDS) {
            return Optional.of(whole.within(share * options.polish().seconds()));
        }
        return options.timeLimit().isPresent()
                ? Optional.of(whole.within(share * Math.max(SHORTEST_POLISH_SECONDS, roundSeconds)))
                : Optional.empty();
    }
}
