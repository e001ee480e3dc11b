package org.shrinq.solver.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shrinq.instances.text.WholeFile;

/** Writes text files that are complete or not there at all. */
public final class TextFiles {
    private TextFiles() {}

    /** As {@link WholeFile#write}, in UTF-8; folders that are missing are made. */
    public static void write(Path path, String text) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            WholeFile.write(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (AccessDeniedException e) {
            throw new UncheckedIOException(
                    "cannot write " + path + ": no permission. Maybe name a file in a folder that is yours.", e);
        } catch (FileAlreadyExistsException e) {
            throw new UncheckedIOException("cannot write " + path + ": " + e.getFile() + " is no folder.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path + ": " + e.getMessage(), e);
        }
    }
}
