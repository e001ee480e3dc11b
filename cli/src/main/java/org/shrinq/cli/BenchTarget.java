package org.shrinq.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.execute.RunExecutor;
import org.shrinq.bench.execute.RunExecutorProvider;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.Suite;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What {@code bench run} and {@code bench tune} share: which suite, on which files, into which store, and who does the
 * runs.
 */
final class BenchTarget {
    private static final double SHARE_OF_HEAP = 0.8;

    @Mixin
    private SuiteFlags flags = new SuiteFlags();

    @Option(names = "--store", paramLabel = "FILE", description = "The store. Default: results/SUITE.db.")
    private @Nullable Path storePath;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Runs at a time. Default: the suite's, or one per core.")
    private @Nullable Integer workers;

    @Mixin
    private ExecutorFlags executor = new ExecutorFlags();

    /** The suite as the flags change it. */
    Suite suite() {
        return adjust(flags.suite());
    }

    /** The store, whether it is there or not. */
    Path store(Suite suite) {
        return storePath == null ? Path.of("results", suite.name() + ".db") : storePath;
    }

    /** Every run of a suite; says what is left out. Generated instances are written into a folder beside the store. */
    Plan plan(Suite suite, Path folder, PrintWriter err) {
        String store = String.valueOf(store(suite).getFileName()).replaceFirst("\\.db$", "");
        return flags.plan(suite, folder.resolve(store + ".instances"), err);
    }

    boolean isLocal() {
        return executor.isLocal();
    }

    /** Heap that runs of this process may use together. */
    long heap() {
        return (long) (SHARE_OF_HEAP * Runtime.getRuntime().maxMemory());
    }

    /** Who does the runs. */
    RunExecutor executor(Suite suite) {
        if (isLocal()) {
            return RunExecutor.local(workers(suite), heap());
        }
        return executor.runs()
                .open(new RunExecutorProvider.Request(
                        executor.master(), suite.limits().threads(), "shrinq " + suite.name()));
    }

    private static int workers(Suite suite) {
        Suite.Limits limits = suite.limits();
        return limits.workers() > 0
                ? limits.workers()
                : Math.max(1, Runtime.getRuntime().availableProcessors() / limits.threads());
    }

    private Suite adjust(Suite suite) {
        if (workers == null) {
            return suite;
        }
        if (workers < 1) {
            throw new Failures.UsageException("--workers is '" + workers + "', expected at least 1.");
        }
        Suite.Limits limits = suite.limits();
        return suite.withLimits(new Suite.Limits(limits.seconds(), limits.threads(), workers));
    }

    static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("shrinq-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(p);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
