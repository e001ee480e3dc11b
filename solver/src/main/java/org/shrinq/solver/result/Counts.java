package org.shrinq.solver.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shrinq.quantum.SampleSet;
import org.shrinq.quantum.device.BitOrder;
import org.shrinq.quantum.device.CountsReader;
import org.shrinq.qubo.Qubo;

/**
 * Measured counts in the JSON shapes that devices hand back: a plain map, a map under {@code counts} (also inside Qiskit's {@code
 * results[0].data.counts}), Braket's {@code measurementCounts} or {@code measurement_counts}, its {@code measurementProbabilities} with
 * {@code taskMetadata.shots}, or its list of {@code measurements}.
 */
public record Counts(Map<String, Long> byKey, BitOrder order) {
    public Counts {
        byKey = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
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
            return new Counts(map(qiskit), BitOrder.FIRST_VARIABLE_LAST);
        }
        if (root.path("counts").isObject()) {
            return new Counts(map(root.path("counts")), BitOrder.FIRST_VARIABLE_LAST);
        }
        for (String name : new String[] {"measurementCounts", "measurement_counts"}) {
            if (root.path(name).isObject()) {
                return new Counts(map(root.path(name)), BitOrder.FIRST_VARIABLE_FIRST);
            }
        }
        if (root.path("measurements").isArray()) {
            return new Counts(measurements(root.path("measurements")), BitOrder.FIRST_VARIABLE_FIRST);
        }
        JsonNode probabilities = root.path("measurementProbabilities");
        if (probabilities.isObject()) {
            long shots = root.path("taskMetadata").path("shots").asLong(0);
            return new Counts(probabilities(probabilities, shots), BitOrder.FIRST_VARIABLE_FIRST);
        }
        if (root.isObject()) {
            return new Counts(map(root), BitOrder.FIRST_VARIABLE_LAST);
        }
        throw new IllegalArgumentException("holds no counts. Maybe a map such as {\"0110\": 12} was meant");
    }

    private static Map<String, Long> map(JsonNode node) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            JsonNode value = field.getValue();
            if (!value.isNumber() || value.doubleValue() != Math.rint(value.doubleValue())) {
                throw new IllegalArgumentException(
                        "the count of '" + field.getKey() + "' is " + value + ", expected a whole number");
            }
            counts.put(field.getKey(), value.longValue());
        }
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
        Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            counts.put(field.getKey(), Math.round(field.getValue().asDouble() * shots));
        }
        return counts;
    }

    /** The same counts read in another order. */
    public Counts withOrder(BitOrder value) {
        return new Counts(byKey, value);
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
