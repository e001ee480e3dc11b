package org.shrinq.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.BlockManagerId;
import org.shrinq.bench.portfolio.MemberHost;
import org.shrinq.bench.portfolio.PackedLeg;
import org.shrinq.bench.portfolio.PackedReport;
import org.shrinq.bench.portfolio.RemotePortfolio;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What an executor does with a partition, which is a leg of a member. */
final class RemoteLeg extends AbstractFunction1<Iterator<PackedLeg>, PackedReport> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What all tasks of an executor's process share. */
    private static final class Process {
        private static final MemberHost HOST = new MemberHost();
        private static final Map<String, Path> FILES = new ConcurrentHashMap<>();
    }

    private final String id;
    private final RemotePortfolio portfolio;
    private final Broadcast<byte[]> content;

    RemoteLeg(String id, RemotePortfolio portfolio, Broadcast<byte[]> content) {
        this.id = id;
        this.portfolio = portfolio;
        this.content = content;
    }

    /** Lets go of a portfolio that ran in this process, as executors of a local master do. */
    static void forget(String id) {
        Process.HOST.forget(id);
    }

    @Override
    public PackedReport apply(Iterator<PackedLeg> partition) {
        PackedLeg leg = partition.next();
        TaskContext context = TaskContext.get();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // service loaders of libraries look where the application's jar is
        thread.setContextClassLoader(RemoteLeg.class.getClassLoader());
        try {
            PackedReport report = Process.HOST.perform(id, portfolio, leg, file(), location(), context::isInterrupted);
            context.killTaskIfInterrupted();
            return report;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** This executor, as Spark's scheduler takes it for a place that a task prefers. */
    private static String location() {
        BlockManagerId here = SparkEnv.get().blockManager().blockManagerId();
        return "executor_" + here.host() + "_" + here.executorId();
    }

    /** A copy of the instance's file, once a process. */
    private Path file() {
        return Process.FILES.computeIfAbsent(id, key -> {
            try {
                Path folder = Files.createTempDirectory("shrinq-instance");
                Path file = folder.resolve(portfolio.fileName());
                folder.toFile().deleteOnExit();
                file.toFile().deleteOnExit();
                return Files.write(file, content.value());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write a copy of " + portfolio.fileName(), e);
            }
        });
    }
}
