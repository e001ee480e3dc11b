package org.shrinq.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.execute.RunExecutor;
import org.shrinq.bench.execute.RunExecutorProvider;
import org.shrinq.bench.suite.BundledSuites;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.Suite;
import org.shrinq.bench.suite.SuiteReader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code bench run} and {@code bench tune} share: which suite, on which files, into which store, and who does the runs. */
final class BenchTarget {
    private static final double SHARE_OF_HEAP = 0.8;

    @Parameters(paramLabel = "SUITE", description = "A bundled suite (see bench list), or a YAML file.")
    private String name = "";

    @Option(names = "--store", paramLabel = "FILE", description = "The store. Default: results/SUITE.db.")
    private @Nullable Path storePath;

    @Option(
            names = "--instances",
            paramLabel = "FOLDER",
            description = "Where the suite's files are, instead of where it says itself.")
    private @Nullable Path instances;

    @Option(names = "--seeds", paramLabel = "S", description = "Seeds instead of the suite's: 7 or 1..10.")
    private @Nullable String seeds;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Runs at a time. Default: the suite's, or one per core.")
    private @Nullable Integer workers;

    @Mixin
    private ExecutorFlags executor = new ExecutorFlags();

    /** The suite as the flags change it. */
    Suite suite() {
        return adjust(find());
    }

    /** The store, whether it is there or not. */
    Path store(Suite suite) {
        return storePath == null ? Path.of("results", suite.name() + ".db") : storePath;
    }

    /** Every run of a suite; says what is left out. Generated instances are written into a folder beside the store. */
    Plan plan(Suite suite, Path folder, PrintWriter err) {
        String store = String.valueOf(store(suite).getFileName()).replaceFirst("\\.db$", "");
        Plan plan = Plan.of(
                suite,
                new Plan.Folders(
                        BenchFolders.bundledInstances(),
                        Optional.ofNullable(instances),
                        folder.resolve(store + ".instances")));
        for (String what : plan.skipped()) {
            err.println("shrinq: skipped " + what);
        }
        if (plan.tasks().isEmpty()) {
            throw new Failures.InputException("suite " + suite.name()
                    + " has no instance to run on. Name the folder that holds them with --instances FOLDER.");
        }
        return plan;
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

    private Suite find() {
        Optional<Suite> bundled = BundledSuites.find(name);
        return bundled.orElseGet(() -> SuiteReader.read(Path.of(name)));
    }

    private Suite adjust(Suite suite) {
        Suite adjusted = suite;
        if (seeds != null) {
            adjusted = adjusted.withSeeds(SuiteReader.range(seeds)
                    .orElseThrow(() -> new Failures.UsageException(
                            "--seeds is '" + seeds + "', expected a number or a range such as 1..10.")));
        }
        if (workers != null) {
            if (workers < 1) {
                throw new Failures.UsageException("--workers is '" + workers + "', expected at least 1.");
            }
            Suite.Limits limits = adjusted.limits();
            adjusted = adjusted.withLimits(new Suite.Limits(limits.seconds(), limits.threads(), workers));
        }
        return adjusted;
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
