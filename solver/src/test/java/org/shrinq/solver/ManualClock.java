package org.shrinq.solver;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A clock that a test sets forward; every reading takes a fifth of a millisecond, so that loops that only wait for it
 * end.
 */
final class ManualClock implements LongSupplier {
    private static final long READING = 200_000;

    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long getAsLong() {
        return nanos.addAndGet(READING);
    }

    void advance(double seconds) {
        nanos.addAndGet((long) (seconds * 1e9));
    }

    double seconds() {
        return nanos.get() * 1e-9;
    }
}
