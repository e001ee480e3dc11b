package org.shrinq.quantum;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** A refusal with figures: what was asked for cannot fit the heap. Thrown before any large array is made. */
public final class InsufficientMemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One part in so many of what the heap has left is in its largest pool, whichever collector runs. */
    private static final long SMALL_SHARE = 16;

    private static final String LESS_OF_A_STATE = "fewer qubits, backend mps, single precision";

    private final int qubits;
    private final long neededBytes;
    private final long availableBytes;

    /** Of a state vector. */
    public InsufficientMemoryException(int qubits, long neededBytes, long availableBytes) {
        this(qubits, neededBytes, availableBytes, LESS_OF_A_STATE);
    }

    /** @param remedy what takes less, such as "a smaller bond" */
    private InsufficientMemoryException(int qubits, long neededBytes, long availableBytes, String remedy) {
        super(String.format(
                java.util.Locale.ROOT,
                "%d qubits need %s GiB of heap, %.2f GiB are available. Maybe use %s, or a larger -Xmx.",
                qubits,
                gibibytes(neededBytes),
                availableBytes / 0x1p30,
                remedy));
        this.qubits = qubits;
        this.neededBytes = neededBytes;
        this.availableBytes = availableBytes;
    }

    /** Saturated numbers say no more than that there are too many. */
    private static String gibibytes(long bytes) {
        return bytes == Long.MAX_VALUE
                ? "more than 2^33"
                : String.format(java.util.Locale.ROOT, "%.2f", bytes / 0x1p30);
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
        check(qubits, neededBytes, LESS_OF_A_STATE);
    }

    /**
     * The same with another way out.
     *
     * @param remedy what takes less, such as "a smaller bond"
     * @throws InsufficientMemoryException in that case
     */
    public static void check(int qubits, long neededBytes, String remedy) {
        if (!fits(neededBytes)) {
            throw new InsufficientMemoryException(qubits, neededBytes, availableNow(), remedy);
        }
    }

    /** Whether the heap could still give so many bytes; collects garbage before it says no. */
    public static boolean fits(long neededBytes) {
        if (neededBytes <= wholeHeapNow() / SMALL_SHARE) {
            return true; // the beans of the pools need a dozen milliseconds to load
        }
        if (neededBytes <= availableNow()) {
            return true;
        }
        System.gc(); // what is available counts garbage as used
        return neededBytes <= availableNow();
    }

    /** What the heap could still give to large arrays, which live in its largest pool where it has several. */
    private static long availableNow() {
        long whole = wholeHeapNow();
        long pool = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(u -> u.getMax() < 0 ? Long.MAX_VALUE : u.getMax() - u.getUsed())
                .max()
                .orElse(whole);
        return Math.min(whole, pool);
    }

    private static long wholeHeapNow() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }
}
