package org.shrinq.shrink.io;

import java.io.BufferedReader;
import java.io.IOException;
import org.shrinq.shrink.VariableMap;

/**
 * The variable map as JSON lines: a header, then one object per variable of the form in order, either carried by a qubit
 * (perhaps as its opposite) or fixed. Everything is 0-based.
 *
 * <pre>
 * {"format": "shrinq-variable-map", "version": 1, "variables": 3, "qubits": 1}
 * {"variable": 0, "qubit": 0, "flip": 0}
 * {"variable": 1, "qubit": 0, "flip": 1}
 * {"variable": 2, "value": 1}
 * </pre>
 */
public final class VariableMapFile {
    private static final String FORMAT = "shrinq-variable-map";

    private VariableMapFile() {}

    /** Writes the map; flushes nothing. */
    public static void write(VariableMap map, Appendable out) throws IOException {
        out.append("{\"format\": \"" + FORMAT + "\", \"version\": 1, \"variables\": " + map.variables()
                + ", \"qubits\": " + map.qubits() + "}\n");
        for (int v = 0; v < map.variables(); v++) {
            out.append("{\"variable\": " + v);
            out.append(
                    map.carrier(v) < 0
                            ? ", \"value\": " + map.flip(v) + "}\n"
                            : ", \"qubit\": " + map.carrier(v) + ", \"flip\": " + map.flip(v) + "}\n");
        }
    }

    /**
     * Reads a map.
     *
     * @param name of the file, for messages
     * @throws ShrinkFileException when it is damaged, truncated or of another format
     */
    public static VariableMap read(BufferedReader in, String name) throws IOException {
        FlatJson header = line(in, name, 1);
        if (!header.text("format").equals(FORMAT) || header.integer("version") != 1) {
            throw header.error("format \"" + FORMAT + "\", version 1", "\"" + header.text("format") + "\"");
        }
        int count = header.integer("variables");
        int qubits = header.integer("qubits");
        if (count < 0 || qubits < 0) {
            throw header.error("numbers ≥ 0", count + " variables, " + qubits + " qubits");
        }
        java.util.List<FlatJson> lines = new java.util.ArrayList<>();
        for (int v = 0; v < count; v++) {
            lines.add(line(in, name, v + 2));
        }
        if (in.readLine() != null) {
            throw header.error("the end of the file after " + count + " variables", "more");
        }
        int[] carrier = new int[count];
        byte[] flip = new byte[count];
        for (int v = 0; v < count; v++) {
            FlatJson json = lines.get(v);
            if (json.integer("variable") != v) {
                throw json.error("variable " + v, json.text("variable"));
            }
            boolean fixed = json.has("value");
            carrier[v] = fixed ? -1 : json.integer("qubit");
            int bit = json.integer(fixed ? "value" : "flip");
            if (bit < 0 || bit > 1 || carrier[v] >= qubits || (!fixed && carrier[v] < 0)) {
                throw json.error("a qubit below " + qubits + " and a bit", "qubit " + carrier[v] + ", bit " + bit);
            }
            flip[v] = (byte) bit;
        }
        return VariableMap.of(qubits, carrier, flip);
    }

    private static FlatJson line(BufferedReader in, String name, int number) throws IOException {
        String text = in.readLine();
        if (text == null) {
            throw new ShrinkFileException(name + ":" + number
                    + ": expected more variables, found the end of the file. Maybe it is truncated.");
        }
        return FlatJson.parse(name, number, text);
    }
}
