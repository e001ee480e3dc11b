package org.shrinq.solver.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.shrinq.instances.Format;
import org.shrinq.instances.Instance;
import org.shrinq.instances.Instances;
import org.shrinq.instances.ReadOptions;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.shrink.Shrunk;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.SmallProblem;
import org.shrinq.solver.SolverOptions;

/** What {@code shrink} leaves beside the small QUBO: instance, configuration, elimination log and variable map. */
public final class ShrinkFile {
    /** The {@code kind} of such a file. */
    public static final String KIND = "shrink-log";

    private ShrinkFile() {}

    /** Where the log of a QUBO file lies: "small.qubo" and "small.qubo.gz" have "small.qubo.shrink.json". */
    public static Path beside(Path qubo) {
        String name = qubo.getFileName().toString();
        return qubo.resolveSibling(
                (name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name) + ".shrink.json");
    }

    /** Writes the small QUBO as a minimisation problem. */
    public static void writeQubo(Path path, Format format, String name, Qubo qubo) {
        BinaryModel model = new BinaryModel(Sense.MINIMIZE, qubo, List.of());
        Instances.write(path, format, new BinaryQuadraticProgram(name + ".small", model), WriteOptions.defaults());
    }

    /** The content of the log file. */
    public static ObjectNode of(
            Instance instance, ReadOptions read, SolverOptions options, SmallProblem small, Path quboFile) {
        ObjectNode root = ResultJson.head(KIND, instance, read, options);
        root.putObject("encoding")
                .put("variables", small.encoding().form().size())
                .put("slack", small.encoding().slackCount())
                .put("couplings", small.encoding().form().couplings());
        root.put("qubo_file", quboFile.getFileName().toString());
        root.put("factor", small.problem().sense().factor());
        root.put("source", small.shrunk().report().source());
        root.put("looked", small.shrunk().report().looked());
        root.put("operations", small.shrunk().report().operations());
        root.setAll(ShrinkLog.of(small.shrunk()));
        return root;
    }

    /**
     * Encodes the instance again, replays the log and compares the small QUBO with the file byte for byte.
     *
     * @param log path of the log file, beside which the QUBO lies
     * @return what differs; empty when the bytes are the same
     */
    public static List<String> replay(Path log, JsonNode recorded, Instance instance, SolverOptions options) {
        String name = recorded.path("qubo_file").asText();
        Path original = log.resolveSibling(name);
        Format format = Format.forFile(name, ProblemKind.BINARY_QUADRATIC)
                .orElseThrow(() -> new IllegalArgumentException(log + " names no QUBO file"));
        Shrunk again =
                Shrunk.replay(Shrinq.with(options).encode(instance.problem()).form(), ShrinkLog.read(recorded));
        try {
            Path copy = Files.createTempFile("shrinq-replay", "-" + name);
            try {
                writeQubo(copy, format, instance.name(), again.qubo());
                return Arrays.equals(Files.readAllBytes(copy), Files.readAllBytes(original))
                        ? ShrinkLog.compareCode(recorded, again.qubo())
                        : List.of(original + " is not what the log leads to");
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(original + ": " + e.getMessage(), e);
        }
    }

    /** How files spell a constant. */
    public static String word(Enum<?> value) {
        return ShrinkLog.word(value);
    }
}
