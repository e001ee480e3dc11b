package org.shrinq.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which qubits of a device have gates together, from a file. */
final class CouplingFile {
    private static final int MOST_QUBITS = 10_000;
    private static final Pattern PAIR = Pattern.compile("(\\d{1,6})[,;\\s-]+(\\d{1,6})");

    private CouplingFile() {}

    /**
     * The pairs. JSON is Qiskit's coupling map, a list of pairs, also under {@code coupling_map}, or Braket's
     * {@code connectivityGraph}, a map from qubits to lists of qubits, wherever it stands in a device's properties; any
     * other text has two numbers a line.
     */
    static List<int[]> read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new Failures.InputException(file + ": cannot be read as text.");
        }
        List<int[]> edges = new ArrayList<>();
        if (text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")) {
            json(file, JsonFiles.read(file), edges);
        } else {
            lines(file, text, edges);
        }
        if (edges.isEmpty()) {
            throw new Failures.InputException(file + ": holds no pair of qubits.");
        }
        return edges;
    }

    private static void lines(Path file, String text, List<int[]> edges) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String bare = line.replaceAll("[#%].*", "").strip();
            Matcher m = PAIR.matcher(bare);
            if (m.matches()) {
                add(file, edges, m.group(1), m.group(2));
            } else if (!bare.isEmpty()) {
                throw new Failures.InputException(
                        file + ":" + number + ": expected two qubits such as '0 1', found '" + bare + "'.");
            }
        }
    }

    private static void json(Path file, JsonNode root, List<int[]> edges) {
        JsonNode map = root.isArray() ? root : root.findPath("coupling_map");
        for (JsonNode pair : map) {
            if (pair.size() != 2) {
                throw new Failures.InputException(file + ": expected pairs of qubits, found " + pair + ".");
            }
            add(file, edges, pair.get(0).asText(), pair.get(1).asText());
        }
        root.findPath("connectivityGraph").properties().forEach(e -> {
            for (JsonNode other : e.getValue()) {
                add(file, edges, e.getKey(), other.asText());
            }
        });
    }

    private static void add(Path file, List<int[]> edges, String a, String b) {
        boolean numbers = a.matches("\\d{1,6}") && b.matches("\\d{1,6}");
        if (!numbers || Integer.parseInt(a) >= MOST_QUBITS || Integer.parseInt(b) >= MOST_QUBITS || a.equals(b)) {
            throw new Failures.InputException(
                    file + ": '" + a + "' and '" + b + "' are no pair of qubits below " + MOST_QUBITS + ".");
        }
        edges.add(new int[] {Integer.parseInt(a), Integer.parseInt(b)});
    }
}
