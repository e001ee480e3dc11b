package org.shrinq.bench.execute;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.shrinq.bench.suite.RunTask;

/**
 * Does runs somewhere. A task says everything that is needed, and {@link RunWork#perform} turns it into an outcome
 * anywhere where the instance's file can be read, so an executor only decides where and when.
 */
public interface RunExecutor extends AutoCloseable {
    /** Hears of runs; may be called from several threads. */
    interface Listener {
        /** A run begins. */
        default void started(RunTask task) {}

        /** A run has ended. Not called for runs that were cancelled. */
        void finished(RunTask task, RunOutcome outcome);
    }

    /**
     * Does all tasks and returns when they are done. The listener hears of a failed task as of any other.
     *
     * @param cancelled asked often; once true, no task is begun, those in flight are dropped, and the call returns soon
     */
    void execute(List<RunTask> tasks, Listener listener, BooleanSupplier cancelled);

    /** Lets go of what was taken for it; nothing for threads of this process. */
    @Override
    default void close() {}

    /** Tasks that are done at a time. */
    int workers();

    /**
     * Threads of this process.
     *
     * @param workers tasks at a time, at least 1
     * @param heapBytes that tasks may use together; a task that needs more by itself is refused
     */
    static RunExecutor local(int workers, long heapBytes) {
        return new LocalExecutor(workers, heapBytes);
    }
}
