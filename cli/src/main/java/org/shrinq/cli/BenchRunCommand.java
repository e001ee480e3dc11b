package org.shrinq.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.execute.BenchRunner;
import org.shrinq.bench.execute.RunExecutor;
import org.shrinq.bench.execute.RunExecutorProvider;
import org.shrinq.bench.store.RunStore;
import org.shrinq.bench.suite.BundledSuites;
import org.shrinq.bench.suite.Forecast;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.Shard;
import org.shrinq.bench.suite.Suite;
import org.shrinq.bench.suite.SuiteReader;
import org.shrinq.solver.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench run}: validates a suite whole, then does the runs that the store does not have. */
@Command(
        name = "run",
        header = "Runs a suite; goes on where an earlier call stopped.",
        sortOptions = true,
        footer = {
            "",
            "Examples:",
            "  shrinq bench run quick",
            "  shrinq bench run quick --seeds 1..2 --workers 2 --dry-run"
        })
final class BenchRunCommand implements Callable<Integer> {
    private static final String LOCAL = "local";
    private static final double SHARE_OF_HEAP = 0.8;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SUITE", description = "A bundled suite (see bench list), or a YAML file.")
    private String name = "";

    @Mixin
    private OutputFlags output = new OutputFlags();

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

    @Option(
            names = "--shard",
            paramLabel = "K/N",
            description =
                    "Only part K of N equally long parts, the same on every machine; join their stores with bench merge.")
    private @Nullable String shard;

    @Option(
            names = "--executor",
            paramLabel = "NAME",
            description =
                    "local: threads of this process (default); spark: an Apache Spark cluster, see docs/cluster.md.")
    private String executor = LOCAL;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Where the Spark cluster is, such as spark://host:7077.")
    private @Nullable String master;

    @Option(names = "--dry-run", description = "Validates, and says what would be run; runs nothing.")
    private boolean dryRun;

    @Option(names = "--retry-failed", description = "Runs that failed or were refused are tried again.")
    private boolean retryFailed;

    @Override
    public Integer call() {
        Suite suite = adjust(find());
        Path path = storePath == null ? Path.of("results", suite.name() + ".db") : storePath;
        boolean fresh = dryRun && !Files.exists(path);
        Path folder = fresh ? temporaryFolder() : path.toAbsolutePath().resolveSibling("");
        try {
            Path generated =
                    folder.resolve(String.valueOf(path.getFileName()).replaceFirst("\\.db$", "") + ".instances");
            Plan plan = Plan.of(
                    suite,
                    new Plan.Folders(BenchFolders.bundledInstances(), Optional.ofNullable(instances), generated));
            tellSkipped(plan);
            if (plan.tasks().isEmpty()) {
                throw new Failures.InputException("suite " + suite.name()
                        + " has no instance to run on. Name the folder that holds them with --instances FOLDER.");
            }
            plan = shard == null ? plan : plan.of(part(shard));
            try (RunStore store = RunStore.open(fresh ? folder.resolve("none.db") : path)) {
                return run(plan, store, path);
            }
        } finally {
            if (fresh) {
                remove(folder);
            }
        }
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

    private static Shard part(String text) {
        return Shard.parse(text)
                .orElseThrow(() -> new Failures.UsageException(
                        "--shard is '" + text + "', expected a part of all parts such as 3/16."));
    }

    private void tellSkipped(Plan plan) {
        for (String what : plan.skipped()) {
            spec.commandLine().getErr().println("shrinq: skipped " + what);
        }
    }

    private int run(Plan plan, RunStore store, Path path) {
        Suite suite = plan.suite();
        int atATime = suite.limits().workers() > 0
                ? suite.limits().workers()
                : Math.max(
                        1,
                        Runtime.getRuntime().availableProcessors()
                                / suite.limits().threads());
        long heap = (long) (SHARE_OF_HEAP * Runtime.getRuntime().maxMemory());
        if (retryFailed && !dryRun) {
            store.forgetFailures();
        }
        try (RunExecutor runs = executor(suite, atATime, heap)) {
            return run(plan, store, path, runs, heap);
        }
    }

    private RunExecutor executor(Suite suite, int atATime, long heap) {
        if (executor.equals(LOCAL)) {
            if (master != null) {
                throw new Failures.UsageException("--master is for --executor spark.");
            }
            return RunExecutor.local(atATime, heap);
        }
        RunExecutorProvider provider = RunExecutorProvider.find(executor)
                .orElseThrow(() -> new RefusedException("no executor is called '" + executor + "' in this build. "
                        + "The one for Spark is a jar of its own: build it with 'mvn -Pspark -Dfast package', and hand it to "
                        + "spark-submit, see docs/cluster.md."));
        return provider.open(new RunExecutorProvider.Request(
                Optional.ofNullable(master), suite.limits().threads(), "shrinq " + suite.name()));
    }

    private int run(Plan plan, RunStore store, Path path, RunExecutor runs, long heap) {
        PrintWriter out = spec.commandLine().getOut();
        Suite suite = plan.suite();
        BenchRunner runner = new BenchRunner(plan, store, runs);
        Forecast forecast = runner.forecast();
        out.println("suite     " + suite.name() + ": " + suite.title());
        if (shard != null) {
            out.println("shard     " + shard);
        }
        out.println("runs      " + plan.tasks().size() + ": "
                + TextFormat.count(plan.instances().size(), "instance") + ", "
                + TextFormat.count(suite.methods().size(), "method") + ", "
                + TextFormat.count(suite.seeds().size(), "seed")
                + (suite.repeats() > 1 ? ", " + TextFormat.count(suite.repeats(), "repeat") : "") + "; "
                + forecast.done() + " in the store, " + forecast.runs() + " to do");
        out.println("time      about " + duration(forecast.seconds()) + " with "
                + TextFormat.count(runs.workers(), "worker")
                + " (" + forecast.measured() + " of the runs known from earlier ones), at most "
                + duration(forecast.mostSeconds()));
        if (executor.equals(LOCAL)) {
            out.println("memory    at most " + TextFormat.bytes(forecast.bytes()) + " of " + TextFormat.bytes(heap)
                    + ", the largest run " + TextFormat.bytes(forecast.mostBytes()));
        } else {
            out.println("memory    the largest run " + TextFormat.bytes(forecast.mostBytes()));
        }
        out.println("store     " + path);
        out.flush();
        if (executor.equals(LOCAL) && forecast.mostBytes() > heap) {
            spec.commandLine()
                    .getErr()
                    .println("shrinq: runs that need more than " + TextFormat.bytes(heap)
                            + " will be refused. Maybe fewer qubits, or SHRINQ_JAVA_OPTS=-Xmx16g.");
        }
        return dryRun ? ExitCode.OK : execute(runner, forecast, path, out);
    }

    private int execute(BenchRunner runner, Forecast forecast, Path path, PrintWriter out) {
        AtomicBoolean cancelled = new AtomicBoolean();
        BenchProgress progress =
                new BenchProgress(forecast.runs(), output, spec.commandLine().getErr());
        try (Interrupt interrupt = Interrupt.into(cancelled)) {
            try {
                runner.run(commandLine(), progress, cancelled::get);
            } finally {
                progress.close();
            }
            out.println("done      " + progress.summary());
            out.println("next      shrinq bench report " + path);
            out.flush();
        }
        return ExitCode.OK;
    }

    private String commandLine() {
        List<String> words = spec.commandLine().getParseResult().originalArgs();
        return "shrinq " + String.join(" ", words);
    }

    private static String duration(double seconds) {
        if (seconds < 90) {
            return Math.max(1, Math.round(seconds)) + " s";
        }
        return seconds < 5400
                ? Math.round(seconds / 60) + " min"
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("shrinq-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (java.util.stream.Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(p);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
