package org.shrinq.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.quantum.device.MeasuredCircuit;
import org.shrinq.shrink.Shrunk;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.result.Counts;
import org.shrinq.solver.result.FileHead;
import org.shrinq.solver.result.Replay;
import org.shrinq.solver.result.Sidecar;

/**
 * A sidecar of an exported circuit, with what it tells of rebuilt.
 *
 * @param file where it lies
 * @param place which circuit of a job it is
 * @param json its content
 * @param instance the instance that it is about
 * @param shrunk the small problem
 * @param shrinq a solver with its settings
 */
record SidecarInput(Path file, Place place, JsonNode json, Instance instance, Shrunk shrunk, Shrinq shrinq) {
    /**
     * A circuit among those of a file.
     *
     * @param name in a job; empty for one circuit alone
     * @param number in the job, from 0
     * @param isChosen whether it was asked for by its name, so that counts may be its own alone
     */
    record Place(String name, int number, boolean isChosen) {}

    /**
     * The circuits of a sidecar or of a job.
     *
     * @param instanceFile where the instance is, if not where the sidecar says
     * @param circuit the name of the only one that is asked for; null for all
     */
    static List<SidecarInput> read(Path file, @Nullable Path instanceFile, @Nullable String circuit) {
        Map<String, JsonNode> all = Recorded.part(file, () -> Sidecar.circuits(JsonFiles.read(file)));
        if (circuit != null && !all.containsKey(circuit)) {
            throw new Failures.UsageException("--circuit is '" + circuit + "', "
                    + (all.containsKey("")
                            ? "but " + file + " is about one circuit alone."
                            : "expected one of " + String.join(", ", all.keySet()) + "."));
        }
        List<SidecarInput> read = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, JsonNode> e : all.entrySet()) {
            if (circuit == null || circuit.equals(e.getKey())) {
                read.add(read(file, new Place(e.getKey(), number, circuit != null), e.getValue(), instanceFile));
            }
            number++;
        }
        if (read.isEmpty()) {
            throw new Failures.InputException(file + ": a job without circuits.");
        }
        return read;
    }

    private static SidecarInput read(Path file, Place place, JsonNode json, @Nullable Path instanceFile) {
        FileHead head = Recorded.part(file, () -> FileHead.read(json));
        if (!head.isKind(Sidecar.KIND)) {
            throw new Failures.InputException(file + ": not a sidecar that 'shrinq export' wrote.");
        }
        Instance instance = Recorded.instance(file, head.instance(), instanceFile);
        Shrunk shrunk = Recorded.part(file, () -> Sidecar.replay(json, instance));
        Shrinq shrinq = Recorded.part(file, () -> Shrinq.with(Replay.options(head.config())));
        return new SidecarInput(file, place, json, instance, shrunk, shrinq);
    }

    static boolean isSidecar(JsonNode json) {
        return List.of(Sidecar.KIND, Sidecar.JOB_KIND)
                .contains(json.path("kind").asText());
    }

    /** The circuit's name in a job; empty for one circuit alone. */
    String name() {
        return place.name;
    }

    /**
     * What a file of counts holds of this circuit.
     *
     * @param counts the content of the file
     */
    JsonNode counts(Path from, JsonNode counts) {
        if (place.name.isEmpty()) {
            return counts;
        }
        return Counts.part(counts, place.name, place.number)
                .or(() -> Optional.of(counts).filter(c -> place.isChosen))
                .orElseThrow(() -> new Failures.InputException(from + ": holds no counts of the circuit '" + place.name
                        + "', number " + (place.number + 1) + " of " + file
                        + ". Maybe name counts after circuits, or choose one with --circuit NAME."));
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
