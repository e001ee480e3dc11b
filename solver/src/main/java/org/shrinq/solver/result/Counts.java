package org.shrinq.solver.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
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
 * Measured counts in the JSON shapes that devices hand back: a plain map, a map under {@code counts} (also inside
 * Qiskit's {@code results[0].data.counts}), the list of {@code samples} under a register's name that IBM's service
 * stores, Braket's {@code measurementCounts} or {@code measurement_counts}, its {@code measurementProbabilities} with
 * {@code taskMetadata.shots}, or its list of {@code measurements}, {@code quasi_dists}, IonQ's {@code histogram}, and
 * the {@code PrimitiveResult} that Qiskit's runtime stores.
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
     * {@link #read(JsonNode, long)} of a file that holds counts, or says itself of how many shots its probabilities
     * are.
     */
    public static Counts read(JsonNode root) {
        return read(root, 0);
    }

    /**
     * Counts by key, in the order of the file, and how that kind of file lists the bits: Braket variable 0 first,
     * everything else variable 0 last as Qiskit does. Keys that are decimal numbers have variable i in bit i.
     *
     * @param shots what probabilities are multiplied by; 0 when that is for the file to say
     * @throws IllegalArgumentException when none of the shapes fits, a count is no whole number, or nothing says of how
     *     many shots probabilities are
     */
    public static Counts read(JsonNode root, long shots) {
        JsonNode qiskit = root.path("results").path(0).path("data").path("counts");
        if (qiskit.isObject()) {
            return lastFirst(map(qiskit, shots));
        }
        for (JsonNode register : root.path("results").path(0).path("data")) {
            if (register.path("samples").isArray()) {
                return lastFirst(samples(register.path("samples")));
            }
        }
        if (root.path("__type__").asText().equals("PrimitiveResult")
                || root.path("__value__").has("pub_results")) {
            return lastFirst(primitive(root));
        }
        if (root.path("quasi_dists").path(0).isObject()) {
            long own = root.path("metadata").path(0).path("shots").asLong(shots);
            return lastFirst(fractions(integers(root.path("quasi_dists").path(0)), shots > 0 ? shots : own));
        }
        for (JsonNode node : new JsonNode[] {root, root.path("data")}) {
            if (node.path("histogram").isObject()) {
                long own = root.path("shots").asLong(shots);
                return lastFirst(fractions(integers(node.path("histogram")), shots > 0 ? shots : own));
            }
        }
        if (root.path("counts").isObject()) {
            return lastFirst(map(root.path("counts"), shots));
        }
        for (String name : new String[] {"measurementCounts", "measurement_counts"}) {
            if (root.path(name).isObject()) {
                return braket(root, map(root.path(name), shots));
            }
        }
        if (root.path("measurements").isArray()) {
            return braket(root, measurements(root.path("measurements")));
        }
        JsonNode probabilities = root.path("measurementProbabilities");
        if (probabilities.isObject()) {
            long own = root.path("taskMetadata").path("shots").asLong(0);
            return braket(root, fractions(values(probabilities), shots > 0 ? shots : own));
        }
        if (root.isObject()) {
            return lastFirst(map(root, shots));
        }
        throw new IllegalArgumentException("holds no counts. Maybe a map such as {\"0110\": 12} was meant");
    }

    private static Map<String, Double> values(JsonNode node) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!field.getValue().isNumber()) {
                throw notWhole(field.getKey(), field.getValue());
            }
            values.put(field.getKey(), field.getValue().doubleValue());
        }
        return values;
    }

    /** The same with keys that are decimal numbers turned into hexadecimal ones, whose bit i is variable i. */
    private static Map<String, Double> integers(JsonNode node) {
        Map<String, Double> values = new LinkedHashMap<>();
        values(node).forEach((key, value) -> {
            boolean decimal = key.matches("[0-9]+");
            values.merge(decimal ? "0x" + new BigInteger(key).toString(16) : key, value, Double::sum);
        });
        return values;
    }

    /** A map of counts, or of probabilities, which add up to 1. */
    private static Map<String, Long> map(JsonNode node, long shots) {
        // a digit that no bit has tells decimal numbers from texts of bits
        boolean decimal = !node.properties().isEmpty()
                && node.properties().stream().allMatch(f -> f.getKey().matches("[0-9]+"))
                && node.properties().stream().anyMatch(f -> f.getKey().matches(".*[2-9].*"));
        Map<String, Double> values = decimal ? integers(node) : values(node);
        double sum = 0;
        boolean whole = true;
        for (double value : values.values()) {
            sum += value;
            whole &= value == Math.rint(value);
        }
        if (Math.abs(sum - 1) < 1e-3 && (!whole || shots > 0)) {
            return fractions(values, shots);
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (value != Math.rint(value)) {
                throw notWhole(key, value);
            }
            counts.merge(key, (long) (double) value, Long::sum);
        });
        return counts;
    }

    private static IllegalArgumentException notWhole(String key, Object value) {
        return new IllegalArgumentException("the count of '" + key + "' is " + value + ", expected a whole number");
    }

    /**
     * Probabilities as counts that add up to the shots: each is rounded down, and those with the largest remainders get
     * one more. Negative quasi-probabilities count as 0, and the rest is scaled to 1.
     */
    private static Map<String, Long> fractions(Map<String, Double> values, long shots) {
        if (shots < 1) {
            throw new IllegalArgumentException("holds probabilities. Say of how many shots with --shots");
        }
        double sum = values.values().stream().mapToDouble(v -> Math.max(0, v)).sum();
        if (!(sum > 0)) {
            throw new IllegalArgumentException("holds no probability above 0");
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        Map<String, Double> remainders = new LinkedHashMap<>();
        long left = shots;
        for (Map.Entry<String, Double> entry : values.entrySet()) {
            double expected = Math.max(0, entry.getValue()) / sum * shots;
            // 0.7 · 10 is a little less than 7
            long count = (long) Math.floor(expected + 1e-9);
            counts.put(entry.getKey(), count);
            remainders.put(entry.getKey(), expected - count);
            left -= count;
        }
        List<String> keys = new ArrayList<>(values.keySet());
        keys.sort((a, b) -> Double.compare(remainders.getOrDefault(b, 0.0), remainders.getOrDefault(a, 0.0)));
        for (int k = 0; k < keys.size() && left > 0; k++, left--) {
            counts.merge(keys.get(k), 1L, Long::sum);
        }
        return counts;
    }

    /** The first register of the first publication of a result that Qiskit's runtime stored with its encoder. */
    private static Map<String, Long> primitive(JsonNode root) {
        JsonNode bin = value(value(value(root).path("pub_results").path(0)).path("data"));
        for (JsonNode field : bin.path("fields")) {
            JsonNode array = value(field);
            if (array.path("num_bits").isInt()) {
                return NumpyBits.counts(
                        value(array.path("array")).asText(),
                        array.path("num_bits").intValue());
            }
        }
        throw new IllegalArgumentException("holds a PrimitiveResult without measured bits");
    }

    private static JsonNode value(JsonNode encoded) {
        return encoded.has("__value__") ? encoded.path("__value__") : encoded;
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

    /** The same counts read in another order. */
    public Counts withOrder(BitOrder value) {
        return new Counts(byKey, value, measuredQubits);
    }

    /**
     * The same counts with the columns of Braket's texts in the order of the variables. Its results list the measured
     * qubits in the order of the columns; where they are those of the circuit, in any order, that decides, for a routed
     * circuit too.
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
