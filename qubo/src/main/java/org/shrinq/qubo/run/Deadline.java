package org.shrinq.qubo.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * When to stop: a point in time on a clock that the caller passes in, a cancellation signal, or neither. Every long
 * running stage takes one, asks {@link #expired} between its steps and returns its best result so far. Immutable,
 * except for {@link #withChecks}.
 */
public final class Deadline {
    private static final Deadline NEVER = never(System::nanoTime);

    private final LongSupplier nanoClock;
    private final long endNanos;
    private final BooleanSupplier cancelled;
    /** Counts questions. */
    private final BooleanSupplier counted;
    /** Shared by a deadline and all that are derived from it. */
    private final AtomicBoolean struck;

    private Deadline(
            LongSupplier nanoClock,
            long endNanos,
            BooleanSupplier cancelled,
            BooleanSupplier counted,
            AtomicBoolean struck) {
        this.nanoClock = nanoClock;
        this.endNanos = endNanos;
        this.cancelled = cancelled;
        this.counted = counted;
        this.struck = struck;
    }

    /**
     * No limit at all; reads no clock until it is asked for {@link #within a part} or {@link #stopwatch a stopwatch}.
     */
    public static Deadline never() {
        return NEVER;
    }

    /** No limit at all, on the given clock. */
    public static Deadline never(LongSupplier nanoClock) {
        return new Deadline(nanoClock, Long.MAX_VALUE, () -> false, () -> false, new AtomicBoolean());
    }

    /**
     * {@code seconds} from now on {@link System#nanoTime}; an infinite or larger than 10⁹ number of seconds is no
     * limit.
     */
    public static Deadline after(double seconds) {
        return seconds > 1e9 ? NEVER : after(seconds, System::nanoTime);
    }

    /** {@code seconds} from now on a clock that counts nanoseconds, such as {@link System#nanoTime} or a test's own. */
    public static Deadline after(double seconds, LongSupplier nanoClock) {
        requireNumber(seconds);
        if (seconds > 1e9) {
            return never(nanoClock);
        }
        return new Deadline(
                nanoClock,
                nanoClock.getAsLong() + (long) (Math.max(0, seconds) * 1e9),
                () -> false,
                () -> false,
                new AtomicBoolean());
    }

    private static void requireNumber(double seconds) {
        if (Double.isNaN(seconds)) {
            throw new IllegalArgumentException("seconds is NaN");
        }
    }

    /**
     * This deadline, or the moment at which {@link #expired} or {@link #remainingSeconds} has been asked more than
     * {@code checks} times, whichever is first. It counts as no time limit: a stage that asks from one thread stops at
     * the same step every time. Unlike other deadlines the result carries state, the number of times it was asked.
     */
    public Deadline withChecks(long checks) {
        AtomicLong asked = new AtomicLong();
        BooleanSupplier before = counted;
        return new Deadline(
                nanoClock,
                endNanos,
                cancelled,
                () -> before.getAsBoolean() || asked.incrementAndGet() > checks,
                derivedFlag());
    }

    /** This deadline without its {@linkplain #withChecks counts}, for inner loops whose questions shall not count. */
    public Deadline uncounted() {
        return new Deadline(nanoClock, endNanos, cancelled, () -> false, derivedFlag());
    }

    /** This deadline, or the moment at which {@code signal} turns true, whichever is first. */
    public Deadline orWhen(BooleanSupplier signal) {
        BooleanSupplier before = cancelled;
        return new Deadline(
                nanoClock, endNanos, () -> before.getAsBoolean() || signal.getAsBoolean(), counted, derivedFlag());
    }

    /** This deadline, or {@code seconds} from now on its clock, whichever is first. */
    public Deadline within(double seconds) {
        requireNumber(seconds);
        if (seconds > 1e9) {
            return this;
        }
        long end = nanoClock.getAsLong() + (long) (Math.max(0, seconds) * 1e9);
        // a nanosecond clock may wrap around, so points in time are compared by their difference
        boolean earlier = !hasTimeLimit() || end - endNanos < 0;
        return new Deadline(nanoClock, earlier ? end : endNanos, cancelled, counted, derivedFlag());
    }

    /** The one deadline that all runs share has nothing to tell about any of them. */
    private AtomicBoolean derivedFlag() {
        return this == NEVER ? new AtomicBoolean() : struck;
    }

    public boolean expired() {
        return cancelled.getAsBoolean() || counted.getAsBoolean() || isTimeUp();
    }

    private boolean isTimeUp() {
        boolean up = endNanos != Long.MAX_VALUE && nanoClock.getAsLong() - endNanos >= 0;
        if (up) {
            struck.set(true);
        }
        return up;
    }

    /** Seconds left: 0 when expired, +∞ when there is no time limit. */
    public double remainingSeconds() {
        if (cancelled.getAsBoolean() || counted.getAsBoolean()) {
            return 0;
        }
        if (endNanos == Long.MAX_VALUE) {
            return Double.POSITIVE_INFINITY;
        }
        return isTimeUp() ? 0 : Math.max(0, (endNanos - nanoClock.getAsLong()) * 1e-9);
    }

    /**
     * A stage ends early in view of the time that is left, so that its result depends on time; only where there is a
     * time limit.
     */
    public void strike() {
        if (hasTimeLimit()) {
            struck.set(true);
        }
    }

    /**
     * True once time has ended a stage: a question to this deadline or to one derived from it, or from which it was
     * derived, was answered by the clock. Counts and cancellation do not count. While it is false, the same run on any
     * machine gives the same result.
     */
    public boolean hasStruck() {
        return struck.get();
    }

    /** True when there is a time limit; without one a result depends on counts alone and can be reproduced. */
    public boolean hasTimeLimit() {
        return endNanos != Long.MAX_VALUE;
    }

    /** A stopwatch on this deadline's clock, started now. */
    public Stopwatch stopwatch() {
        return Stopwatch.started(nanoClock);
    }

    @Override
    public String toString() {
        return "Deadline[" + (endNanos == Long.MAX_VALUE ? "never" : "at " + endNanos + " ns of its clock")
                + (struck.get() ? ", struck" : "") + "]";
    }
}
