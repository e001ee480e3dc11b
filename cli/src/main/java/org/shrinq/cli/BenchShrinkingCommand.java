package org.shrinq.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.report.Reference;
import org.shrinq.bench.shrinking.Calibrating;
import org.shrinq.bench.shrinking.ShrinkStudy;
import org.shrinq.bench.shrinking.Shrinking;
import org.shrinq.bench.shrinking.StudyTables;
import org.shrinq.bench.suite.Plan;
import org.shrinq.solver.result.TextFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Mixin
    private StudyFlags flags = new StudyFlags();

    @Option(names = "--reference", paramLabel = "FILE", description = "CSV with best known values; may be repeated.")
    private List<Path> references = List.of();

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
        return flags.run(spec, this::run);
    }

    private void run(Plan plan, String command, BooleanSupplier cancelled) {
        ShrinkStudy study = new ShrinkStudy(plan, Reference.read(references));
        int[] counts = new int[2];
        List<Shrinking> all = study.run(
                s -> {
                    counts[0]++;
                    counts[1] += s.kept() ? 1 : 0;
                },
                cancelled);
        flags.write(StudyTables.of(plan.suite().name(), command, plan.suite().methods(), all, study.leftOut()), tables);
        if (calibration != null) {
            TextFiles.write(calibration, Calibrating.text(all, command));
        }
        if (!flags.isQuiet()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(TextFormat.count(counts[0], "shrinking") + ", an optimum kept in " + counts[1]);
            study.leftOut().forEach(i -> out.println("left out " + i + ": no optimum is known"));
        }
    }
}
