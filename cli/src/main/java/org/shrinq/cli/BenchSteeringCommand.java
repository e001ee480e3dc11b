package org.shrinq.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.report.MarkdownReport;
import org.shrinq.bench.steering.Steering;
import org.shrinq.bench.steering.SteeringStudy;
import org.shrinq.bench.steering.SteeringTables;
import org.shrinq.bench.suite.Plan;
import org.shrinq.solver.result.TextFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench steering}: searches that go by correlations beside the same searches without them. */
@Command(
        name = "steering",
        header = "Searches with correlations of every source of a suite, beside plain ones, in flips.",
        sortOptions = true,
        footer = {
            "",
            "Tabu search that begins on the correlations in place of the couplings, and",
            "annealing with moves of clusters, against the same searches with equal work.",
            "",
            "Examples:",
            "  shrinq bench steering steering --seeds 1 --markdown steering.md",
            "  shrinq bench steering mine.yaml"
        })
final class BenchSteeringCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteFlags flags = new SuiteFlags();

    @Mixin
    private OutputFlags output = new OutputFlags();

    @Option(names = "--markdown", paramLabel = "FILE", description = "Writes the table as Markdown.")
    private @Nullable Path markdown;

    @Override
    public Integer call() throws IOException {
        try (TemporaryFolder generated = new TemporaryFolder("shrinq-steering")) {
            return run(flags.plan(
                    flags.suite(), generated.path(), spec.commandLine().getErr()));
        }
    }

    private int run(Plan plan) {
        AtomicBoolean cancelled = new AtomicBoolean();
        List<Steering> all;
        try (Interrupt interrupt = Interrupt.into(cancelled)) {
            all = new SteeringStudy(plan).run(cancelled::get);
        }
        String command = TextFormat.commandLine(spec);
        if (markdown != null) {
            TextFiles.write(
                    markdown, MarkdownReport.of(SteeringTables.of(plan.suite().name(), command, all), Set.of()));
        }
        if (!output.isQuiet()) {
            PrintWriter out = spec.commandLine().getOut();
            SteeringTables.sentences(all).forEach(out::println);
            out.flush();
        }
        return ExitCode.OK;
    }
}
