package org.shrinq.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which circuits of a sidecar are meant, and where their instance lies. */
final class CircuitChoice {
    @Option(
            names = "--instance",
            paramLabel = "FILE",
            description = "The instance, where it is not at the path that the sidecar names.")
    private @Nullable Path instance;

    @Option(
            names = "--circuit",
            paramLabel = "NAME",
            description = "The circuit of a job that COUNTS are about. Default: all, each with its own.")
    private @Nullable String circuit;

    /** The circuits of a sidecar or of a job. */
    List<SidecarInput> read(Path sidecar) {
        return SidecarInput.read(sidecar, instance, circuit);
    }
}
