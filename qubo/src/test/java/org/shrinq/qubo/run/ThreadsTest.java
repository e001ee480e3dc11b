package org.shrinq.qubo.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class ThreadsTest {
    @Test
    void anInterruptDoesNotEndTheWaitAndIsKept() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        Thread worker = new Thread(() -> {
            while (release.getCount() > 0) {
                Thread.onSpinWait();
            }
        });
        worker.start();
        AtomicBoolean ended = new AtomicBoolean();
        AtomicBoolean kept = new AtomicBoolean();
        Thread waiting = new Thread(() -> {
            Thread.currentThread().interrupt();
            Threads.join(worker);
            ended.set(!worker.isAlive());
            kept.set(Thread.currentThread().isInterrupted());
        });
        waiting.start();
        waiting.interrupt();
        release.countDown();
        waiting.join();
        assertThat(ended).isTrue();
        assertThat(kept).isTrue();
    }
}
