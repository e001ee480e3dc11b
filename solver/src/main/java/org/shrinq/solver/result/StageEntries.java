package org.shrinq.solver.result;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.text.Brief;

/** The stages that ran, as result files tell of them: a part of {@link ResultFile}. */
@JsonInclude(Include.NON_NULL)
public record StageEntries(
        @Nullable ReduceEntry reduce,
        @Nullable EncodeEntry encode,
        @Nullable ShrinkEntry shrink,
        @Nullable QuantumEntry quantum,
        @Nullable VerifyEntry verify,
        @Nullable RepairEntry repair) {
    static final StageEntries NONE = new StageEntries(null, null, null, null, null, null);

    /** Exact reductions; how often each rule was used. */
    public record ReduceEntry(int variablesBefore, int variablesAfter, Map<String, Integer> rules, double seconds) {
        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /** The QUBO; its first 10,000 penalties. */
    @JsonInclude(Include.NON_NULL)
    public record EncodeEntry(
            int variables,
            int slack,
            long couplings,
            double density,
            String inequality,
            @Whole @Nullable Double coefficientRange,
            List<PenaltyEntry> penalties,
            int penaltiesTotal,
            double seconds) {
        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /** The penalty of a constraint. */
    @JsonInclude(Include.NON_NULL)
    public record PenaltyEntry(
            String constraint,
            @Whole @Nullable Double weight,
            @Whole @Nullable Double smallestViolation,
            boolean exact,
            String certificate) {}

    /**
     * Shrinking; its first 10,000 eliminations.
     *
     * @param looked as {@link org.shrinq.shrink.ShrinkReport#looked}; absent in files from before it was recorded
     * @param operations as {@link org.shrinq.shrink.ShrinkReport#operations}
     * @param shrinkings every shrinking of the round, in order; absent for a single one
     * @param code how qubits hold what is left of an assignment, where they are not its variables
     * @param decides as {@link org.shrinq.solver.Trace.Shrink#decides}, from 0; absent for more than 400 variables and
     *     in files from before it was recorded
     */
    @JsonInclude(Include.NON_NULL)
    public record ShrinkEntry(
            int variablesBefore,
            int qubits,
            long couplings,
            int proven,
            int heuristic,
            int vetoed,
            Map<String, Integer> vetoes,
            int converted,
            int reversed,
            int recalculations,
            int backtracks,
            String stop,
            String source,
            @Nullable Boolean looked,
            @Whole @Nullable Double operations,
            String feasibility,
            List<EliminationEntry> eliminations,
            int eliminationsTotal,
            @Nullable List<AlternativeEntry> shrinkings,
            @Nullable CodeEntry code,
            @Nullable List<List<Integer>> decides,
            double seconds) {
        public ShrinkEntry {
            source = ResultFile.text(source);
            eliminations = ResultFile.list(eliminations);
        }

        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /**
     * A code for the feasible states of the small QUBO, as {@link org.shrinq.shrink.CompactCode}.
     *
     * @param name "binary" or "permutation"
     * @param variables of the small QUBO
     * @param strings that name a permutation
     * @param blocks number of facilities of each block
     */
    public record CodeEntry(String name, int variables, int strings, List<Integer> blocks) {
        public CodeEntry {
            name = ResultFile.text(name);
            blocks = ResultFile.list(blocks);
        }

        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /** One of several shrinkings, as {@link org.shrinq.solver.Trace.Alternative}. */
    @JsonInclude(Include.NON_NULL)
    public record AlternativeEntry(
            String source,
            String threshold,
            int qubits,
            @Whole @Nullable Double bound,
            @Whole double difference,
            int rank) {}

    /**
     * A variable fixed or merged.
     *
     * @param kind "fix" or "merge"
     * @param i the variable that is gone, from 0
     * @param j for a merge the variable that stays
     * @param sign as {@link org.shrinq.shrink.Elimination#sign}
     */
    @JsonInclude(Include.NON_NULL)
    public record EliminationEntry(
            String kind,
            int i,
            @Nullable Integer j,
            int sign,
            String rule,
            @Whole @Nullable Double correlation,
            @Whole @Nullable Double margin,
            @Whole @Nullable Double risk,
            boolean proven) {}

    /**
     * What searched the small problem; the components from backend to layers and from scale to trainingCurve are those
     * of a circuit.
     *
     * @param angles by name, such as "gamma" and "beta"; separate fields in the file, whose order is not kept when
     *     it is read
     */
    @JsonInclude(Include.NON_NULL)
    @JsonPropertyOrder({
        "method",
        "variables",
        "backend",
        "qubits",
        "layers",
        "angles",
        "scale",
        "evaluations",
        "stop",
        "expectation",
        "objective",
        "depth",
        "gates",
        "two_qubit_gates",
        "fidelity",
        "training_curve",
        "shots",
        "strings",
        "best_energy",
        "seconds"
    })
    public record QuantumEntry(
            String method,
            int variables,
            @Nullable String backend,
            @Nullable Integer qubits,
            @Nullable Integer layers,
            @JsonAnyGetter @JsonAnySetter Map<String, List<Double>> angles,
            @Whole @Nullable Double scale,
            @Nullable Integer evaluations,
            @Nullable String stop,
            @Whole @Nullable Double expectation,
            @Whole @Nullable Double objective,
            @Nullable Integer depth,
            @Nullable Integer gates,
            @Nullable Integer twoQubitGates,
            @Nullable Double fidelity,
            @Nullable List<TrainingEntry> trainingCurve,
            long shots,
            int strings,
            @Whole @Nullable Double bestEnergy,
            double seconds) {
        public QuantumEntry {
            angles = ResultFile.map(angles);
        }

        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /** The best training objective after so many evaluations. */
    @JsonInclude(Include.NON_NULL)
    public record TrainingEntry(
            int evaluation, @Whole @Nullable Double objective) {}

    /**
     * The strings before repair.
     *
     * @param rawBestFraction share of the strings that are as good as the best feasible one; absent in files from
     *     before it was recorded
     */
    @JsonInclude(Include.NON_NULL)
    public record VerifyEntry(
            long samples,
            @Nullable Double rawFeasibleFraction,
            boolean rawBestFeasible,
            @Whole @Nullable Double rawBestObjective,
            @Nullable Double rawBestFraction,
            List<ViolationEntry> violations,
            int violatedConstraints,
            List<BinEntry> rawHistogram) {
        public VerifyEntry {
            violations = ResultFile.list(violations);
            rawHistogram = ResultFile.list(rawHistogram);
        }

        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /** The share of the samples that break a constraint. */
    public record ViolationEntry(String constraint, double fractionOfSamples) {}

    /** How many samples have an objective. */
    @JsonInclude(Include.NON_NULL)
    public record BinEntry(@Whole @Nullable Double objective, long count) {}

    /** Repair and polishing of the strings. */
    @JsonInclude(Include.NON_NULL)
    public record RepairEntry(
            @JsonInclude(Include.ALWAYS) @Whole @Nullable Double objectiveBefore,
            @Whole @Nullable Double objectiveAfter,
            int bitsChanged,
            int repairDistance,
            @Whole @Nullable Double meanRepairDistance,
            @Whole @Nullable Double meanObjective,
            List<ChangeEntry> changes,
            List<BinEntry> histogram,
            @Nullable PolishEntry polish,
            double seconds) {
        public RepairEntry {
            changes = ResultFile.list(changes);
            histogram = ResultFile.list(histogram);
        }

        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /** A bit that repair changed, with the reason; variables from 0. */
    public record ChangeEntry(int variable, int from, int to, String reason) {}

    /** Local search after repair. */
    @JsonInclude(Include.NON_NULL)
    public record PolishEntry(
            String engine, @Whole @Nullable Double gain, List<PolishStep> steps) {
        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /** One local search. */
    @JsonInclude(Include.NON_NULL)
    public record PolishStep(
            String engine,
            @Whole @Nullable Double before,
            @Whole @Nullable Double after,
            double seconds) {}
}
