package org.shrinq.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the verbs that go on with a session take: its file, and where its instance is. */
final class SessionFlags {
    @Parameters(index = "0", paramLabel = "SESSION", description = "The session's file; next and take write it anew.")
    private Path file = Path.of("");

    @Option(
            names = "--instance",
            paramLabel = "FILE",
            description = "The instance, where it is not at the path that the session names.")
    private @Nullable Path instance;

    /** The session. */
    SessionInput read() {
        return SessionInput.read(file, instance);
    }
}
