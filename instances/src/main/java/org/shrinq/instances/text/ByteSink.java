package org.shrinq.instances.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Bytes of a stream whose length nobody knows before its end, with a guard on how many there may be. */
final class ByteSink {
    private static final int LARGEST = Integer.MAX_VALUE - 16;

    private final String file;
    private final String what;
    private final Limits limits;
    private byte[] bytes;
    private int filled;

    /**
     * @param what words before the number of bytes in errors, such as "text that unpacks to more than"
     */
    ByteSink(String file, String what, int capacity, Limits limits) {
        this.what = what;
        this.file = file;
        this.limits = limits;
        bytes = new byte[capacity];
    }

    int size() {
        return filled;
    }

    /** Reads to the end of the stream. */
    void readAll(InputStream in) throws IOException {
        while (true) {
            if (filled + 1 >= bytes.length) {
                grow();
            }
            int got = in.read(bytes, filled, bytes.length - 1 - filled);
            if (got < 0) {
                return;
            }
            filled += got;
        }
    }

    private void grow() {
        long capacity = Math.min(LARGEST, 2L * bytes.length);
        limits.require(file, 0, what + " " + filled + " bytes", 3 * capacity);
        if (capacity <= filled + 1) {
            throw InstanceException.of(InstanceException.Reason.TOO_LARGE, file, "holds more than 2 GiB of text", "");
        }
        bytes = Arrays.copyOf(bytes, (int) capacity);
    }

    /** What was read, and a line end after it. */
    byte[] bytes() {
        byte[] exact = Arrays.copyOf(bytes, filled + 1);
        exact[filled] = '\n';
        return exact;
    }
}
