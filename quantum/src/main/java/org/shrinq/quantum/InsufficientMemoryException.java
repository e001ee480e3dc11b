package org.shrinq.quantum;

/** A refusal with figures: what was asked for cannot fit the heap. Thrown before any large array is made. */
public final class InsufficientMemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int qubits;
    private final long neededBytes;
    private final long availableBytes;

    public InsufficientMemoryException(int qubits, long neededBytes, long availableBytes) {
        super(String.format(
                java.util.Locale.ROOT,
                "%d qubits need %.2f GiB of heap, %.2f GiB are available."
                        + " Maybe use fewer qubits, single precision, or a larger -Xmx.",
                qubits,
                neededBytes / 0x1p30,
                availableBytes / 0x1p30));
        this.qubits = qubits;
        this.neededBytes = neededBytes;
        this.availableBytes = availableBytes;
    }

    public int qubits() {
        return qubits;
    }

    public long neededBytes() {
        return neededBytes;
    }

    public long availableBytes() {
        return availableBytes;
    }

    /**
     * Refuses when {@code neededBytes} exceed what the heap could still give.
     *
     * @throws InsufficientMemoryException in that case
     */
    public static void check(int qubits, long neededBytes) {
        Runtime runtime = Runtime.getRuntime();
        long available = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
        if (neededBytes > available) {
            throw new InsufficientMemoryException(qubits, neededBytes, available);
        }
    }
}
