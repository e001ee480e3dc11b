package org.shrinq.solver.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes text files that are complete or not there at all. */
public final class TextFiles {
    private TextFiles() {}

    /** Writes beside the target and moves into place. */
    public static void write(Path path, String text) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "." + path.getFileName(), ".part");
            try {
                Files.write(part, text.getBytes(StandardCharsets.UTF_8));
                Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path + ": " + e.getMessage(), e);
        }
    }
}
