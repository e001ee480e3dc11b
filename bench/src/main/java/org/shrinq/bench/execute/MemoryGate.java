package org.shrinq.bench.execute;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.shrinq.bench.store.Place;
import org.shrinq.bench.store.StoredRun.Ended;

/**
 * Lets runs of one process begin only when their forecasts of memory fit beside those in flight. Safe for use by
 * several threads.
 */
public final class MemoryGate {
    private static final long UNIT = 1L << 20;
    private static final long WAIT_MILLIS = 200;

    private final int units;
    private final Semaphore memory;

    private MemoryGate(int units) {
        this.units = units;
        this.memory = new Semaphore(units, true);
    }

    /** A gate for so much heap. */
    public static MemoryGate of(long heapBytes) {
        return new MemoryGate((int) Math.max(1, Math.min(Integer.MAX_VALUE, heapBytes / UNIT)));
    }

    /**
     * Waits for the memory, runs, and gives it back.
     *
     * @param bytes the run's forecast
     * @param advice what to do when it can never fit
     * @return refused when the forecast is more than there is; empty when cancelled while waiting
     */
    public Optional<RunOutcome> through(
            long bytes, String advice, Supplier<RunOutcome> run, BooleanSupplier cancelled) {
        int need = (int) Math.min(Integer.MAX_VALUE, bytes / UNIT + 1);
        if (need > units) {
            return Optional.of(new RunOutcome(
                    Ended.REFUSED,
                    Instant.now().toString(),
                    0,
                    Optional.empty(),
                    Optional.of("needs about " + need + " MiB, " + units + " MiB are available. " + advice),
                    Place.here()));
        }
        try {
            while (!memory.tryAcquire(need, WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                if (cancelled.getAsBoolean()) {
                    return Optional.empty();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(run.get());
        } finally {
            memory.release(need);
        }
    }
}
