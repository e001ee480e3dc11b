package org.shrinq.relax.lp;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.shrinq.qubo.run.Deadline;

/**
 * Calls of other libraries that ask no deadline: each runs in its own thread, for whose end nobody waits once time
 * is up. What is left behind is a daemon that works on until it ends or heeds the request to stop. There are never more
 * such threads than {@link #MOST}: a call beyond them waits.
 */
final class Unattended {
    /** Threads of the whole process, those included that nobody waits for any more. */
    static final int MOST = Math.max(4, Runtime.getRuntime().availableProcessors());

    private static final Semaphore PLACES = new Semaphore(MOST);

    private static final long MILLIS_BETWEEN_QUESTIONS = 5;

    private Unattended() {}

    /**
     * What the task returns; empty when the deadline expires or the caller is interrupted (which is left set) before
     * that, or before the task has begun.
     *
     * @param stop asks the task to end; called when nobody waits any more, from the caller's thread
     * @param deadline asked every few milliseconds; counts are not touched
     * @throws RuntimeException what the task threw, or an error likewise
     */
    static <T> Optional<T> call(String name, Callable<Optional<T>> task, Runnable stop, Deadline deadline) {
        Deadline asked = deadline.uncounted();
        try {
            while (!PLACES.tryAcquire(MILLIS_BETWEEN_QUESTIONS, TimeUnit.MILLISECONDS)) {
                if (asked.expired()) {
                    return Optional.empty();
                }
            }
            FutureTask<Optional<T>> future = begun(name, task);
            while (!asked.expired()) {
                try {
                    return future.get(MILLIS_BETWEEN_QUESTIONS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // asked again
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw thrown(Objects.requireNonNull(e.getCause()));
        }
        stop.run();
        return Optional.empty();
    }

    private static <T> FutureTask<T> begun(String name, Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task) {
            @Override
            protected void done() {
                PLACES.release();
            }
        };
        Thread thread = new Thread(future, name);
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    private static RuntimeException thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
