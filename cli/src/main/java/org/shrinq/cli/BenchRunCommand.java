package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.execute.BenchRunner;
import org.shrinq.bench.execute.RunExecutor;
import org.shrinq.bench.store.RunStore;
import org.shrinq.bench.suite.Forecast;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.Shard;
import org.shrinq.bench.suite.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchTarget target = new BenchTarget();

    @Mixin
    private OutputFlags output = new OutputFlags();

    @Option(
            names = "--shard",
            paramLabel = "K/N",
            description =
                    "Only part K of N equally long parts, the same on every machine; join their stores with bench "
                            + "merge.")
    private @Nullable String shard;

    @Option(names = "--dry-run", description = "Validates, and says what would be run; runs nothing.")
    private boolean dryRun;

    @Option(names = "--retry-failed", description = "Runs that failed or were refused are tried again.")
    private boolean retryFailed;

    @Override
    public Integer call() {
        Suite suite = target.suite();
        Path path = target.store(suite);
        boolean fresh = dryRun && !Files.exists(path);
        Path folder =
                fresh ? BenchTarget.temporaryFolder() : path.toAbsolutePath().resolveSibling("");
        try {
            Plan plan = target.plan(suite, folder, spec.commandLine().getErr());
            plan = shard == null ? plan : plan.of(part(shard));
            try (RunStore store = RunStore.open(fresh ? folder.resolve("none.db") : path);
                    RunExecutor runs = target.executor(suite)) {
                return run(plan, store, path, runs);
            }
        } finally {
            if (fresh) {
                BenchTarget.remove(folder);
            }
        }
    }

    private static Shard part(String text) {
        return Shard.parse(text)
                .orElseThrow(() -> new Failures.UsageException(
                        "--shard is '" + text + "', expected a part of all parts such as 3/16."));
    }

    private int run(Plan plan, RunStore store, Path path, RunExecutor runs) {
        PrintWriter out = spec.commandLine().getOut();
        Suite suite = plan.suite();
        if (retryFailed && !dryRun) {
            store.forgetFailures();
        }
        long heap = target.heap();
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
                + ", at most " + duration(forecast.mostSeconds())
                + (forecast.measured() == 0 ? "" : "; " + forecast.measured() + " runs known"));
        if (target.isLocal()) {
            out.println("memory    at most " + TextFormat.bytes(forecast.bytes()) + " of " + TextFormat.bytes(heap)
                    + ", the largest run " + TextFormat.bytes(forecast.mostBytes()));
        } else {
            out.println("memory    the largest run " + TextFormat.bytes(forecast.mostBytes()));
        }
        out.println("store     " + path);
        out.flush();
        if (target.isLocal() && forecast.mostBytes() > heap) {
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
                runner.run(TextFormat.commandLine(spec), progress, cancelled::get);
            } finally {
                progress.close();
            }
            out.println("done      " + progress.summary());
            out.println("next      shrinq bench report " + path);
            out.flush();
        }
        return ExitCode.OK;
    }

    private static String duration(double seconds) {
        if (seconds < 90) {
            return Math.max(1, Math.round(seconds)) + " s";
        }
        return seconds < 5400
                ? Math.round(seconds / 60) + " min"
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
