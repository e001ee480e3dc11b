package org.shrinq.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets Ctrl-C end a run with its best solution so far: the virtual machine waits a little for the account to be printed. */
final class Interrupt implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private Interrupt(AtomicBoolean cancelled) {
        hook = new Thread(() -> {
            cancelled.set(true);
            await();
        });
    }

    private void await() {
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("shrinq: stopped without a result");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Interrupt into(AtomicBoolean cancelled) {
        Interrupt interrupt = new Interrupt(cancelled);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    /** Called when the run has ended; output that follows is short. */
    void finished() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // the hook waits: give the account a moment, then let the machine end
            Thread release = new Thread(() -> {
                try {
                    Thread.sleep(500);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                done.countDown();
            });
            release.setDaemon(true);
            release.start();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // finished() has seen to it
        }
    }
}
