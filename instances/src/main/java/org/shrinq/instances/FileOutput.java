package org.shrinq.instances;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** Writes whole files: a failure leaves an older file of that name as it was. */
final class FileOutput {
    private FileOutput() {}

    /**
     * Writes beside the target and moves into place; a device or pipe is written to directly. A name that ends in .gz is
     * compressed.
     */
    static void write(Path path, Consumer<TextSink> content) {
        String file = Text.fileName(path);
        boolean direct = Files.exists(path) && !Files.isRegularFile(path);
        Path target = direct
                ? path
                : path.resolveSibling("." + file + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (OutputStream raw = direct
                            ? Files.newOutputStream(target)
                            : Files.newOutputStream(
                                    target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
                    OutputStream out = file.endsWith(".gz") ? new GZIPOutputStream(raw, 1 << 16) : raw) {
                TextSink sink = new TextSink(out);
                content.accept(sink);
                sink.flush();
            }
            if (!direct) {
                Files.move(target, path, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException | UncheckedIOException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw InstanceException.of(
                    InstanceException.Reason.UNREADABLE, file, "cannot be written, " + why(cause), "");
        } finally {
            if (!direct) {
                discard(target);
            }
        }
    }

    /** In words, without the name of the temporary file. */
    private static String why(Throwable cause) {
        if (cause instanceof AccessDeniedException) {
            return "writing is not allowed there";
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        String reason = cause instanceof FileSystemException f ? f.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }

    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            temporary.toFile().deleteOnExit();
        }
    }
}
