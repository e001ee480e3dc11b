package org.shrinq.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.report.MarkdownReport;
import org.shrinq.bench.report.Reference;
import org.shrinq.bench.shrinking.Calibrating;
import org.shrinq.bench.shrinking.ShrinkStudy;
import org.shrinq.bench.shrinking.Shrinking;
import org.shrinq.bench.shrinking.StudyTables;
import org.shrinq.bench.suite.BundledSuites;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.Suite;
import org.shrinq.bench.suite.SuiteReader;
import org.shrinq.report.Report;
import org.shrinq.solver.result.TextFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench shrinking}: the shrinkings of a suite alone, judged by the exact optima of what they leave. */
@Command(
        name = "shrinking",
        header = "Shrinks as a suite says, without circuits: which optima are kept, which steps right.",
        sortOptions = true,
        footer = {
            "",
            "No reductions, no circuit, no repair: every string of the small problem is gone",
            "through. Optima are listed, given, or found by branch and bound.",
            "",
            "Examples:",
            "  shrinq bench shrinking calibration --seeds 1 --markdown steps.md",
            "  shrinq bench shrinking shrinking --seeds 1 --markdown kept.md"
        })
final class BenchShrinkingCommand implements Callable<Integer> {
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

    @Option(names = "--reference", paramLabel = "FILE", description = "CSV with best known values; may be repeated.")
    private List<Path> references = List.of();

    @Option(names = "--markdown", paramLabel = "FILE", description = "Writes the tables as Markdown.")
    private @Nullable Path markdown;

    @Option(
            names = "--tables",
            split = ",",
            paramLabel = "NAME",
            description = "Only these tables: kept-together, kept, kept-by-instance, guard, looked, calibration.")
    private Set<String> tables = new LinkedHashSet<>();

    @Option(names = "--calibration", paramLabel = "FILE", description = "Writes the counts of right steps as CSV.")
    private @Nullable Path calibration;

    @Override
    public Integer call() throws IOException {
        Suite suite = suite(name, seeds);
        try (TemporaryFolder generated = new TemporaryFolder("shrinq-shrinking")) {
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

    static Suite suite(String name, @Nullable String seeds) {
        Suite suite = BundledSuites.find(name).orElseGet(() -> SuiteReader.read(Path.of(name)));
        return seeds == null
                ? suite
                : suite.withSeeds(SuiteReader.range(seeds)
                        .orElseThrow(() -> new Failures.UsageException(
                                "--seeds is '" + seeds + "', expected a number or a range such as 1..10.")));
    }

    private int run(Plan plan) {
        PrintWriter out = spec.commandLine().getOut();
        ShrinkStudy study = new ShrinkStudy(plan, Reference.read(references));
        AtomicBoolean cancelled = new AtomicBoolean();
        int[] counts = new int[2];
        List<Shrinking> all;
        try (Interrupt interrupt = Interrupt.into(cancelled)) {
            all = study.run(
                    s -> {
                        counts[0]++;
                        counts[1] += s.kept() ? 1 : 0;
                    },
                    cancelled::get);
        }
        String command =
                "shrinq " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
        Report report =
                StudyTables.of(plan.suite().name(), command, plan.suite().methods(), all, study.leftOut());
        if (markdown != null) {
            TextFiles.write(markdown, MarkdownReport.of(report, tables));
        }
        if (calibration != null) {
            TextFiles.write(calibration, Calibrating.text(all, command));
        }
        if (!output.isQuiet()) {
            out.println(TextFormat.count(counts[0], "shrinking") + ", an optimum kept in " + counts[1]);
            study.leftOut().forEach(i -> out.println("left out " + i + ": no optimum is known"));
        }
        out.flush();
        return ExitCode.OK;
    }
}
