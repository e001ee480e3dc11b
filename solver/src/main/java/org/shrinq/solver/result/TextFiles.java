package org.shrinq.solver.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes text files that are complete or not there at all. */
public final class TextFiles {
    private TextFiles() {}

    /** Writes beside the target and moves into place; the file has the permissions that a new file has. */
    public static void write(Path path, String text) {
        try {
            Path target = path.toAbsolutePath();
            Files.createDirectories(target.getParent());
            Path part = target.resolveSibling(
                    "." + path.getFileName() + "." + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part");
            try {
                Files.write(part, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
                Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (AccessDeniedException e) {
            throw new UncheckedIOException(
                    "cannot write " + path + ": no permission. Maybe name a file in a folder of your own.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path + ": " + e.getMessage(), e);
        }
    }
}
