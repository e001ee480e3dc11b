package org.shrinq.solver.result;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.instances.ReadOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.shrink.Shrunk;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.TrainedCircuit;

/** What lies beside an exported circuit: enough to take measured counts back to the instance. */
public final class Sidecar {
    /** The {@code kind} of such a file. */
    public static final String KIND = "circuit-sidecar";

    /** The {@code kind} of the one sidecar of a job of several circuits. */
    public static final String JOB_KIND = "circuit-job";

    /** The name of that file in the job's folder. */
    public static final String JOB = "job.json";

    /**
     * The trained circuit; its angles by name are separate fields, the fidelity is that of a state that was cut.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"method", "qubits", "layers", "angles", "scale", "expectation", "fidelity"})
    private record CircuitEntry(
            String method,
            int qubits,
            int layers,
            @JsonAnyGetter Map<String, List<Double>> angles,
            @Whole @Nullable Double scale,
            @Whole @Nullable Double expectation,
            @Nullable Double fidelity) {}

    private Sidecar() {}

    /** Where the sidecar of a circuit file lies. */
    public static Path beside(Path circuit) {
        return circuit.resolveSibling(circuit.getFileName() + ".sidecar.json");
    }

    /**
     * The sidecar of an exported circuit.
     *
     * @param measured entry i is the qubit of the program that small variable i is measured on
     * @param physical entry k is the device's qubit that the program calls q[k]; empty where no device was given
     */
    public static ObjectNode of(
            Instance instance,
            ReadOptions read,
            SolverOptions options,
            TrainedCircuit trained,
            Path circuitFile,
            List<Integer> measured,
            List<Integer> physical) {
        ObjectNode root = ResultJson.head(KIND, instance, read, options);
        root.put("circuit_file", circuitFile.getFileName().toString());
        root.put("bit_order", "bit c[i] is small variable i; Qiskit prints c[0] last");
        ArrayNode qubits = root.putArray("measured");
        measured.forEach(qubits::add);
        if (!physical.isEmpty()) {
            ArrayNode device = root.putArray("physical_qubits");
            physical.forEach(device::add);
        }
        QuantumRun run = trained.run();
        root.set(
                "circuit",
                ResultJson.tree(new CircuitEntry(
                        run.method(),
                        run.qubits(),
                        run.layers(),
                        StagesJson.angles(run),
                        ResultJson.finite(run.scale()),
                        ResultJson.finite(run.expectation()),
                        run.fidelity() == 1 ? null : (Double) run.fidelity())));
        root.setAll(ShrinkLog.of(trained.small().shrunk()));
        return root;
    }

    /** The sidecars of a job's circuits by name, in the order in which they run. */
    public static ObjectNode ofJob(Map<String, ObjectNode> sidecars) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema_version", ResultJson.SCHEMA_VERSION).put("kind", JOB_KIND);
        root.putObject("circuits").setAll(sidecars);
        return root;
    }

    /** The sidecars of a job by name; a sidecar of one circuit alone has no name. */
    public static Map<String, JsonNode> circuits(JsonNode sidecar) {
        if (!sidecar.path("kind").asText().equals(JOB_KIND)) {
            return Map.of("", sidecar);
        }
        Map<String, JsonNode> circuits = new LinkedHashMap<>();
        sidecar.path("circuits").properties().forEach(e -> circuits.put(e.getKey(), e.getValue()));
        return circuits;
    }

    /**
     * The qubits that the variables may have been measured on, entry i that of variable i: those of the program, and
     * those of the device where the sidecar names them; empty when it does not tell.
     */
    public static List<List<Integer>> layouts(JsonNode sidecar) {
        List<Integer> measured = numbers(sidecar.path("measured"));
        List<Integer> physical = numbers(sidecar.path("physical_qubits"));
        if (measured.isEmpty()) {
            return List.of();
        }
        return measured.stream().allMatch(q -> q >= 0 && q < physical.size())
                ? List.of(measured, measured.stream().map(physical::get).toList())
                : List.of(measured);
    }

    private static List<Integer> numbers(JsonNode array) {
        List<Integer> numbers = new ArrayList<>();
        array.forEach(q -> numbers.add(q.asInt(-1)));
        return numbers;
    }

    /**
     * The shrinking that the sidecar records, rebuilt from the instance.
     *
     * @throws IllegalArgumentException when the log is damaged or does not fit the instance
     */
    public static Shrunk replay(JsonNode sidecar, Instance instance) {
        SolverOptions options = Replay.options(FileHead.read(sidecar).config());
        return Shrunk.replay(Shrinq.with(options).encode(instance.problem()).form(), ShrinkLog.read(sidecar));
    }
}
