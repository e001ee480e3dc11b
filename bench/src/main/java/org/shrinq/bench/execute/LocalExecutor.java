package org.shrinq.bench.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.shrinq.bench.suite.RunTask;

/**
 * Worker threads of this process that share its heap: a task begins when its forecast of memory fits beside those in
 * flight.
 */
final class LocalExecutor implements RunExecutor {
    private final int workers;
    private final MemoryGate memory;

    LocalExecutor(int workers, long heapBytes) {
        if (workers < 1) {
            throw new IllegalArgumentException(workers + " workers, expected at least 1");
        }
        this.workers = workers;
        this.memory = MemoryGate.of(heapBytes);
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
            RunTask next = task;
            String advice = "Maybe fewer qubits than " + task.options().qubits() + ", or a larger -Xmx.";
            Optional<RunOutcome> outcome = memory.through(
                    task.bytes(),
                    advice,
                    () -> {
                        listener.started(next);
                        return RunWork.perform(next, cancelled);
                    },
                    cancelled);
            if (outcome.isPresent() && !cancelled.getAsBoolean()) {
                listener.finished(task, outcome.get());
            }
        }
    }

    private static @org.jspecify.annotations.Nullable RunTask next(
            ConcurrentLinkedQueue<RunTask> queue, BooleanSupplier cancelled) {
        return cancelled.getAsBoolean() ? null : queue.poll();
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
