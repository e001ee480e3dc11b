package org.shrinq.solver.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shrinq.quantum.device.BitOrder;

/**
 * Shapes that hold every shot of every classical register: IBM's stored jobs and primitive results, Cirq's results,
 * pyQuil's register maps.
 */
final class CountsRegisters {
    /** Bits of a register; more than any machine has, and few enough to write out. */
    private static final int WIDEST = 1 << 16;

    private CountsRegisters() {}

    /** Empty when it is none of these shapes. */
    static Optional<Counts> read(JsonNode root) {
        JsonNode data = root.path("results").path(0).path("data");
        if (data.isObject()
                && data.properties().stream()
                        .anyMatch(f -> f.getValue().path("samples").isArray())) {
            return Optional.of(joined(samples(data), BitOrder.FIRST_VARIABLE_LAST, "as IBM's service stores jobs"));
        }
        if (root.path("__type__").asText().equals("PrimitiveResult")
                || root.path("__value__").has("pub_results")) {
            return Optional.of(joined(primitive(root), BitOrder.FIRST_VARIABLE_LAST, "as Qiskit's BitArray has it"));
        }
        for (String name : new String[] {"records", "measurements"}) {
            if (all(root.path(name), field -> field.has("packed_digits"))) {
                return Optional.of(
                        joined(cirq(root.path(name)), BitOrder.FIRST_VARIABLE_FIRST, "as Cirq's results have it"));
            }
        }
        for (JsonNode node :
                new JsonNode[] {root.path("measurements"), root.path("readout_data"), root.path("register_map"), root
                }) {
            if (all(node, field -> field.path(0).isArray())) {
                return Optional.of(joined(
                        rows(node), BitOrder.FIRST_VARIABLE_FIRST, "as rows of Cirq's and pyQuil's registers have it"));
            }
        }
        return Optional.empty();
    }

    private static boolean all(JsonNode node, Predicate<JsonNode> fits) {
        return node.isObject()
                && !node.isEmpty()
                && node.properties().stream().allMatch(field -> fits.test(field.getValue()));
    }

    /**
     * One key a shot.
     *
     * @param shots texts of the shots by register, in the order of declaration
     */
    private static Counts joined(Map<String, List<String>> shots, BitOrder order, String basis) {
        List<String> names = new ArrayList<>(shots.keySet());
        if (order == BitOrder.FIRST_VARIABLE_LAST) {
            Collections.reverse(names);
        }
        int count = shots.values().stream().mapToInt(List::size).max().orElse(0);
        for (Map.Entry<String, List<String>> register : shots.entrySet()) {
            if (register.getValue().size() != count) {
                throw new IllegalArgumentException("register " + register.getKey() + " has "
                        + register.getValue().size() + " shots, expected " + count);
            }
        }
        List<List<String>> columns =
                names.stream().map(name -> shots.getOrDefault(name, List.of())).toList();
        List<Counts.Register> registers = new ArrayList<>();
        for (int r = 0; r < names.size(); r++) {
            registers.add(new Counts.Register(
                    names.get(r), count == 0 ? 0 : columns.get(r).get(0).length()));
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int k = 0; k < count; k++) {
            int shot = k;
            counts.merge(
                    columns.stream().map(column -> column.get(shot)).collect(Collectors.joining(" ")), 1L, Long::sum);
        }
        boolean first = order == BitOrder.FIRST_VARIABLE_FIRST;
        return new Counts(
                counts, order, List.of(), registers, "variable 0 " + (first ? "first, " : "last, ") + basis, false);
    }

    /** Numbers or texts over all registers as one text for each register, a blank between them. */
    static Map<String, Long> split(Map<String, Long> counts, List<Counts.Register> registers) {
        int total = registers.stream().mapToInt(Counts.Register::bits).sum();
        Map<String, Long> split = new LinkedHashMap<>();
        counts.forEach((key, count) -> {
            String text = key.startsWith("0x") ? binary(key, total) : key.replace(" ", "");
            if (text.length() != total) {
                throw new IllegalArgumentException(
                        "'" + key + "' has " + text.length() + " bits, the registers have " + total);
            }
            StringBuilder grouped = new StringBuilder();
            int at = 0;
            for (Counts.Register r : registers) {
                grouped.append(at == 0 ? "" : " ").append(text, at, at + r.bits());
                at += r.bits();
            }
            split.merge(grouped.toString(), count, Long::sum);
        });
        return split;
    }

    private static String binary(String hex, int bits) {
        String text;
        try {
            text = new BigInteger(hex.substring(2), 16).toString(2);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + hex + "' is no hexadecimal number");
        }
        if (text.length() > bits) {
            throw new IllegalArgumentException("'" + hex + "' needs " + text.length() + " bits, expected " + bits);
        }
        return "0".repeat(bits - text.length()) + text;
    }

    private static Map<String, List<String>> samples(JsonNode data) {
        Map<String, List<String>> shots = new LinkedHashMap<>();
        data.properties().forEach(field -> {
            JsonNode register = field.getValue();
            int bits = width(register.path("num_bits"));
            if (register.path("samples").isArray()) {
                List<String> texts = new ArrayList<>();
                register.path("samples")
                        .forEach(shot -> texts.add(
                                bits > 0 && shot.asText().startsWith("0x")
                                        ? binary(shot.asText(), bits)
                                        : shot.asText()));
                shots.put(field.getKey(), texts);
            }
        });
        return shots;
    }

    private static Map<String, List<String>> primitive(JsonNode root) {
        JsonNode bin = value(value(value(root).path("pub_results").path(0)).path("data"));
        Map<String, List<String>> shots = new LinkedHashMap<>();
        bin.path("fields").properties().forEach(field -> {
            JsonNode array = value(field.getValue());
            if (array.path("num_bits").isInt()) {
                shots.put(
                        field.getKey(),
                        NumpyBits.shots(value(array.path("array")).asText(), width(array.path("num_bits"))));
            }
        });
        if (shots.isEmpty()) {
            throw new IllegalArgumentException("holds a PrimitiveResult without measured bits");
        }
        return shots;
    }

    private static int width(JsonNode bits) {
        if (bits.asDouble(0) > WIDEST) {
            throw new IllegalArgumentException("num_bits is " + bits.asText() + ", expected at most " + WIDEST);
        }
        return bits.asInt(0);
    }

    private static JsonNode value(JsonNode encoded) {
        return encoded.has("__value__") ? encoded.path("__value__") : encoded;
    }

    /** Bits of an array of shots, once each, and qubits, packed eight a byte, the first one in the highest bit. */
    private static Map<String, List<String>> cirq(JsonNode records) {
        // its encoder writes keys in any order
        Map<String, List<String>> shots =
                new TreeMap<>(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        records.properties().forEach(field -> {
            JsonNode record = field.getValue();
            JsonNode shape = record.path("shape");
            int bits = shape.path(shape.size() - 1).asInt(0);
            int count = shape.path(0).asInt(0);
            if (!record.path("binary").asBoolean()
                    || shape.size() == 3 && shape.path(1).asInt() != 1
                    || bits < 1) {
                throw new IllegalArgumentException("key " + field.getKey()
                        + " of Cirq's result is no record of bits that were measured once a shot");
            }
            byte[] packed;
            try {
                packed = HexFormat.of().parseHex(record.path("packed_digits").asText());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("key " + field.getKey() + " of Cirq's result is not hexadecimal");
            }
            if (packed.length * 8L < (long) bits * count) {
                throw new IllegalArgumentException("key " + field.getKey() + " of Cirq's result is cut off");
            }
            List<String> texts = new ArrayList<>();
            for (int shot = 0; shot < count; shot++) {
                StringBuilder text = new StringBuilder(bits);
                for (int i = shot * bits; i < (shot + 1) * bits; i++) {
                    text.append((char) ('0' + (packed[i / 8] >>> 7 - i % 8 & 1)));
                }
                texts.add(text.toString());
            }
            shots.put(field.getKey(), texts);
        });
        return shots;
    }

    private static Map<String, List<String>> rows(JsonNode node) {
        Map<String, List<String>> shots = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            List<String> texts = new ArrayList<>();
            field.getValue().forEach(shot -> texts.add(row(shot)));
            shots.put(field.getKey(), texts);
        });
        return shots;
    }

    /** The bits of one shot as a text. */
    static String row(JsonNode shot) {
        StringBuilder text = new StringBuilder();
        shot.forEach(bit -> text.append(bit.asText()));
        return text.toString();
    }
}
