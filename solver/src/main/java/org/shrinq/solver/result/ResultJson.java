package org.shrinq.solver.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.instances.Instance;
import org.shrinq.instances.ReadOptions;
import org.shrinq.instances.codec.GraphReading;
import org.shrinq.instances.codec.Loops;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.relax.Bound;
import org.shrinq.relax.BoundKind;
import org.shrinq.solver.Control;
import org.shrinq.solver.Failure;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.Trace;
import org.shrinq.solver.Verdict;
import org.shrinq.solver.config.Setting;
import org.shrinq.solver.config.Settings;

/**
 * The result of a run as JSON, schema version 1.0: {@code result.schema.json} beside this class. What a stage did not do is absent, not
 * zero. Everything but the times and the Java version is the same for the same seed, version and configuration.
 */
public final class ResultJson {
    /** Version of the layout. */
    public static final String SCHEMA_VERSION = "1.0";

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ResultJson() {}

    /** The version of this build, as results name it. */
    public static String version() {
        String version = ResultJson.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0" : version;
    }

    /**
     * The result as a tree that the caller may change.
     *
     * @param read how the instance was read
     * @param readSeconds time that reading the instance took, a part of the solution's seconds; 0 when they count from later
     */
    public static ObjectNode of(Instance instance, ReadOptions read, Solution solution, double readSeconds) {
        ObjectNode root = head("");
        instance(root.putObject("instance"), instance, read);
        root.put("status", solution.status().name());
        root.put("sense", solution.problem().sense() == Sense.MAXIMIZE ? "maximize" : "minimize");
        number(root, "objective", solution.objective());
        Bound bound = solution.bound().best();
        if (!Double.isInfinite(bound.value())) {
            number(root, "bound", bound.value());
            root.put("bound_kind", bound.kind().id());
        }
        number(root, "gap", solution.gap());
        root.put("feasible", solution.isFeasible());
        solution.origin().ifPresent(origin -> root.put("origin", origin.id()));
        solution.x().ifPresent(x -> root.set("solution", solution(instance, solution.problem(), x)));
        config(root.putObject("config"), solution.options());
        StagesJson.write(root.putObject("stages"), solution);
        bounds(root, solution);
        controls(root, solution);
        rounds(root.putArray("rounds"), solution);
        history(root.putArray("history"), solution);
        for (Failure f : solution.failures()) {
            root.withArray("failures").addObject().put("stage", f.stage()).put("message", f.message());
        }
        root.put("stop", solution.stop().text());
        root.putObject("timing").put("total_seconds", solution.seconds()).put("read", readSeconds);
        return root;
    }

    /** What every file begins with. */
    static ObjectNode head(String kind) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema_version", SCHEMA_VERSION);
        if (!kind.isEmpty()) {
            root.put("kind", kind);
        }
        root.putObject("tool")
                .put("name", "shrinq")
                .put("version", version())
                .put("java", System.getProperty("java.version"));
        return root;
    }

    static void instance(ObjectNode node, Instance instance, ReadOptions read) {
        node.put("name", instance.name());
        node.put("problem", instance.problem().kind().id());
        node.put("source", instance.source());
        node.put("format", instance.format().id());
        read.index().ifPresent(index -> node.put("index", index));
        if (read.graph() == GraphReading.COMPLEMENT) {
            node.put("complement", true);
        }
        if (read.loops() == Loops.DROPPED) {
            node.put("drop_loops", true);
        }
        node.put("sha256", instance.sha256());
        node.put("variables", instance.problem().size());
        node.put("constraints", instance.problem().model().constraints().size());
        number(node, "best_known", instance.bestKnown());
    }

    /** As {@link #solution(Problem, Bits)}, with the values of the file's integers. */
    private static ObjectNode solution(Instance instance, Problem problem, Bits x) {
        ObjectNode node = solution(problem, x);
        if (!instance.table().isEmpty()) {
            ObjectNode integers = node.putObject("integers");
            instance.table().integers(x.toArray()).forEach((name, value) -> number(integers, name, value));
        }
        return node;
    }

    /** {@code x}, with the problem's natural form beside it. */
    public static ObjectNode solution(Problem problem, Bits x) {
        ObjectNode node = MAPPER.createObjectNode();
        ArrayNode bits = node.putArray("x");
        for (int i = 0; i < x.size(); i++) {
            bits.add(x.get(i));
        }
        if (problem.kind() == ProblemKind.INDEPENDENT_SET || problem.kind() == ProblemKind.KNAPSACK) {
            ArrayNode selected = node.putArray("selected");
            for (int i = 0; i < x.size(); i++) {
                if (x.get(i) == 1) {
                    selected.add(i + 1);
                }
            }
        }
        if (problem instanceof QuadraticAssignment qap) {
            Optional<int[]> permutation = qap.permutation(x.toArray());
            if (permutation.isPresent()) {
                ArrayNode array = node.putArray("permutation");
                for (int location : permutation.get()) {
                    array.add(location + 1);
                }
            }
        }
        return node;
    }

    /** Every setting in force; switches and numbers as such, words as text. */
    static void config(ObjectNode node, SolverOptions options) {
        for (Setting setting : Settings.all()) {
            String value = setting.get(options);
            if (setting.kind() == Setting.Kind.SWITCH) {
                node.put(setting.name(), Boolean.parseBoolean(value));
            } else if (value.matches("-?\\d{1,18}")) {
                node.put(setting.name(), Long.parseLong(value));
            } else if (value.matches("-?\\d+\\.\\d+(E-?\\d+)?")) {
                node.put(setting.name(), Double.parseDouble(value));
            } else {
                node.put(setting.name(), value);
            }
        }
    }

    private static void bounds(ObjectNode root, Solution solution) {
        ArrayNode array = root.putArray("bounds");
        for (Bound b : solution.bound().all()) {
            if (!Double.isInfinite(b.value())) {
                ObjectNode node = array.addObject().put("kind", b.kind().id());
                number(node, "value", b.value());
            }
        }
        Map<BoundKind, String> skipped = solution.bound().skipped();
        for (BoundKind kind : BoundKind.values()) {
            if (skipped.containsKey(kind)) {
                array.addObject().put("kind", kind.id()).put("skipped", skipped.get(kind));
            }
        }
    }

    private static void controls(ObjectNode root, Solution solution) {
        if (solution.controls().isEmpty()) {
            return;
        }
        ObjectNode controls = root.putObject("controls");
        for (Control c : solution.controls()) {
            ObjectNode node = controls.putObject(c.name());
            node.put("strings", c.strings());
            number(node, "raw", c.raw());
            number(node, "repaired", c.repaired());
            number(node, "mean_repaired", c.meanRepaired());
            node.put("raw_feasible_fraction", c.feasibleFraction());
            number(node, "best_energy", c.bestEnergy());
        }
        root.put("verdict", Verdict.of(solution));
    }

    private static void rounds(ArrayNode array, Solution solution) {
        for (Trace.Round r : solution.trace().rounds()) {
            ObjectNode node = array.addObject().put("round", r.number());
            number(node, "objective", r.objective());
            node.put("variables", r.variables());
            node.put("qubits", r.search().qubits());
            number(node, "raw_best_objective", r.evaluation().statistics().bestObjective());
            number(node, "repaired_objective", r.evaluation().best());
            node.put("seconds", r.seconds());
        }
    }

    private static void history(ArrayNode array, Solution solution) {
        for (Trace.Improvement i : solution.history()) {
            ObjectNode node = array.addObject();
            number(node, "objective", i.objective());
            node.put("origin", i.origin().id()).put("seconds", i.seconds());
        }
    }

    static void number(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            number(node, name, value.getAsDouble());
        }
    }

    /** Puts whole numbers without a fraction; what is not a finite number is left out. */
    public static void number(ObjectNode node, String name, double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            node.put(name, (long) value);
        } else if (Double.isFinite(value)) {
            node.put(name, value);
        }
    }

    /** Writes a result so that the file is complete or not there at all. */
    public static void write(Path path, JsonNode result) {
        TextFiles.write(path, text(result));
    }

    /** A result as text. */
    public static String text(JsonNode result) {
        try {
            return MAPPER.writeValueAsString(result) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The result on one line, as stores keep it. */
    public static String line(JsonNode result) {
        try {
            return new ObjectMapper().writeValueAsString(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
