package org.shrinq.cli;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.instances.Instances;
import org.shrinq.solver.result.Replay;
import org.shrinq.solver.result.ResultFile;

/** What files of former runs hold. */
final class Recorded {
    private Recorded() {}

    /** A part of a file, or a message that names the file and says what is wrong in it. */
    static <T> T part(Path file, Supplier<T> part) {
        try {
            return part.get();
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            throw new Failures.InputException(file + ": " + why + (why.endsWith("?") ? "" : "."));
        }
    }

    /**
     * The instance that a file is about, read as it was read.
     *
     * @param file the file that is about it
     * @param elsewhere where it lies now, when not where the file says
     */
    static Instance instance(Path file, ResultFile.InstanceEntry recorded, @Nullable Path elsewhere) {
        Path path = elsewhere != null ? elsewhere : Path.of(recorded.source());
        Instance instance = Instances.read(path, Replay.readOptions(recorded));
        if (!instance.sha256().equals(recorded.sha256())) {
            throw new Failures.InputException(path + ": not the file that " + file
                    + " is about (its digest differs). Maybe name the right one with --instance.");
        }
        return instance;
    }
}
