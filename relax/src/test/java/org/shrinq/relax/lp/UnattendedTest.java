package org.shrinq.relax.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.run.Deadline;

class UnattendedTest {
    private static <T> Optional<T> call(Callable<Optional<T>> task, Runnable stop, Deadline deadline) {
        return Unattended.call("test", task, stop, deadline);
    }

    @Test
    void whatIsReadyInTimeIsReturned() {
        AtomicInteger stops = new AtomicInteger();
        assertThat(call(
                        () -> Optional.of(7),
                        stops::incrementAndGet,
                        Deadline.never().withChecks(0)))
                .hasValue(7);
        assertThat(stops).hasValue(0);
    }

    @Test
    void nobodyWaitsForWhatHangs() {
        CountDownLatch stopped = new CountDownLatch(1);
        Callable<Optional<Integer>> hanging = () -> {
            stopped.await();
            return Optional.of(7);
        };
        AtomicInteger questions = new AtomicInteger();
        Deadline third = Deadline.never().orWhen(() -> questions.incrementAndGet() > 2);
        assertThat(call(hanging, stopped::countDown, third)).isEmpty();
        assertThat(stopped.getCount()).isZero();
    }

    @Test
    void anInterruptEndsTheWaitAndIsLeftSet() {
        CountDownLatch stopped = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        Optional<Integer> result = call(
                () -> {
                    stopped.await();
                    return Optional.of(7);
                },
                stopped::countDown,
                Deadline.never());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(result).isEmpty();
    }

    /** However many calls time leaves behind, the threads are bounded. */
    @Test
    void callsBeyondTheMostWait() {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        Callable<Optional<Integer>> hanging = () -> {
            begun.incrementAndGet();
            end.await();
            return Optional.of(7);
        };
        for (int k = 0; k < Unattended.MOST + 3; k++) {
            AtomicInteger questions = new AtomicInteger();
            Deadline soon = Deadline.never().orWhen(() -> questions.incrementAndGet() > 1);
            assertThat(call(hanging, () -> {}, soon)).isEmpty();
        }
        assertThat(begun).hasValueLessThanOrEqualTo(Unattended.MOST);
        end.countDown();
        assertThat(call(() -> Optional.of(8), () -> {}, Deadline.never())).hasValue(8);
    }

    @Test
    void whatIsThrownThereIsThrownHere() {
        assertThatThrownBy(() -> call(
                        () -> {
                            throw new IllegalArgumentException("injected");
                        },
                        () -> {},
                        Deadline.never()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("injected");
        assertThatThrownBy(() -> call(
                        () -> {
                            throw new OutOfMemoryError("injected");
                        },
                        () -> {},
                        Deadline.never()))
                .isInstanceOf(OutOfMemoryError.class);
    }
}
