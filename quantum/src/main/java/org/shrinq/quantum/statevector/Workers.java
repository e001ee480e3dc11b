package org.shrinq.quantum.statevector;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A few daemon threads that share the tasks of one pass. With one worker everything runs in the caller and no thread is
 * made. What tasks write must not overlap; sums are made afterwards in task order, so that results do not depend on the
 * number of workers.
 *
 * <p>Passes follow each other within microseconds, and to wake a thread takes up to a tenth of a millisecond, the time
 * of a small pass. So a thread that has run out of tasks looks for the next pass for a while before it sleeps.
 */
final class Workers implements AutoCloseable {
    private static final long SPIN_NANOS = 100_000;
    private static final long NAP_NANOS = 20_000;

    /** One independent piece of a pass. */
    @FunctionalInterface
    interface Task {
        /** @param worker which worker runs it, for its scratch memory */
        void run(int task, int worker);
    }

    /** One pass. */
    private static final class Job {
        private final int tasks;
        private final Task task;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Job(int tasks, Task task) {
            this.tasks = tasks;
            this.task = task;
        }

        /** Takes tasks until none is left; after a failure the others are only counted. */
        void drain(int worker) {
            for (int t = next.getAndIncrement(); t < tasks; t = next.getAndIncrement()) {
                try {
                    if (failure.get() == null) {
                        task.run(t, worker);
                    }
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                } finally {
                    done.incrementAndGet();
                }
            }
        }

        boolean isDone() {
            return done.get() == tasks;
        }
    }

    private final int count;
    private final Thread[] helpers;
    private volatile @Nullable Job job;
    private volatile boolean closed;

    private Workers(int count) {
        this.count = count;
        helpers = new Thread[count - 1];
    }

    static Workers of(int count) {
        return new Workers(count);
    }

    int count() {
        return count;
    }

    /**
     * Runs all tasks and returns when they are done, interrupted or not: their arrays are in use until then.
     *
     * @throws IllegalStateException with the cause, when a task has failed
     */
    void run(int tasks, Task task) {
        int wanted = Math.min(count, tasks) - 1;
        if (wanted <= 0) {
            for (int t = 0; t < tasks; t++) {
                task.run(t, 0);
            }
            return;
        }
        Job pass = new Job(tasks, task);
        job = pass;
        for (int h = 0; h < wanted; h++) {
            wake(h);
        }
        pass.drain(0);
        long since = System.nanoTime();
        while (!pass.isDone()) {
            rest(since, NAP_NANOS);
        }
        job = null;
        Throwable failure = pass.failure.get();
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    private void wake(int h) {
        if (helpers[h] == null) {
            helpers[h] = new Thread(() -> help(h + 1), "state-vector");
            helpers[h].setDaemon(true);
            helpers[h].start();
        } else {
            LockSupport.unpark(helpers[h]);
        }
    }

    private void help(int worker) {
        Job last = null;
        long since = System.nanoTime();
        while (!closed) {
            Job now = job;
            if (now == null || now == last) {
                rest(since, Long.MAX_VALUE);
            } else {
                last = now;
                now.drain(worker);
                since = System.nanoTime();
            }
        }
    }

    /** Waits a moment: awake when the waiting has just begun, asleep for at most so long later on. */
    private void rest(long since, long nanos) {
        if (System.nanoTime() - since < SPIN_NANOS) {
            Thread.onSpinWait();
        } else {
            LockSupport.parkNanos(this, nanos);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }
}
