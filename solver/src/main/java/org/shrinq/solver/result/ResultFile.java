package org.shrinq.solver.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.text.Brief;

/**
 * A result file, schema version 1.1 ({@code result.schema.json} beside this class): components are its fields, in their
 * order, with underscores for capitals. What a stage did not do is null here and absent there. A file that lacks what
 * it should have reads as one with empty texts, empty lists and zeros there.
 *
 * @param sense "maximize" or "minimize"
 * @param energyUnit what 1 in energies and penalty weights is worth in the objective; null for 1
 * @param origin stage that had the solution first
 * @param config every setting in force, by its name: a boolean, a number or a text
 * @param boundHistory every bound that was better than all before; empty in files of versions before it was recorded
 * @param stages of the first round, which is the pipeline on the whole problem
 * @param controls by name, such as "random_bits"
 * @param knownBeforeCircuit objectives that were known before the first circuit (or sampler) ran, or at the end where
 *     none ran
 * @param training of the first round's circuit
 * @param searches on the whole problem, before and beside the rounds
 * @param limitedBy what cut any of it short, "time" or "memory"; null in files of version 1.0
 * @param feasibilityTolerance by how much linear rows could be missed, before it is cut to a quarter of a row's
 *     smallest coefficient
 * @param solutions up to the pool's size different feasible solutions, one 0 or 1 per variable, best first; absent for
 *     a pool of 1
 * @param start the solution that the run began from, as it was given
 * @param portfolio the runs that shared what they found, in order; stages, rounds and controls are those of the one
 *     that found the solution
 * @param verdict what the circuit added over the controls, one sentence
 * @param credit whether the circuit found anything that was not known before it ran, one or two sentences
 */
@JsonInclude(Include.NON_NULL)
public record ResultFile(
        String schemaVersion,
        Tool tool,
        InstanceEntry instance,
        String status,
        String sense,
        @Whole @Nullable Double objective,
        @Whole @Nullable Double bound,
        @Nullable String boundKind,
        @Whole @Nullable Double gap,
        @Nullable Double energyUnit,
        boolean feasible,
        @Nullable String origin,
        @Nullable SolutionEntry solution,
        Map<String, Object> config,
        StageEntries stages,
        List<BoundEntry> bounds,
        @JsonInclude(Include.NON_EMPTY) Map<String, ControlEntry> controls,
        @Nullable String verdict,
        @Nullable String credit,
        List<RoundEntry> rounds,
        List<HistoryPoint> history,
        @JsonInclude(Include.NON_EMPTY) List<BoundPoint> boundHistory,
        @JsonInclude(Include.NON_EMPTY) List<FailureEntry> failures,
        String stop,
        @Nullable KnownEntry knownBeforeCircuit,
        @Nullable TrainingAccount training,
        @JsonInclude(Include.NON_EMPTY) List<StageEntries.PolishStep> searches,
        @Nullable List<String> limitedBy,
        double feasibilityTolerance,
        @JsonInclude(Include.NON_EMPTY) List<List<Integer>> solutions,
        @JsonInclude(Include.NON_EMPTY) List<Integer> start,
        @JsonInclude(Include.NON_EMPTY) List<MemberEntry> portfolio,
        Timing timing) {
    public ResultFile {
        searches = list(searches);
        solutions = list(solutions);
        start = list(start);
        portfolio = list(portfolio);
        limitedBy = limitedBy == null ? null : List.copyOf(limitedBy);
        schemaVersion = text(schemaVersion);
        tool = tool == null ? new Tool("", "", "") : tool;
        instance = instance == null ? InstanceEntry.NONE : instance;
        status = text(status);
        sense = text(sense);
        config = map(config);
        stages = stages == null ? StageEntries.NONE : stages;
        bounds = list(bounds);
        controls = map(controls);
        rounds = list(rounds);
        history = list(history);
        boundHistory = list(boundHistory);
        failures = list(failures);
        stop = text(stop);
        timing = timing == null ? new Timing(0, 0, null) : timing;
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    static <T> Map<String, T> map(@Nullable Map<String, T> values) {
        return values == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The same with stages, rounds, controls, and what these say, of another one: the run of the member that found the
     * solution.
     */
    public ResultFile withStagesOf(ResultFile member) {
        return new ResultFile(
                schemaVersion,
                tool,
                instance,
                status,
                sense,
                objective,
                bound,
                boundKind,
                gap,
                energyUnit,
                feasible,
                origin,
                solution,
                config,
                member.stages,
                bounds,
                member.controls,
                member.verdict,
                member.credit,
                member.rounds,
                history,
                boundHistory,
                Stream.concat(failures.stream(), member.failures.stream()).toList(),
                stop,
                member.knownBeforeCircuit,
                member.training,
                member.searches,
                limitedBy,
                feasibilityTolerance,
                solutions,
                start,
                portfolio,
                timing);
    }

    /** The value of a setting as text; empty when the file does not have it. */
    public String setting(String name) {
        Object value = config.get(name);
        return value == null ? "" : value.toString();
    }

    /** What wrote the file. */
    public record Tool(String name, String version, String java) {
        public Tool {
            name = text(name);
            version = text(version);
            java = text(java);
        }
    }

    /**
     * What was solved.
     *
     * @param problem id of the kind, such as "mdkp"
     * @param source path of the file; it, the format and the digest are empty, and absent there, for a problem that is
     *     from no file
     * @param index of the problem in a file with several, from 1
     * @param complement true when the graph's complement was read
     * @param dropLoops true when edges from a vertex to itself were passed over
     */
    @JsonInclude(Include.NON_NULL)
    public record InstanceEntry(
            String name,
            String problem,
            @JsonInclude(Include.NON_EMPTY) String source,
            @JsonInclude(Include.NON_EMPTY) String format,
            @Nullable Integer index,
            @Nullable Boolean complement,
            @Nullable Boolean dropLoops,
            @JsonInclude(Include.NON_EMPTY) String sha256,
            int variables,
            int constraints,
            @Whole @Nullable Double bestKnown) {
        static final InstanceEntry NONE = new InstanceEntry("", "", "", "", null, null, null, "", 0, 0, null);

        public InstanceEntry {
            name = text(name);
            problem = text(problem);
            source = text(source);
            format = text(format);
            sha256 = text(sha256);
        }
    }

    /**
     * A solution.
     *
     * @param x value of every variable
     * @param selected the variables that are 1, counted from 1, for selection problems
     * @param permutation location of every facility, counted from 1, for assignments
     * @param integers values of the file's integers and constants by name, for models that have some
     */
    @JsonInclude(Include.NON_NULL)
    public record SolutionEntry(
            List<Integer> x,
            @Nullable List<Integer> selected,
            @Nullable List<Integer> permutation,
            @JsonInclude(Include.NON_EMPTY) Map<String, Number> integers) {
        public SolutionEntry {
            x = list(x);
            integers = map(integers);
        }

        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /** A solution with its objective, as {@code session show} writes it. */
    @JsonInclude(Include.NON_NULL)
    public record SolvedEntry(@Whole @Nullable Double objective, SolutionEntry solution) {}

    /** A bound with its value, or with the reason why it was not computed. */
    @JsonInclude(Include.NON_NULL)
    public record BoundEntry(
            String kind,
            @Whole @Nullable Double value,
            @Nullable String skipped) {}

    /**
     * A control: the same small problem and the same repair with something simple in the circuit's place.
     *
     * @param rawBestFraction as of {@link StageEntries.VerifyEntry}
     */
    @JsonInclude(Include.NON_NULL)
    public record ControlEntry(
            long strings,
            @Whole @Nullable Double raw,
            @Whole @Nullable Double repaired,
            @Whole @Nullable Double meanRepaired,
            @Nullable Double rawFeasibleFraction,
            @Nullable Double rawBestFraction,
            @Whole @Nullable Double bestEnergy) {}

    /** A round, counted from 1. */
    @JsonInclude(Include.NON_NULL)
    public record RoundEntry(
            int round,
            @Whole @Nullable Double objective,
            int variables,
            int qubits,
            @Whole @Nullable Double rawBestObjective,
            @Whole @Nullable Double repairedObjective,
            double seconds) {}

    /** An incumbent, the stage that had it, and when. */
    @JsonInclude(Include.NON_NULL)
    public record HistoryPoint(
            @Whole @Nullable Double objective, @Nullable String origin, double seconds) {}

    /** A bound, by its kind, and when it was the best so far. */
    @JsonInclude(Include.NON_NULL)
    public record BoundPoint(
            @Whole @Nullable Double bound, @Nullable String kind, double seconds) {}

    /** A stage that failed without ending the run. */
    public record FailureEntry(String stage, String message) {}

    /**
     * A member of a portfolio, as {@link org.shrinq.solver.PortfolioMember}.
     *
     * @param settings that are not those of the first member, by name
     */
    @JsonInclude(Include.NON_NULL)
    public record MemberEntry(
            int member,
            Map<String, Object> settings,
            @JsonInclude(Include.NON_EMPTY) String place,
            int rounds,
            @Whole @Nullable Double objective,
            @Whole @Nullable Double bound,
            int gains,
            boolean finder,
            String ended,
            @JsonInclude(Include.NON_EMPTY) String failure) {
        public MemberEntry {
            settings = map(settings);
            place = text(place);
            ended = text(ended);
            failure = text(failure);
        }

        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /**
     * Seconds of the whole run, and those of reading.
     *
     * @param finished when the run ended, such as "2026-11-30T09:05:00Z"; null where the caller did not say
     */
    @JsonInclude(Include.NON_NULL)
    public record Timing(
            double totalSeconds, double read, @Nullable String finished) {}

    /**
     * Objectives by what had them; null where it had none.
     *
     * @param start of the caller's solution, as it was or repaired
     * @param construction of the greedy constructions
     * @param search of local search and branch and bound on the whole problem
     * @param reduction of what reductions alone decided
     * @param pool of the complete assignments that the source of the correlations evaluated, as they were or repaired
     * @param poolEnergy lowest energy of that pool, on the scale of {@link StageEntries.QuantumEntry#bestEnergy}
     */
    @JsonInclude(Include.NON_NULL)
    public record KnownEntry(
            @Whole @Nullable Double start,
            @Whole @Nullable Double construction,
            @Whole @Nullable Double search,
            @Whole @Nullable Double reduction,
            @Whole @Nullable Double pool,
            @Whole @Nullable Double poolEnergy) {
        /** Those that are there; {@link #poolEnergy} is none. */
        public Stream<Double> objectives() {
            return Stream.of(start, construction, search, reduction, pool).filter(Objects::nonNull);
        }
    }

    /**
     * How far a training came.
     *
     * @param planned most evaluations
     */
    public record TrainingAccount(int evaluations, int planned, String stop) {
        public TrainingAccount {
            stop = text(stop);
        }
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
