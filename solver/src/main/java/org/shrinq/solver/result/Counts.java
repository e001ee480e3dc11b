package org.shrinq.solver.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shrinq.quantum.device.BitOrder;
import org.shrinq.quantum.device.CountsReader;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;

/**
 * Measured counts in the JSON shapes that devices hand back: a plain map, a map under {@code counts} (also inside Qiskit's {@code
 * results[0].data.counts}), the list of {@code samples} under a register's name that IBM's service stores, Braket's {@code measurementCounts} or {@code measurement_counts}, its {@code measurementProbabilities} with
 * {@code taskMetadata.shots}, or its list of {@code measurements}.
 *
 * @param byKey counts by key, in the order of the file
 * @param order how texts list the bits
 * @param measuredQubits for Braket the measured qubits in the order of the columns, else empty
 */
public record Counts(Map<String, Long> byKey, BitOrder order, List<Integer> measuredQubits) {
    public Counts {
        byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
        measuredQubits = List.copyOf(measuredQubits);
    }

    private static Counts lastFirst(Map<String, Long> counts) {
        return new Counts(counts, BitOrder.FIRST_VARIABLE_LAST, List.of());
    }

    private static Counts braket(JsonNode root, Map<String, Long> counts) {
        JsonNode qubits = root.path(root.has("measuredQubits") ? "measuredQubits" : "measured_qubits");
        List<Integer> measured = new ArrayList<>();
        qubits.forEach(q -> measured.add(q.asInt(-1)));
        return new Counts(counts, BitOrder.FIRST_VARIABLE_FIRST, measured);
    }

    /**
     * Counts by key, in the order of the file, and how that kind of file lists the bits: Braket variable 0 first, everything else
     * variable 0 last as Qiskit does.
     *
     * @throws IllegalArgumentException when none of the shapes fits or a count is no whole number
     */
    public static Counts read(JsonNode root) {
        JsonNode qiskit = root.path("results").path(0).path("data").path("counts");
        if (qiskit.isObject()) {
            return lastFirst(map(qiskit));
        }
        for (JsonNode register : root.path("results").path(0).path("data")) {
            if (register.path("samples").isArray()) {
                return lastFirst(samples(register.path("samples")));
            }
        }
        if (root.path("counts").isObject()) {
            return lastFirst(map(root.path("counts")));
        }
        for (String name : new String[] {"measurementCounts", "measurement_counts"}) {
            if (root.path(name).isObject()) {
                return braket(root, map(root.path(name)));
            }
        }
        if (root.path("measurements").isArray()) {
            return braket(root, measurements(root.path("measurements")));
        }
        JsonNode probabilities = root.path("measurementProbabilities");
        if (probabilities.isObject()) {
            long shots = root.path("taskMetadata").path("shots").asLong(0);
            return braket(root, probabilities(probabilities, shots));
        }
        if (root.isObject()) {
            return lastFirst(map(root));
        }
        throw new IllegalArgumentException("holds no counts. Maybe a map such as {\"0110\": 12} was meant");
    }

    private static Map<String, Long> map(JsonNode node) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            if (!value.isNumber() || value.doubleValue() != Math.rint(value.doubleValue())) {
                throw new IllegalArgumentException(
                        "the count of '" + field.getKey() + "' is " + value + ", expected a whole number");
            }
            counts.put(field.getKey(), value.longValue());
        }
        return counts;
    }

    private static Map<String, Long> samples(JsonNode array) {
        Map<String, Long> counts = new LinkedHashMap<>();
        array.forEach(shot -> counts.merge(shot.asText(), 1L, Long::sum));
        return counts;
    }

    private static Map<String, Long> measurements(JsonNode array) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (JsonNode shot : array) {
            StringBuilder key = new StringBuilder();
            shot.forEach(bit -> key.append(bit.asText()));
            counts.merge(key.toString(), 1L, Long::sum);
        }
        return counts;
    }

    private static Map<String, Long> probabilities(JsonNode node, long shots) {
        if (shots < 1) {
            throw new IllegalArgumentException("probabilities without taskMetadata.shots cannot become counts");
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            counts.put(field.getKey(), Math.round(field.getValue().asDouble() * shots));
        }
        return counts;
    }

    /** The same counts read in another order. */
    public Counts withOrder(BitOrder value) {
        return new Counts(byKey, value, measuredQubits);
    }

    /**
     * The same counts with the columns of Braket's texts in the order of the variables. Its results list the measured qubits in the
     * order of the columns; where they are those of the circuit, in any order, that decides, for a routed circuit too.
     *
     * @param layout entry i is the qubit of the exported program that variable i is measured on
     */
    public Counts withLayout(List<Integer> layout) {
        if (measuredQubits.size() != layout.size()
                || !new HashSet<>(measuredQubits).equals(new HashSet<>(layout))
                || measuredQubits.equals(layout)) {
            return this;
        }
        Map<String, Long> ordered = new LinkedHashMap<>();
        byKey.forEach((key, count) -> {
            StringBuilder text = new StringBuilder();
            for (int qubit : layout) {
                int column = measuredQubits.indexOf(qubit);
                text.append(column < key.length() ? key.charAt(column) : '?');
            }
            ordered.merge(text.toString(), count, Long::sum);
        });
        return new Counts(ordered, order, layout);
    }

    /**
     * The strings with their energies.
     *
     * @throws IllegalArgumentException when a key is not a string of the QUBO's size
     */
    public SampleSet samples(Qubo qubo) {
        return SampleSet.ofCounts(
                qubo.size(), CountsReader.read(byKey, qubo.size(), order), x -> qubo.energy(x.toArray()));
    }
}
