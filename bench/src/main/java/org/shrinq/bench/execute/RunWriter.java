package org.shrinq.bench.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.store.RunStore;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.qubo.run.Threads;

/**
 * Writes runs from any number of threads into a store by one thread. What has gathered while a transaction
 * was written goes into the next one, so that a run alone is written at once and thousands a second cost few
 * transactions. At most {@value #MOST} runs wait; who brings more waits too.
 */
final class RunWriter implements AutoCloseable {
    static final int MOST = 1000;

    private record Entry(StoredRun run, Runnable written) {}

    private final RunStore store;
    private final String suite;
    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(MOST);
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable RuntimeException failure;

    RunWriter(RunStore store, String suite) {
        this.store = store;
        this.suite = suite;
        this.thread = new Thread(this::write, "bench store");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Hands a run over.
     *
     * @param written called by the writer's thread once the run is in the store
     */
    void add(StoredRun run, Runnable written) {
        Entry entry = new Entry(run, written);
        boolean interrupted = false;
        try {
            while (!hasFailed()) {
                try {
                    if (queue.offer(entry, 100, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                } catch (InterruptedException e) {
                    // a run that has ended is not lost because its thread is being stopped
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether the store could not be written; nothing is taken any more. */
    boolean hasFailed() {
        return failure != null;
    }

    private void write() {
        List<Entry> batch = new ArrayList<>();
        try {
            while (true) {
                Entry first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    if (closing) {
                        return;
                    }
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch, MOST);
                store.add(suite, batch.stream().map(Entry::run).toList());
                batch.forEach(entry -> entry.written().run());
                batch.clear();
            }
        } catch (RuntimeException e) {
            failure = e;
        } catch (InterruptedException e) {
            failure = new IllegalStateException("interrupted while writing the store", e);
        }
    }

    /**
     * Writes what waits.
     *
     * @throws RuntimeException what the store said when it could not be written
     */
    @Override
    public void close() {
        closing = true;
        Threads.join(thread);
        RuntimeException e = failure;
        if (e != null) {
            throw e;
        }
    }
}
