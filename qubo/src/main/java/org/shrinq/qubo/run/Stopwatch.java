package org.shrinq.qubo.run;

import java.util.function.LongSupplier;

/** Seconds since a moment, on a clock that the caller passes in. Immutable. */
public final class Stopwatch {
    private final LongSupplier nanoClock;
    private final long startNanos;

    private Stopwatch(LongSupplier nanoClock, long startNanos) {
        this.nanoClock = nanoClock;
        this.startNanos = startNanos;
    }

    /** Started now. */
    public static Stopwatch started(LongSupplier nanoClock) {
        return new Stopwatch(nanoClock, nanoClock.getAsLong());
    }

    /** Started at an earlier reading of the same clock. */
    public static Stopwatch since(long startNanos, LongSupplier nanoClock) {
        return new Stopwatch(nanoClock, startNanos);
    }

    public double seconds() {
        return (nanoClock.getAsLong() - startNanos) * 1e-9;
    }

    @Override
    public String toString() {
        return "Stopwatch[" + seconds() + " s]";
    }
}
