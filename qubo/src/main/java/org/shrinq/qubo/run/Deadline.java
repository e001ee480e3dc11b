package org.shrinq.qubo.run;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * When to stop: a point in time on a clock that the caller passes in, a cancellation signal, or neither. Every long
 * running stage takes one, asks {@link #expired} between its steps and returns its best result so far. Immutable, except
 * for {@link #withChecks}.
 */
public final class Deadline {
    private static final Deadline NEVER = new Deadline(() -> 0L, Long.MAX_VALUE, () -> false);

    private final LongSupplier nanoClock;
    private final long endNanos;
    private final BooleanSupplier cancelled;

    private Deadline(LongSupplier nanoClock, long endNanos, BooleanSupplier cancelled) {
        this.nanoClock = nanoClock;
        this.endNanos = endNanos;
        this.cancelled = cancelled;
    }

    /** No limit at all; reads no clock. */
    public static Deadline never() {
        return NEVER;
    }

    /**
     * {@code seconds} from now on {@link System#nanoTime}; an infinite or larger than 10⁹ number of seconds is no limit.
     */
    public static Deadline after(double seconds) {
        return after(seconds, System::nanoTime);
    }

    /** {@code seconds} from now on a clock that counts nanoseconds, such as {@link System#nanoTime} or a test's own. */
    public static Deadline after(double seconds, LongSupplier nanoClock) {
        requireNumber(seconds);
        if (seconds > 1e9) {
            return NEVER;
        }
        return new Deadline(nanoClock, nanoClock.getAsLong() + (long) (Math.max(0, seconds) * 1e9), () -> false);
    }

    private static void requireNumber(double seconds) {
        if (Double.isNaN(seconds)) {
            throw new IllegalArgumentException("seconds is NaN");
        }
    }

    /**
     * This deadline, or the moment at which {@link #expired} or {@link #remainingSeconds} has been asked more than {@code checks}
     * times, whichever is first. It counts as no time limit: a stage that asks from one thread stops at the same step every time.
     * Unlike other deadlines the result carries state, the number of times it was asked.
     */
    public Deadline withChecks(long checks) {
        AtomicLong asked = new AtomicLong();
        return orWhen(() -> asked.incrementAndGet() > checks);
    }

    /** This deadline, or the moment at which {@code signal} turns true, whichever is first. */
    public Deadline orWhen(BooleanSupplier signal) {
        BooleanSupplier before = cancelled;
        return new Deadline(nanoClock, endNanos, () -> before.getAsBoolean() || signal.getAsBoolean());
    }

    /** This deadline, or {@code seconds} from now, whichever is first. Without a clock of its own it uses nanoTime. */
    public Deadline within(double seconds) {
        requireNumber(seconds);
        if (seconds > 1e9) {
            return this;
        }
        LongSupplier clock = hasTimeLimit() ? nanoClock : System::nanoTime;
        long end = clock.getAsLong() + (long) (Math.max(0, seconds) * 1e9);
        // a nanosecond clock may wrap around, so points in time are compared by their difference
        boolean earlier = !hasTimeLimit() || end - endNanos < 0;
        return new Deadline(clock, earlier ? end : endNanos, cancelled);
    }

    public boolean expired() {
        return cancelled.getAsBoolean() || (endNanos != Long.MAX_VALUE && nanoClock.getAsLong() - endNanos >= 0);
    }

    /** Seconds left: 0 when expired, +∞ when there is no time limit. */
    public double remainingSeconds() {
        if (cancelled.getAsBoolean()) {
            return 0;
        }
        if (endNanos == Long.MAX_VALUE) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(0, (endNanos - nanoClock.getAsLong()) * 1e-9);
    }

    /** True when there is a time limit; without one a result depends on counts alone and can be reproduced. */
    public boolean hasTimeLimit() {
        return endNanos != Long.MAX_VALUE;
    }
}
