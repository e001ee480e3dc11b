package org.shrinq.solver;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** How long a run works, with how many threads and members, and how many solutions it returns. Immutable. */
abstract class SolverLimits {
    final SolverDraft values;

    SolverLimits(SolverDraft values) {
        this.values = values;
    }

    /** The options with a change of a copy of their values. */
    abstract SolverOptions change(Consumer<SolverDraft> change);

    /** Most rounds; empty for five without a time limit and any number with one. */
    public OptionalInt rounds() {
        return values.rounds;
    }

    /** At least 1. */
    public SolverOptions withRounds(int value) {
        return change(d -> d.rounds = OptionalInt.of(OptionRange.rounds(value)));
    }

    /** As many rounds as the other limits allow; see {@link #rounds}. */
    public SolverOptions withAutomaticRounds() {
        return change(d -> d.rounds = OptionalInt.empty());
    }

    /**
     * Seconds for the whole run; empty for limits that are all counts, so that the same seed gives the same result on
     * any machine.
     */
    public OptionalDouble timeLimit() {
        return values.timeLimit;
    }

    /** Seconds, positive. */
    public SolverOptions withTimeLimit(double seconds) {
        return change(d -> d.timeLimit = OptionalDouble.of(OptionRange.seconds(seconds)));
    }

    /** No time limit set here; see {@link #timeLimit}. */
    public SolverOptions withAutomaticTimeLimit() {
        return change(d -> d.timeLimit = OptionalDouble.empty());
    }

    /** Most solutions that the run returns. */
    public int pool() {
        return values.pool;
    }

    /**
     * Returns up to so many different good solutions ({@link Solution#solutions}): the best of as many objective
     * values, diverse where there are several of one value. 1 to 1000.
     */
    public SolverOptions withPool(int value) {
        return change(d -> d.pool = OptionRange.pool(value));
    }

    /** Runs of the same problem that share what they find. */
    public int portfolio() {
        return values.portfolio;
    }

    /**
     * Solves by so many runs: one as the other options say, the others with seeds, correlations and thresholds of their
     * own. They share solutions and bounds where their rounds end, and a proof ends them all. {@link #chosenThreads} of
     * them run at a time, as many as there are processors where no number was chosen. 1 to 1024.
     */
    public SolverOptions withPortfolio(int value) {
        return change(d -> d.portfolio = OptionRange.members(value));
    }

    public long seed() {
        return values.seed;
    }

    public SolverOptions withSeed(long value) {
        return change(d -> d.seed = value);
    }

    /**
     * Most threads. Where no number was chosen: two with a time limit alone, as far as the machine has two processors,
     * so that a search goes on beside the stages of the run; else one. As long as limits are counts a result does not
     * depend on it.
     */
    public int threads() {
        return values.threads.orElseGet(values::automaticThreads);
    }

    /** The number that was chosen. */
    public OptionalInt chosenThreads() {
        return values.threads;
    }

    /** 1 to 1024. */
    public SolverOptions withThreads(int value) {
        return change(d -> d.threads = OptionalInt.of(OptionRange.threads(value)));
    }

    /** As many threads as the limits suggest: see {@link #threads}. */
    public SolverOptions withAutomaticThreads() {
        return change(d -> d.threads = OptionalInt.empty());
    }
}
