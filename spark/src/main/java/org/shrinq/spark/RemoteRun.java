package org.shrinq.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.shrinq.bench.execute.MemoryGate;
import org.shrinq.bench.execute.PackedOutcome;
import org.shrinq.bench.execute.PackedTask;
import org.shrinq.bench.execute.RunOutcome;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What an executor does with a partition, which is one task. */
final class RemoteRun extends AbstractFunction1<Iterator<PackedTask>, PackedOutcome> implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double SHARE_OF_HEAP = 0.8;

    /** What all tasks of an executor's process share. */
    private static final class Process {
        private static final MemoryGate HEAP =
                MemoryGate.of((long) (SHARE_OF_HEAP * Runtime.getRuntime().maxMemory()));
        private static final Map<String, Path> FILES = new ConcurrentHashMap<>();
    }

    private final Map<String, Broadcast<byte[]>> contents;

    /**
     * For tasks of these instances.
     *
     * @param contents bytes of files by instance
     */
    RemoteRun(Map<String, Broadcast<byte[]>> contents) {
        this.contents = contents;
    }

    @Override
    public PackedOutcome apply(Iterator<PackedTask> partition) {
        PackedTask task = partition.next();
        TaskContext context = TaskContext.get();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // service loaders of libraries look where the application's jar is
        thread.setContextClassLoader(RemoteRun.class.getClassLoader());
        try {
            Optional<RunOutcome> outcome = Process.HEAP.through(
                    task.bytes(),
                    "Maybe fewer qubits, or a larger spark.executor.memory.",
                    () -> task.perform(file(task), context::isInterrupted),
                    context::isInterrupted);
            context.killTaskIfInterrupted();
            return PackedOutcome.of(task.number(), outcome.orElseThrow());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** A copy of the instance's file, once a process. */
    private Path file(PackedTask task) {
        return Process.FILES.computeIfAbsent(task.instance() + "/" + task.fileName(), key -> {
            try {
                Path folder = Files.createTempDirectory("shrinq-instance");
                Path file = folder.resolve(task.fileName());
                folder.toFile().deleteOnExit();
                file.toFile().deleteOnExit();
                return Files.write(
                        file,
                        Objects.requireNonNull(contents.get(task.instance())).value());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write a copy of " + task.fileName(), e);
            }
        });
    }
}
