package org.shrinq.instances.text;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes texts as {@link WholeFile}s and says in words why one cannot be written. */
public final class FileOutput {
    private FileOutput() {}

    /** As {@link WholeFile#write}; a name that ends in .gz, .xz, .bz2 or .zip is packed. */
    public static void write(Path path, Consumer<TextSink> content) {
        String file = Text.fileName(path);
        try {
            WholeFile.write(path, raw -> {
                // the compressed stream has a last block
                Optional<Packing> packing = Packing.named(file);
                try (OutputStream out = packing.isPresent() ? packing.get().create(file, raw) : raw) {
                    TextSink sink = new TextSink(out);
                    content.accept(sink);
                    sink.flush();
                }
            });
        } catch (IOException | UncheckedIOException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw InstanceException.of(
                    InstanceException.Reason.UNWRITABLE, file, "cannot be written, " + why(cause), "");
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
}
