package org.shrinq.quantum.statevector;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few daemon threads that share the tasks of one pass. With one worker everything runs in the caller and no thread is
 * made. What tasks write must not overlap; sums are made afterwards in task order, so that results do not depend on the
 * number of workers.
 */
final class Workers implements AutoCloseable {
    /** One independent piece of a pass. */
    @FunctionalInterface
    interface Task {
        /** @param worker which worker runs it, for its scratch memory */
        void run(int task, int worker);
    }

    private final int count;
    private final ExecutorService threads;

    private Workers(int count, ExecutorService threads) {
        this.count = count;
        this.threads = threads;
    }

    static Workers of(int count) {
        return new Workers(count, Executors.newFixedThreadPool(Math.max(1, count - 1), body -> {
            Thread thread = new Thread(body, "state-vector");
            thread.setDaemon(true);
            return thread;
        }));
    }

    int count() {
        return count;
    }

    void run(int tasks, Task task) {
        int helpers = Math.min(count, tasks) - 1;
        if (helpers <= 0) {
            for (int t = 0; t < tasks; t++) {
                task.run(t, 0);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Future<?>[] futures = new Future<?>[helpers];
        for (int h = 0; h < helpers; h++) {
            int worker = h + 1;
            futures[h] = threads.submit(() -> drain(next, tasks, task, worker));
        }
        drain(next, tasks, task, 0);
        for (Future<?> future : futures) {
            await(future);
        }
    }

    private static void drain(AtomicInteger next, int tasks, Task task, int worker) {
        for (int t = next.getAndIncrement(); t < tasks; t = next.getAndIncrement()) {
            task.run(t, worker);
        }
    }

    /** Waits even when interrupted: the arrays are in use until the task ends. */
    private static void await(Future<?> future) {
        boolean interrupted = false;
        while (true) {
            try {
                future.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
