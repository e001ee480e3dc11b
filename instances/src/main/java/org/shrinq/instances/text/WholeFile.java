package org.shrinq.instances.text;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that are complete or not there at all: a failure leaves an older file of that name as it was. */
public final class WholeFile {
    private static final String STANDARD_OUTPUT = "-";
    private static final int MOST_LINKS = 40;

    private WholeFile() {}

    /** What goes into a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything; the stream is closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** True for the path "-". */
    public static boolean isStandardOutput(Path path) {
        return path.toString().equals(STANDARD_OUTPUT);
    }

    /**
     * Writes beside the target and moves into place, with the permissions that a new file has; a symbolic link stays
     * and what it points to is written; a device, a pipe or ("-") standard output is written to directly. The stream is
     * not buffered.
     *
     * @throws IOException when the folder is missing or the file cannot be written; whatever the content throws is
     *     passed on
     */
    public static void write(Path path, Content content) throws IOException {
        if (isStandardOutput(path)) {
            // flushed, not closed: others print there too
            content.writeTo(new FilterOutputStream(System.out) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                }

                @Override
                public void close() {
                    System.out.flush();
                }
            });
            if (System.out.checkError()) {
                throw new IOException("standard output cannot be written");
            }
            return;
        }
        if (Files.isSymbolicLink(path)) {
            write(target(path), content);
            return;
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            try (OutputStream out = Files.newOutputStream(path)) {
                content.writeTo(out);
            }
            return;
        }
        Path part = path.resolveSibling(
                "." + path.getFileName() + "." + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part");
        try {
            try (OutputStream out =
                    Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(out);
            }
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            discard(part);
        }
    }

    /** What a symbolic link points to, which need not be there yet. */
    private static Path target(Path link) throws IOException {
        Path target = link;
        for (int k = 0; k < MOST_LINKS && Files.isSymbolicLink(target); k++) {
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        if (Files.isSymbolicLink(target)) {
            throw new FileSystemException(link.toString(), null, "its links lead back to it");
        }
        return target;
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            part.toFile().deleteOnExit();
        }
    }
}
