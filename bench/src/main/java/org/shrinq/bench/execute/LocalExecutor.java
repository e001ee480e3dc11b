package org.shrinq.bench.execute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.shrinq.bench.store.Place;
import org.shrinq.bench.store.StoredRun.Ended;
import org.shrinq.bench.suite.RunTask;

/** Worker threads of this process that share its heap: a task begins when its forecast of memory fits beside those in flight. */
final class LocalExecutor implements RunExecutor {
    private static final long UNIT = 1L << 20;

    private final int workers;
    private final int units;
    private final Semaphore memory;

    LocalExecutor(int workers, long heapBytes) {
        if (workers < 1) {
            throw new IllegalArgumentException(workers + " workers, expected at least 1");
        }
        this.workers = workers;
        this.units = (int) Math.max(1, Math.min(Integer.MAX_VALUE, heapBytes / UNIT));
        this.memory = new Semaphore(units, true);
    }

    @Override
    public int workers() {
        return workers;
    }

    @Override
    public void execute(List<RunTask> tasks, Listener listener, BooleanSupplier cancelled) {
        ConcurrentLinkedQueue<RunTask> queue = new ConcurrentLinkedQueue<>(tasks);
        ExecutorService pool = Executors.newFixedThreadPool(workers, runnable -> {
            Thread thread = new Thread(runnable, "bench");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> loops = new ArrayList<>();
            for (int w = 0; w < workers; w++) {
                loops.add(pool.submit(() -> work(queue, listener, cancelled)));
            }
            for (Future<?> loop : loops) {
                await(loop);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void work(ConcurrentLinkedQueue<RunTask> queue, Listener listener, BooleanSupplier cancelled) {
        for (RunTask task = next(queue, cancelled); task != null; task = next(queue, cancelled)) {
            int need = (int) Math.min(Integer.MAX_VALUE, task.bytes() / UNIT + 1);
            if (need > units) {
                listener.finished(task, refused(task, need));
                continue;
            }
            if (!acquire(need, cancelled)) {
                return;
            }
            try {
                listener.started(task);
                RunOutcome outcome = RunWork.perform(task, cancelled);
                if (!cancelled.getAsBoolean()) {
                    listener.finished(task, outcome);
                }
            } finally {
                memory.release(need);
            }
        }
    }

    private static @org.jspecify.annotations.Nullable RunTask next(
            ConcurrentLinkedQueue<RunTask> queue, BooleanSupplier cancelled) {
        return cancelled.getAsBoolean() ? null : queue.poll();
    }

    private boolean acquire(int need, BooleanSupplier cancelled) {
        try {
            while (!memory.tryAcquire(need, 200, TimeUnit.MILLISECONDS)) {
                if (cancelled.getAsBoolean()) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private RunOutcome refused(RunTask task, int need) {
        return new RunOutcome(
                Ended.REFUSED,
                Instant.now().toString(),
                0,
                Optional.empty(),
                Optional.of("needs about " + need + " MiB, " + units + " MiB are available. Maybe fewer qubits than "
                        + task.options().qubits() + ", or a larger -Xmx."),
                Place.here());
    }

    private static void await(Future<?> loop) {
        try {
            loop.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
