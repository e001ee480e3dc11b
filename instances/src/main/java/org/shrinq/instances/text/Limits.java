package org.shrinq.instances.text;

/**
 * What the heap can hold. Sizes are checked when a header promises them, before memory is taken.
 *
 * @param heapBytes the most that this Java may use
 */
public record Limits(long heapBytes) {
    /** The limits of the running Java. */
    public static Limits ofThisJava() {
        return new Limits(Runtime.getRuntime().maxMemory());
    }

    /**
     * @param line where the promise stands, 0 when it is the file as a whole
     * @param what the promise, such as "1000000000 variables"
     * @param bytes estimate of what holding it takes
     * @throws InstanceException when that is more than nine tenths of the heap
     */
    public void require(String file, int line, String what, double bytes) {
        if (bytes > 0.9 * heapBytes) {
            throw InstanceException.at(
                    InstanceException.Reason.TOO_LARGE,
                    file,
                    line,
                    what + " would need about " + size(bytes) + " of memory, this Java may use " + size(heapBytes),
                    "Maybe the header is damaged; otherwise start Java with a larger -Xmx.");
        }
    }

    private static String size(double bytes) {
        double value = Math.max(1, bytes / (1 << 20));
        return value < 1024 ? Math.round(value) + " MiB" : Math.round(value / 102.4) / 10.0 + " GiB";
    }
}
