package org.shrinq.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.instances.Instances;
import org.shrinq.quantum.device.MeasuredCircuit;
import org.shrinq.shrink.Shrunk;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.result.Replay;
import org.shrinq.solver.result.Sidecar;

/**
 * A sidecar of an exported circuit, with what it tells of rebuilt.
 *
 * @param file where it lies
 * @param json its content
 * @param instance the instance that it is about
 * @param shrunk the small problem
 * @param shrinq a solver with its settings
 */
record SidecarInput(Path file, JsonNode json, Instance instance, Shrunk shrunk, Shrinq shrinq) {
    /** @param instanceFile where the instance is, if not where the sidecar says */
    static SidecarInput read(Path file, @Nullable Path instanceFile) {
        JsonNode json = JsonFiles.read(file);
        if (!isSidecar(json)) {
            throw new Failures.InputException(file + ": not a sidecar that 'shrinq export' wrote.");
        }
        JsonNode node = json.path("instance");
        Path path = instanceFile != null
                ? instanceFile
                : Path.of(node.path("source").asText());
        Instance instance = Instances.read(path, Replay.readOptions(node));
        if (!instance.sha256().equals(node.path("sha256").asText())) {
            throw new Failures.InputException(path + ": not the file that " + file
                    + " is about (its digest differs). Maybe name the right one with --instance.");
        }
        Shrunk shrunk = part(file, () -> Sidecar.replay(json, instance));
        Shrinq shrinq = part(file, () -> Shrinq.with(Replay.options(json.path("config"))));
        return new SidecarInput(file, json, instance, shrunk, shrinq);
    }

    static boolean isSidecar(JsonNode json) {
        return json.path("kind").asText().equals(Sidecar.KIND);
    }

    private static <T> T part(Path file, Supplier<T> part) {
        try {
            return part.get();
        } catch (IllegalArgumentException e) {
            throw new Failures.InputException(file + ": " + e.getMessage() + ".");
        }
    }

    /** The circuit beside the sidecar. */
    Path circuitFile() {
        return file.toAbsolutePath().resolveSibling(json.path("circuit_file").asText());
    }

    /** Whether the circuit is still there. */
    boolean hasCircuit() {
        return json.path("circuit_file").isTextual() && Files.isRegularFile(circuitFile());
    }

    /** The circuit; its bits are the small variables. */
    MeasuredCircuit circuit() {
        return CircuitFiles.read(circuitFile());
    }
}
