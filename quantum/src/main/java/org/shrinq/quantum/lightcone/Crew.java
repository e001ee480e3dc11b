package org.shrinq.quantum.lightcone;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.run.Threads;

/** Shares independent tasks among a few threads that live for one call. */
final class Crew {
    /** Fewer tasks a thread than this are not worth starting one. */
    private static final int LEAST = 4;

    private Crew() {}

    /**
     * Runs tasks 0 … count − 1, in any order when there are several threads.
     *
     * @param stop asked before every task
     * @return false when stopped
     */
    static boolean run(int threads, int count, IntConsumer task, BooleanSupplier stop) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Runnable work = () -> {
            for (int k = next.getAndIncrement(); k < count && failure.get() == null; k = next.getAndIncrement()) {
                if (stop.getAsBoolean()) {
                    return;
                }
                try {
                    task.accept(k);
                    done.incrementAndGet();
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                }
            }
        };
        Thread[] helpers = new Thread[Math.max(0, Math.min(threads, count / LEAST) - 1)];
        for (int h = 0; h < helpers.length; h++) {
            helpers[h] = new Thread(work, "light-cone");
            helpers[h].setDaemon(true);
            helpers[h].start();
        }
        work.run();
        for (Thread helper : helpers) {
            Threads.join(helper); // their arrays are in use until they are done
        }
        Throwable first = failure.get();
        if (first instanceof RuntimeException e) {
            throw e;
        }
        if (first instanceof Error e) {
            throw e;
        }
        return done.get() == count;
    }
}
