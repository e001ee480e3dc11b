package org.shrinq.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.report.MarkdownReport;
import org.shrinq.bench.steering.Steering;
import org.shrinq.bench.steering.SteeringStudy;
import org.shrinq.bench.steering.SteeringTables;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.Suite;
import org.shrinq.solver.result.TextFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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

    @Parameters(paramLabel = "SUITE", description = "A bundled suite (see bench list), or a YAML file.")
    private String name = "";

    @Mixin
    private OutputFlags output = new OutputFlags();

    @Option(
            names = "--instances",
            paramLabel = "FOLDER",
            description = "Where the suite's files are, instead of where it says itself.")
    private @Nullable Path instances;

    @Option(names = "--seeds", paramLabel = "S", description = "Seeds instead of the suite's: 7 or 1..10.")
    private @Nullable String seeds;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Writes the table as Markdown.")
    private @Nullable Path markdown;

    @Override
    public Integer call() throws IOException {
        Suite suite = BenchShrinkingCommand.suite(name, seeds);
        try (TemporaryFolder generated = new TemporaryFolder("shrinq-steering")) {
            Plan plan = Plan.of(
                    suite,
                    new Plan.Folders(
                            BenchFolders.bundledInstances(), Optional.ofNullable(instances), generated.path()));
            plan.skipped().forEach(what -> spec.commandLine().getErr().println("shrinq: skipped " + what));
            if (plan.tasks().isEmpty()) {
                throw new Failures.InputException("suite " + suite.name()
                        + " has no instance to run on. Name the folder that holds them with --instances FOLDER.");
            }
            return run(plan);
        }
    }

    private int run(Plan plan) {
        AtomicBoolean cancelled = new AtomicBoolean();
        List<Steering> all;
        try (Interrupt interrupt = Interrupt.into(cancelled)) {
            all = new SteeringStudy(plan).run(cancelled::get);
        }
        String command =
                "shrinq " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
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
