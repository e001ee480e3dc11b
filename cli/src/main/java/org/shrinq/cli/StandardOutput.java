package org.shrinq.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers why it could not be written: print streams and print writers swallow that. */
final class StandardOutput extends FilterOutputStream {
    private @Nullable IOException failure;

    StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /**
     * Whether a failure is that the reader has gone, as {@code head} does when it has seen enough: the system's words
     * for it hold "pipe" in every language that glibc speaks with Latin letters.
     */
    static boolean isClosedPipe(String why) {
        return why.toLowerCase(Locale.ROOT).contains("pipe");
    }

    /** Why, in the system's words; empty while all went well. */
    Optional<String> failure() {
        return Optional.ofNullable(failure).map(e -> String.valueOf(e.getMessage()));
    }
}
