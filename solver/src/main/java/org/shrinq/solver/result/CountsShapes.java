package org.shrinq.solver.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shrinq.quantum.device.BitOrder;

/** Which shape a file of counts has; the first one that fits is taken. */
final class CountsShapes {
    /** Shots of one string; sums of them are exact in a double. */
    private static final double MOST = 1e12;

    private static final String NUMBERS = "bit i of a number is variable i, ";

    private CountsShapes() {}

    /** {@link Counts#read(JsonNode, long)}. */
    static Counts read(JsonNode root, long shots) {
        return qiskit(root, shots)
                .or(() -> fractionsByNumber(root, shots))
                .or(() -> braket(root, shots))
                .or(() -> CountsRegisters.read(root))
                .orElseGet(() -> plain(root, shots));
    }

    private static Counts last(Map<String, Long> counts, String basis) {
        boolean numbers = counts.keySet().stream().allMatch(key -> key.strip().startsWith("0x"));
        return new Counts(
                counts,
                BitOrder.FIRST_VARIABLE_LAST,
                List.of(),
                List.of(),
                numbers ? NUMBERS + basis : "variable 0 last, " + basis,
                false);
    }

    /** Qiskit's older results, whose header names the registers. */
    private static Optional<Counts> qiskit(JsonNode root, long shots) {
        JsonNode result = root.path("results").path(0);
        JsonNode counts = result.path("data").path("counts");
        if (!counts.isObject()) {
            return Optional.empty();
        }
        Map<String, Long> byKey = map(counts, shots);
        String basis = "as Qiskit's results have it";
        List<Counts.Register> registers = new ArrayList<>();
        result.path("header")
                .path("creg_sizes")
                .forEach(r -> registers.add(
                        0, new Counts.Register(r.path(0).asText(), r.path(1).asInt())));
        return Optional.of(
                registers.size() < 2
                        ? last(byKey, basis)
                        : new Counts(
                                CountsRegisters.split(byKey, registers),
                                BitOrder.FIRST_VARIABLE_LAST,
                                List.of(),
                                registers,
                                "variable 0 last, " + basis,
                                false));
    }

    private static Optional<Counts> fractionsByNumber(JsonNode root, long shots) {
        if (root.path("quasi_dists").path(0).isObject()) {
            long own = root.path("metadata").path(0).path("shots").asLong(shots);
            return Optional.of(last(
                    fractions(integers(root.path("quasi_dists").path(0)), shots > 0 ? shots : own),
                    "as Qiskit's quasi-distributions have it"));
        }
        for (JsonNode node : new JsonNode[] {root, root.path("data")}) {
            if (node.path("histogram").isObject()) {
                long own = root.path("shots").asLong(shots);
                return Optional.of(last(
                        fractions(integers(node.path("histogram")), shots > 0 ? shots : own),
                        "as IonQ's histograms have it"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Counts> braket(JsonNode root, long shots) {
        for (String name : new String[] {"measurementCounts", "measurement_counts"}) {
            if (root.path(name).isObject()) {
                return Optional.of(braket(root, map(root.path(name), shots), name));
            }
        }
        JsonNode measurements = root.path("measurements");
        if (measurements.isArray()) {
            Map<String, Long> counts = new LinkedHashMap<>();
            measurements.forEach(shot -> counts.merge(CountsRegisters.row(shot), 1L, Long::sum));
            return Optional.of(braket(root, counts, "measurements"));
        }
        JsonNode probabilities = root.path("measurementProbabilities");
        if (probabilities.isObject()) {
            long own = root.path("taskMetadata").path("shots").asLong(0);
            return Optional.of(braket(
                    root, fractions(values(probabilities), shots > 0 ? shots : own), "measurementProbabilities"));
        }
        return Optional.empty();
    }

    private static Counts braket(JsonNode root, Map<String, Long> counts, String name) {
        JsonNode qubits = root.path(root.has("measuredQubits") ? "measuredQubits" : "measured_qubits");
        List<Integer> measured = new ArrayList<>();
        qubits.forEach(q -> measured.add(q.asInt(-1)));
        return new Counts(
                counts,
                BitOrder.FIRST_VARIABLE_FIRST,
                measured,
                List.of(),
                "variable 0 first, as Braket's " + name + " have it",
                false);
    }

    private static Counts plain(JsonNode root, long shots) {
        JsonNode map = root.path("counts").isObject() ? root.path("counts") : root;
        if (!map.isObject()) {
            throw new IllegalArgumentException("holds no counts. Maybe a map such as {\"0110\": 12} was meant");
        }
        Map<String, Long> counts = map(map, shots);
        if (counts.keySet().stream().allMatch(key -> key.strip().startsWith("0x"))) {
            return last(counts, "in either order");
        }
        return new Counts(
                counts,
                BitOrder.FIRST_VARIABLE_LAST,
                List.of(),
                List.of(),
                "variable 0 last, as Qiskit prints (the file does not say)",
                true);
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
            if (value != Math.rint(value) || value > MOST) {
                throw notWhole(key, value);
            }
            counts.merge(key, (long) (double) value, Long::sum);
        });
        return counts;
    }

    private static IllegalArgumentException notWhole(String key, Object value) {
        return new IllegalArgumentException(
                "the count of '" + key + "' is " + value + ", expected a whole number of at most 1e12");
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

    /** {@link Counts#part}. */
    static Optional<JsonNode> part(JsonNode root, String name, int k) {
        if (root.has(name) && root.path(name).isContainerNode()) {
            return Optional.of(root.path(name));
        }
        if (root.isArray()) {
            return Optional.ofNullable(root.get(k));
        }
        for (String list : new String[] {"results", "quasi_dists"}) {
            if (root.path(list).isArray()) {
                return root.path(list).has(k) ? Optional.of(only(root, k, list, "metadata")) : Optional.empty();
            }
        }
        JsonNode value = root.path("__value__");
        return value.path("pub_results").has(k)
                ? Optional.of(((ObjectNode) root.deepCopy()).set("__value__", only(value, k, "pub_results")))
                : Optional.empty();
    }

    /** A copy whose lists of these names have the k-th entry alone. */
    private static ObjectNode only(JsonNode node, int k, String... lists) {
        ObjectNode copy = node.deepCopy();
        for (String list : lists) {
            if (node.path(list).isArray() && node.path(list).has(k)) {
                ArrayNode one = copy.putArray(list);
                one.add(node.path(list).get(k));
            }
        }
        return copy;
    }
}
