package org.shrinq.quantum;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** A refusal with figures: what was asked for cannot fit the heap. Thrown before any large array is made. */
public final class InsufficientMemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One part in so many of what the heap has left is in its largest pool, whichever collector runs. */
    private static final long SMALL_SHARE = 16;

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
        if (neededBytes <= wholeHeapNow() / SMALL_SHARE) {
            return; // the beans of the pools need a dozen milliseconds to load
        }
        long available = availableNow();
        if (neededBytes > available) {
            System.gc(); // what is available counts garbage as used: look again without it before refusing
            available = availableNow();
        }
        if (neededBytes > available) {
            throw new InsufficientMemoryException(qubits, neededBytes, available);
        }
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
