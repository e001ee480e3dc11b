package org.shrinq.solver.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.instances.ReadOptions;
import org.shrinq.instances.codec.GraphReading;
import org.shrinq.instances.codec.Loops;
import org.shrinq.instances.family.FileFamilies;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.VariableTable;
import org.shrinq.relax.Bound;
import org.shrinq.relax.BoundKind;
import org.shrinq.solver.Control;
import org.shrinq.solver.Credit;
import org.shrinq.solver.Origin;
import org.shrinq.solver.PortfolioMember;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.Trace;
import org.shrinq.solver.Verdict;
import org.shrinq.solver.config.Setting;
import org.shrinq.solver.config.Settings;

/**
 * The result of a run as JSON, schema version 1.1 (files of 1.0 are still read): {@code result.schema.json} beside this
 * class. What a stage did not do is absent, not zero. Everything but the times and the Java version is the same for the
 * same seed, version and configuration.
 */
public final class ResultJson {
    /** Version of the layout. */
    public static final String SCHEMA_VERSION = "1.1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ResultJson() {}

    /** {@link ToolVersion#text}. */
    public static String version() {
        return ToolVersion.text();
    }

    /**
     * The result.
     *
     * @param read how the instance was read
     * @param readSeconds time that reading the instance took, a part of the solution's seconds; 0 when they count from
     *     later
     */
    public static ResultFile of(Instance instance, ReadOptions read, Solution solution, double readSeconds) {
        Problem problem = instance.problem();
        return of(
                instance(instance, read),
                x -> solution(problem, instance.table(), x),
                solution,
                new ResultFile.Timing(solution.seconds(), readSeconds, null));
    }

    /**
     * The same with the moment in which the run ended.
     *
     * @param finished written to the second
     */
    public static ResultFile of(
            Instance instance, ReadOptions read, Solution solution, double readSeconds, Instant finished) {
        Problem problem = instance.problem();
        return of(
                instance(instance, read),
                x -> solution(problem, instance.table(), x),
                solution,
                new ResultFile.Timing(
                        solution.seconds(),
                        readSeconds,
                        finished.truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    /** The result of a problem that is from no file: without source, format and digest. */
    public static ResultFile of(Solution solution) {
        Problem problem = solution.problem();
        ResultFile.InstanceEntry entry = new ResultFile.InstanceEntry(
                problem.name(),
                problem.kind().id(),
                "",
                "",
                null,
                null,
                null,
                "",
                problem.size(),
                problem.model().constraints().size(),
                null);
        return of(
                entry,
                x -> solution(problem, problem.variables(), x),
                solution,
                new ResultFile.Timing(solution.seconds(), 0, null));
    }

    private static ResultFile of(
            ResultFile.InstanceEntry instance,
            Function<Bits, ResultFile.SolutionEntry> entry,
            Solution solution,
            ResultFile.Timing timing) {
        Bound bound = solution.bound().best();
        boolean bounded = !Double.isInfinite(bound.value());
        return new ResultFile(
                SCHEMA_VERSION,
                tool(),
                instance,
                solution.status().name(),
                solution.problem().sense() == Sense.MAXIMIZE ? "maximize" : "minimize",
                finite(solution.objective()),
                bounded ? finite(bound.value()) : null,
                bounded ? bound.kind().id() : null,
                finite(solution.gap()),
                solution.energyUnit() == 1 ? null : solution.energyUnit(),
                solution.isFeasible(),
                solution.origin().map(Origin::id).orElse(null),
                solution.x().map(entry).orElse(null),
                config(solution.options()),
                StagesJson.of(solution),
                bounds(solution),
                controls(solution),
                solution.controls().isEmpty() ? null : Verdict.of(solution),
                Credit.of(solution),
                solution.trace().rounds().stream().map(ResultJson::round).toList(),
                solution.history().stream()
                        .map(i -> new ResultFile.HistoryPoint(
                                finite(i.objective()), i.origin().id(), i.seconds()))
                        .toList(),
                solution.boundHistory().stream()
                        .map(t -> new ResultFile.BoundPoint(
                                finite(t.bound().value()), t.bound().kind().id(), t.seconds()))
                        .toList(),
                solution.failures().stream()
                        .map(f -> new ResultFile.FailureEntry(f.stage(), f.message()))
                        .toList(),
                solution.stop().text(),
                StagesJson.known(solution),
                StagesJson.training(solution),
                StagesJson.steps(solution.trace().searches()),
                solution.limitedBy().stream().sorted().map(Solution.Limit::id).toList(),
                solution.options().feasibilityTolerance(),
                solution.options().pool() == 1
                        ? List.of()
                        : solution.solutions().stream().map(ResultJson::bits).toList(),
                solution.options().start().map(ResultJson::bits).orElse(List.of()),
                portfolio(solution),
                timing);
    }

    private static List<Integer> bits(Bits x) {
        return IntStream.range(0, x.size()).map(x::get).boxed().toList();
    }

    private static ResultFile.Tool tool() {
        return new ResultFile.Tool("shrinq", version(), System.getProperty("java.version"));
    }

    /** What every other kind of file begins with: its kind, the tool, the instance and the settings. */
    static ObjectNode head(String kind, Instance instance, ReadOptions read, SolverOptions options) {
        return tree(new FileHead(SCHEMA_VERSION, kind, tool(), instance(instance, read), config(options)));
    }

    private static ResultFile.InstanceEntry instance(Instance instance, ReadOptions read) {
        Problem problem = instance.problem();
        return new ResultFile.InstanceEntry(
                instance.name(),
                problem.kind().id(),
                instance.source(),
                instance.format().id(),
                read.index().isPresent() ? read.index().getAsInt() : null,
                read.graph() == GraphReading.COMPLEMENT ? true : null,
                read.loops() == Loops.DROPPED ? true : null,
                instance.sha256(),
                problem.size(),
                problem.model().constraints().size(),
                finite(instance.bestKnown()));
    }

    /** {@code x}, with the problem's natural form beside it, and the values of the file's integers. */
    public static ResultFile.SolutionEntry solution(Instance instance, Bits x) {
        return solution(instance.problem(), instance.table(), x);
    }

    private static ResultFile.SolutionEntry solution(Problem problem, VariableTable table, Bits x) {
        List<Integer> bits = new ArrayList<>(x.size());
        List<Integer> ones = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            bits.add(x.get(i));
            if (x.get(i) == 1) {
                ones.add(i + 1);
            }
        }
        Map<String, Number> integers = new LinkedHashMap<>();
        table.integers(x.toArray()).forEach((name, value) -> integers.put(name, whole(value)));
        List<Integer> permutation = FileFamilies.permutation(problem, x)
                .map(locations ->
                        Arrays.stream(locations).map(l -> l + 1).boxed().toList())
                .orElse(null);
        return new ResultFile.SolutionEntry(
                bits, FileFamilies.listsSelected(problem) ? ones : null, permutation, integers);
    }

    private static Number whole(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return (long) value;
        }
        return value;
    }

    /** Every setting in force; switches and numbers as such, words as text. */
    private static Map<String, Object> config(SolverOptions options) {
        Map<String, Object> config = new LinkedHashMap<>();
        for (Setting setting : Settings.all()) {
            String value = setting.get(options);
            if (setting.kind() == Setting.Kind.SWITCH) {
                config.put(setting.name(), Boolean.parseBoolean(value));
            } else if (value.matches("-?\\d{1,18}")) {
                config.put(setting.name(), Long.parseLong(value));
            } else if (value.matches("-?\\d+\\.\\d+(E-?\\d+)?")) {
                config.put(setting.name(), Double.parseDouble(value));
            } else {
                config.put(setting.name(), value);
            }
        }
        return config;
    }

    private static List<ResultFile.BoundEntry> bounds(Solution solution) {
        List<ResultFile.BoundEntry> bounds = new ArrayList<>();
        for (Bound b : solution.bound().all()) {
            if (!Double.isInfinite(b.value())) {
                bounds.add(new ResultFile.BoundEntry(b.kind().id(), finite(b.value()), null));
            }
        }
        Map<BoundKind, String> skipped = solution.bound().skipped();
        for (BoundKind kind : BoundKind.values()) {
            if (skipped.containsKey(kind)) {
                bounds.add(new ResultFile.BoundEntry(kind.id(), null, skipped.get(kind)));
            }
        }
        return bounds;
    }

    private static Map<String, ResultFile.ControlEntry> controls(Solution solution) {
        Map<String, ResultFile.ControlEntry> controls = new LinkedHashMap<>();
        for (Control c : solution.controls()) {
            controls.put(
                    c.name(),
                    new ResultFile.ControlEntry(
                            c.strings(),
                            finite(c.raw()),
                            finite(c.repaired()),
                            finite(c.meanRepaired()),
                            c.feasibleFraction(),
                            c.bestFraction(),
                            finite(c.bestEnergy())));
        }
        return controls;
    }

    private static ResultFile.RoundEntry round(Trace.Round r) {
        return new ResultFile.RoundEntry(
                r.number(),
                finite(r.objective()),
                r.variables(),
                r.search().qubits(),
                finite(r.evaluation().statistics().bestObjective()),
                finite(r.evaluation().best()),
                r.seconds());
    }

    private static List<ResultFile.MemberEntry> portfolio(Solution solution) {
        List<ResultFile.MemberEntry> members = new ArrayList<>();
        for (PortfolioMember m : solution.portfolio()) {
            Map<String, Object> settings = config(m.options());
            Map<String, Object> first = config(solution.portfolio().get(0).options());
            settings.entrySet().removeIf(e -> e.getValue().equals(first.get(e.getKey())));
            members.add(new ResultFile.MemberEntry(
                    m.number(),
                    settings,
                    m.place(),
                    m.rounds(),
                    finite(m.objective()),
                    finite(m.bound()),
                    m.gains(),
                    m.finder(),
                    m.ended(),
                    m.failure()));
        }
        return members;
    }

    /** Null, so that the field is left out, for what is not a finite number. */
    static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    static @Nullable Double finite(OptionalDouble value) {
        return value.isPresent() ? finite(value.getAsDouble()) : null;
    }

    /** The record as a tree. */
    public static ObjectNode tree(Object record) {
        return MAPPER.valueToTree(record);
    }

    /**
     * A result file's content as a record. What is not in the schema is passed over.
     *
     * @throws IllegalArgumentException when a field is of another kind; the message names it
     */
    public static ResultFile read(JsonNode result) {
        return read(result, ResultFile.class);
    }

    static <T> T read(JsonNode file, Class<T> record) {
        try {
            return MAPPER.treeToValue(file, record);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(
                    "no result of Shrinq: '"
                            + e.getPath().stream()
                                    .map(JsonMappingException.Reference::getFieldName)
                                    .collect(Collectors.joining("/"))
                            + "' is not what results have there",
                    e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no result of Shrinq: " + e.getOriginalMessage(), e);
        }
    }

    /** Whether a file is meant as a result at all; {@link #read} says what is wrong with one. */
    public static boolean isResult(JsonNode file) {
        return file.has("status") && file.path("stages").isObject();
    }

    /** Writes a record or a tree so that the file is complete or not there at all. */
    public static void write(Path path, Object result) {
        TextFiles.write(path, text(result));
    }

    /** A record or a tree as text. */
    public static String text(Object result) {
        try {
            return MAPPER.writeValueAsString(result) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record or a tree on one line, as stores keep it. */
    public static String line(Object result) {
        try {
            return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
