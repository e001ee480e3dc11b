package org.shrinq.qubo.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {
    private static final long SECOND = 1_000_000_000L;

    /** System.nanoTime may start anywhere and may wrap around. */
    @ParameterizedTest(name = "clock starts at {0}")
    @ValueSource(longs = {0, 12345, -5_000_000_000L, Long.MAX_VALUE - 500_000_000L, Long.MIN_VALUE})
    void expiresOnItsClock(long start) {
        AtomicLong now = new AtomicLong(start);
        Deadline deadline = Deadline.after(2, now::get);
        assertThat(deadline.hasTimeLimit()).isTrue();
        assertThat(deadline.expired()).isFalse();
        assertThat(deadline.remainingSeconds()).isCloseTo(2, within(1e-9));
        now.addAndGet(SECOND / 2);
        assertThat(deadline.remainingSeconds()).isCloseTo(1.5, within(1e-9));
        now.addAndGet(3 * SECOND / 2 - 1);
        assertThat(deadline.expired()).isFalse();
        now.addAndGet(1);
        assertThat(deadline.expired()).as("exactly at the end").isTrue();
        assertThat(deadline.remainingSeconds()).isZero();
        now.addAndGet(SECOND);
        assertThat(deadline.expired()).isTrue();
        assertThat(deadline.remainingSeconds()).isZero();
    }

    @ParameterizedTest(name = "clock starts at {0}")
    @ValueSource(longs = {0, Long.MAX_VALUE - 500_000_000L})
    void withinTakesTheEarlierEnd(long start) {
        AtomicLong now = new AtomicLong(start);
        Deadline outer = Deadline.after(10, now::get);
        Deadline inner = outer.within(0.25);
        assertThat(inner.remainingSeconds()).isCloseTo(0.25, within(1e-9));
        assertThat(outer.within(20).remainingSeconds()).isCloseTo(10, within(1e-9));
        assertThat(outer.within(-1).expired()).isTrue();
        assertThat(outer.within(0).expired()).isTrue();
        assertThat(outer.within(1e10)).isSameAs(outer);
        now.addAndGet(SECOND / 4);
        assertThat(inner.expired()).isTrue();
        assertThat(outer.expired()).isFalse();
        assertThat(outer.within(1).remainingSeconds())
                .as("from now, not from the start")
                .isCloseTo(1, within(1e-9));
        assertThat(outer.within(9.875).remainingSeconds()).isCloseTo(9.75, within(1e-9));
    }

    @Test
    void neverHasNoLimit() {
        Deadline never = Deadline.never();
        assertThat(never.hasTimeLimit()).isFalse();
        assertThat(never.expired()).isFalse();
        assertThat(never.remainingSeconds()).isInfinite();
        assertThat(Deadline.after(Double.POSITIVE_INFINITY)).isSameAs(never);
        assertThat(Deadline.after(1.1e9, () -> 0).hasTimeLimit()).isFalse();
        assertThat(Deadline.after(1e9, () -> 0).hasTimeLimit()).isTrue();
        assertThat(Deadline.after(1e9, () -> 0).remainingSeconds()).isCloseTo(1e9, within(1e-3));
        assertThat(never.within(2e9)).isSameAs(never);
        assertThat(never.within(1e9).hasTimeLimit()).isTrue();
    }

    @Test
    void withoutLimitItsClockTellsParts() {
        AtomicLong now = new AtomicLong(7);
        Deadline part = Deadline.never(now::get).within(2);
        Stopwatch watch = part.stopwatch();
        now.addAndGet(3 * SECOND / 2);
        assertThat(part.expired()).isFalse();
        assertThat(watch.seconds()).isCloseTo(1.5, within(1e-9));
        assertThat(Stopwatch.since(7 - SECOND, now::get).seconds()).isCloseTo(2.5, within(1e-9));
        now.addAndGet(SECOND / 2);
        assertThat(part.expired()).isTrue();
    }

    @Test
    void tellsWhetherTimeEndedAnything() {
        AtomicLong now = new AtomicLong();
        Deadline whole = Deadline.never(now::get);
        Deadline part = whole.within(1);
        assertThat(part.withChecks(0).expired()).isTrue();
        assertThat(part.orWhen(() -> true).expired()).isTrue();
        assertThat(whole.hasStruck()).as("counts and cancellation").isFalse();
        now.addAndGet(SECOND);
        assertThat(whole.hasStruck()).as("nobody has asked").isFalse();
        assertThat(part.withChecks(5).expired()).isTrue();
        assertThat(whole.hasStruck()).isTrue();
        assertThat(part.hasStruck()).isTrue();
        Deadline ofAll = Deadline.never().within(0);
        assertThat(ofAll.expired()).isTrue();
        assertThat(ofAll.hasStruck()).isTrue();
        assertThat(Deadline.never().hasStruck()).isFalse();
        assertThat(Deadline.never().within(1).hasStruck()).isFalse();
        Deadline early = Deadline.after(5, now::get);
        early.strike();
        assertThat(early.hasStruck()).isTrue();
        assertThat(early.remainingSeconds()).isPositive();
    }

    /** Real time, but no waiting: an hour is not over, no time at all is. */
    @Test
    void realTime() {
        assertThat(Deadline.after(3600).expired()).isFalse();
        assertThat(Deadline.after(3600).remainingSeconds()).isBetween(3000.0, 3600.0);
        assertThat(Deadline.after(0).expired()).isTrue();
        assertThat(Deadline.after(-5).expired()).isTrue();
        assertThat(Deadline.never().within(3600).remainingSeconds()).isBetween(3000.0, 3600.0);
        assertThat(Deadline.never().within(0).expired()).isTrue();
    }

    @Test
    void notANumberIsRefused() {
        assertThatThrownBy(() -> Deadline.after(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Deadline.never().within(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void signalsAddUp() {
        AtomicLong now = new AtomicLong();
        AtomicBoolean first = new AtomicBoolean();
        AtomicBoolean second = new AtomicBoolean();
        Deadline plain = Deadline.after(5, now::get);
        Deadline deadline = plain.orWhen(first::get).orWhen(second::get);
        assertThat(deadline.hasTimeLimit()).isTrue();
        assertThat(deadline.expired()).isFalse();
        assertThat(deadline.remainingSeconds()).isCloseTo(5, within(1e-9));
        second.set(true);
        assertThat(deadline.expired()).isTrue();
        assertThat(deadline.remainingSeconds()).isZero();
        assertThat(deadline.within(3).expired())
                .as("a shorter limit keeps the signals")
                .isTrue();
        second.set(false);
        first.set(true);
        assertThat(deadline.expired()).isTrue();
        first.set(false);
        assertThat(deadline.expired()).isFalse();
        assertThat(plain.expired()).isFalse();
        now.set(5 * SECOND);
        assertThat(deadline.expired()).as("the time limit still counts").isTrue();
        Deadline cancelled = Deadline.never().orWhen(() -> true);
        assertThat(cancelled.expired()).isTrue();
        assertThat(cancelled.hasTimeLimit()).isFalse();
        assertThat(cancelled.remainingSeconds()).isZero();
        assertThat(Deadline.never().expired()).isFalse();
    }

    @Test
    void checksAreCounted() {
        Deadline deadline = Deadline.never().withChecks(3);
        assertThat(deadline.hasTimeLimit()).as("a count is reproducible").isFalse();
        assertThat(deadline.expired()).isFalse();
        assertThat(deadline.remainingSeconds()).as("the second question").isInfinite();
        assertThat(deadline.expired()).isFalse();
        assertThat(deadline.expired()).isTrue();
        assertThat(deadline.expired()).isTrue();
        assertThat(deadline.remainingSeconds()).isZero();
        assertThat(Deadline.never().withChecks(0).expired()).isTrue();
        AtomicInteger asked = new AtomicInteger();
        Deadline both =
                Deadline.never().orWhen(() -> asked.incrementAndGet() == 2).withChecks(100);
        assertThat(both.expired()).isFalse();
        assertThat(both.expired()).isTrue();
        AtomicLong now = new AtomicLong();
        Deadline timed = Deadline.after(1, now::get).withChecks(10);
        assertThat(timed.expired()).isFalse();
        now.set(SECOND);
        assertThat(timed.expired()).isTrue();
    }

    @Test
    void uncountedQuestionsLeaveTheCount() {
        boolean[] cancelled = {false};
        Deadline counted =
                Deadline.never().orWhen(() -> cancelled[0]).withChecks(2).within(5);
        Deadline uncounted = counted.uncounted();
        for (int k = 0; k < 10; k++) {
            assertThat(uncounted.expired()).isFalse();
        }
        assertThat(counted.expired()).isFalse();
        assertThat(counted.expired()).isFalse();
        assertThat(counted.expired()).isTrue();
        assertThat(counted.remainingSeconds()).isZero();
        assertThat(uncounted.remainingSeconds()).isPositive();
        cancelled[0] = true;
        assertThat(uncounted.expired()).isTrue();
    }
}
