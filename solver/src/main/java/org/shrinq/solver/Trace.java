package org.shrinq.solver;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.encode.PenaltyReport;
import org.shrinq.qubo.text.Brief;
import org.shrinq.relax.Bound;
import org.shrinq.repair.Repaired;
import org.shrinq.repair.verify.SampleStatistics;
import org.shrinq.shrink.Shrunk;
import org.shrinq.shrink.reduce.ReductionRule;

/**
 * What every stage of a run received and returned, in the order of the pipeline. Objectives are in the problem's own
 * sense.
 *
 * @param reduce exact reductions, when they ran
 * @param rounds one per round
 * @param searches what each search on the whole problem did before and beside the rounds
 * @param known what was known before the first circuit ran; all that is known where none ran
 */
public record Trace(Optional<Reduce> reduce, List<Round> rounds, List<Polished> searches, Known known) {
    public Trace {
        rounds = List.copyOf(rounds);
        searches = List.copyOf(searches);
    }

    /** "3 rounds, 2 searches, 14 to 11 variables". */
    @Override
    public String toString() {
        return rounds.size()
                + (rounds.size() == 1 ? " round, " : " rounds, ")
                + searches.size()
                + (searches.size() == 1 ? " search" : " searches")
                + reduce.map(r -> ", " + r.variablesBefore() + " to " + r.variablesAfter() + " variables")
                        .orElse("");
    }

    /** Of a run without stages. */
    /** Of a run on the whole problem, without stages. */
    static Trace whole(Known known) {
        return new Trace(Optional.empty(), List.of(), List.of(), known);
    }

    /**
     * What was known before the first circuit (or sampler) ran; all that is known where none ran.
     *
     * @param objectives the best that each stage had, in the order of {@link Origin}; those of infeasible candidates
     *     are left out
     * @param first the stage that had the best of all first
     * @param pool what evaluated the pool of the correlations, such as "annealing", where there was one
     * @param poolEnergy lowest energy of that pool in the QUBO, on the scale of the {@link Search#bestEnergy}
     */
    public record Known(
            Map<Origin, Double> objectives, Optional<Origin> first, Optional<String> pool, OptionalDouble poolEnergy) {
        public Known {
            objectives = Collections.unmodifiableMap(new TreeMap<>(objectives));
        }

        /** What a stage had. */
        public OptionalDouble of(Origin origin) {
            Double value = objectives.get(origin);
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
        }

        /** The best of all. */
        public OptionalDouble best() {
            return first.isPresent() ? of(first.get()) : OptionalDouble.empty();
        }

        /**
         * Who had the best of all first, in a sentence: "the greedy construction", "annealing"; empty where nobody had
         * any.
         */
        public String holder() {
            return first.map(o -> o == Origin.POOL ? pool.orElse(o.words()) : o.words())
                    .orElse("");
        }

        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /**
     * Exact reductions.
     *
     * @param rules how often each rule applied
     */
    public record Reduce(int variablesBefore, int variablesAfter, Map<ReductionRule, Integer> rules, double seconds) {
        public Reduce {
            rules = Map.copyOf(rules);
        }

        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /**
     * The encoding of a round's subproblem.
     *
     * @param variables variables of the QUBO, slack included
     * @param slack slack variables
     * @param couplings couplings of the QUBO
     */
    public record Encode(
            int variables, int slack, long couplings, String inequality, PenaltyReport report, double seconds) {
        /** Share of the possible couplings that are present, in [0, 1]. */
        public double density() {
            return variables < 2 ? 0 : couplings / (0.5 * variables * (variables - 1));
        }
    }

    /**
     * Graph shrinking.
     *
     * @param shrunk the small QUBO with its elimination log and report
     * @param alternatives every shrinking of the round where it made several, in the order in which they were made;
     *     empty for a single one
     * @param decides per variable of the QUBO, from 0, those of the problem that change when it alone becomes 1; none
     *     for slack
     */
    public record Shrink(
            Shrunk shrunk, double seconds, List<Alternative> alternatives, IntFunction<List<Integer>> decides) {
        public Shrink {
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public String toString() {
            return "Shrink[" + shrunk + " in " + seconds + " s"
                    + (alternatives.isEmpty() ? "" : ", the first of " + alternatives.size()) + "]";
        }
    }

    /**
     * One of several shrinkings of a round.
     *
     * @param source of its correlations
     * @param threshold of its selection
     * @param qubits of its small problem
     * @param bound lower bound of the energies of its small problem, where there is one
     * @param difference share of the variables that it leaves otherwise than each of the more promising ones
     * @param rank 1 for the most promising one, 0 for one that got no shots
     */
    public record Alternative(
            String source, String threshold, int qubits, OptionalDouble bound, double difference, int rank) {}

    /**
     * What searched the small problem.
     *
     * @param method its name
     * @param qubits variables of the small problem
     * @param run the circuit's training and samples, for circuits
     * @param planned most evaluations of the training; fewer than the options say where the optimum was proven before;
     *     0 without a circuit
     * @param bestEnergy lowest energy among all strings
     * @param strings number of distinct strings
     * @param shots number of strings with multiplicity
     */
    public record Search(
            String method,
            int qubits,
            Optional<QuantumRun> run,
            int planned,
            double bestEnergy,
            int strings,
            long shots,
            double seconds) {}

    /**
     * Samples expanded to the whole problem, verified, and repaired. Histograms hold (objective, count), best first.
     *
     * @param statistics feasibility of the raw samples
     * @param repaired the best repaired sample, with its changes
     * @param repairedStrings number of distinct strings that were repaired: those of lowest energy
     * @param meanDistance mean number of bits that repair changed to reach feasibility, over the repaired samples
     * @param meanRepaired mean objective of the repaired samples, by count
     * @param rawHistogram objectives of the feasible raw samples
     * @param repairedHistogram objectives of the repaired samples
     */
    public record Evaluation(
            SampleStatistics statistics,
            Optional<Repaired> repaired,
            int repairedStrings,
            double meanDistance,
            OptionalDouble meanRepaired,
            List<Bin> rawHistogram,
            List<Bin> repairedHistogram,
            double seconds) {
        public Evaluation {
            rawHistogram = List.copyOf(rawHistogram);
            repairedHistogram = List.copyOf(repairedHistogram);
        }

        /** Best objective after repair where it ran, else of the raw samples. */
        public OptionalDouble best() {
            return repaired.isPresent() && repaired.get().feasible()
                    ? OptionalDouble.of(repaired.get().objectiveAfter())
                    : statistics.bestObjective();
        }

        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /**
     * One bar of a histogram.
     *
     * @param objective its value
     * @param count how many samples have it
     */
    public record Bin(double objective, long count) {}

    /**
     * Local search after repair.
     *
     * @param engine what searched
     * @param before objective it started from
     * @param after objective it ended with
     * @param proven whether the search proved that nothing is better
     */
    public record Polished(String engine, double before, double after, boolean proven, double seconds) {}

    /**
     * One round.
     *
     * @param number counted from 1
     * @param variables variables that were free in this round
     * @param objective incumbent at its end
     */
    public record Round(
            int number,
            int variables,
            Encode encode,
            Optional<Shrink> shrink,
            Search search,
            Evaluation evaluation,
            List<Polished> polish,
            OptionalDouble objective,
            double seconds) {
        public Round {
            polish = List.copyOf(polish);
        }

        /** "round 1: 11 variables, 4 qubits by qaoa, best 6313". */
        @Override
        public String toString() {
            return "round " + number + ": " + variables + " variables, " + search.qubits() + " qubits by "
                    + search.method()
                    + (objective.isPresent() ? ", best " + SolutionText.number(objective.getAsDouble()) : "");
        }
    }

    /**
     * A point of the bound's history.
     *
     * @param seconds since the start
     * @param bound the new best one, which says where it is from: a relaxation, branch and bound, another solver
     */
    public record Tightening(double seconds, Bound bound) {
        /** "6313 (search) after 0.17 s". */
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s after %.2f s", bound, seconds);
        }
    }

    /**
     * A point of the incumbent's history.
     *
     * @param seconds since the start
     * @param objective the new incumbent's
     * @param origin the stage that found it
     */
    public record Improvement(double seconds, double objective, Origin origin, Bits x) {
        /** "6313 by construction after 0.17 s". */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%s by %s after %.2f s", SolutionText.number(objective), origin.id(), seconds);
        }
    }
}
