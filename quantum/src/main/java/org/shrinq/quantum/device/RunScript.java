package org.shrinq.quantum.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.shrinq.qubo.text.Brief;

/** Python programs that run written circuits on a device, or on the simulator of its maker, and write the counts. */
public enum RunScript {
    /** Qiskit: its Aer simulator, or a device of IBM's service. */
    QISKIT,
    /** Amazon Braket: its local simulator, or a device by its ARN. */
    BRAKET;

    /**
     * A circuit to run.
     *
     * @param name under which its counts are written
     * @param file the program, in the folder of the script
     * @param physical the device's qubits that the program calls q[0], q[1], …; empty where it was laid out for none
     */
    public record Entry(String name, String file, List<Integer> physical) {
        public Entry {
            physical = List.copyOf(physical);
        }

        private String literal() {
            return "    " + quoted(name) + ": {\"file\": " + quoted(file) + ", \"qubits\": "
                    + (physical.isEmpty() ? "None" : physical) + "},\n";
        }

        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /**
     * The program for one circuit, whose counts are the whole file.
     *
     * @param counts the file of counts that it writes beside itself
     */
    public String ofOne(Entry circuit, String counts) {
        return text(List.of(circuit), counts, false);
    }

    /** The program for a job, whose file has counts under the circuits' names. */
    public String ofJob(List<Entry> circuits, String counts) {
        return text(circuits, counts, true);
    }

    private String text(List<Entry> circuits, String counts, boolean job) {
        String list = circuits.stream().map(Entry::literal).collect(Collectors.joining("", "{\n", "}"));
        return template()
                .replace("@CIRCUITS@", list)
                .replace("\"@COUNTS@\"", quoted(counts))
                .replace("@JOB@", job ? "True" : "False");
    }

    private String template() {
        String name = "run_" + name().toLowerCase(Locale.ROOT) + ".py";
        try (InputStream in = RunScript.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text of Python, where backslashes, quotes and control characters need another one before them. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
