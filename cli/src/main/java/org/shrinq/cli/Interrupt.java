package org.shrinq.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets Ctrl-C end a run with its best solution so far: the virtual machine waits for the account and the files of the
 * run.
 */
final class Interrupt implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

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

    /** Called when everything has been printed and written: lets an interrupted virtual machine end. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            done.countDown();
        }
    }
}
