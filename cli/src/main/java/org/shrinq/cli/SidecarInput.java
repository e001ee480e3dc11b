package org.shrinq.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.quantum.device.MeasuredCircuit;
import org.shrinq.shrink.Shrunk;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.result.FileHead;
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
        FileHead head = Recorded.part(file, () -> FileHead.read(json));
        if (!head.isKind(Sidecar.KIND)) {
            throw new Failures.InputException(file + ": not a sidecar that 'shrinq export' wrote.");
        }
        Instance instance = Recorded.instance(file, head.instance(), instanceFile);
        Shrunk shrunk = Recorded.part(file, () -> Sidecar.replay(json, instance));
        Shrinq shrinq = Recorded.part(file, () -> Shrinq.with(Replay.options(head.config())));
        return new SidecarInput(file, json, instance, shrunk, shrinq);
    }

    static boolean isSidecar(JsonNode json) {
        return json.path("kind").asText().equals(Sidecar.KIND);
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
