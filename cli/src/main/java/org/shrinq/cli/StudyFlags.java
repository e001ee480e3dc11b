package org.shrinq.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.report.MarkdownReport;
import org.shrinq.bench.suite.Plan;
import org.shrinq.report.Report;
import org.shrinq.solver.result.TextFiles;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The suite of a study that keeps no runs, and where its tables go. */
final class StudyFlags {
    @Mixin
    private SuiteFlags suite = new SuiteFlags();

    @Mixin
    private OutputFlags output = new OutputFlags();

    @Option(names = "--markdown", paramLabel = "FILE", description = "Writes the tables as Markdown.")
    private @Nullable Path markdown;

    /** What a study does with the plan of its suite. */
    @FunctionalInterface
    interface Study {
        /**
         * Runs it.
         *
         * @param command the command line, for the report
         * @param cancelled true once the user interrupts it
         */
        void run(Plan plan, String command, BooleanSupplier cancelled);
    }

    Integer run(CommandSpec spec, Study study) throws IOException {
        AtomicBoolean cancelled = new AtomicBoolean();
        try (TemporaryFolder generated = new TemporaryFolder("shrinq-" + spec.name());
                Interrupt interrupt = Interrupt.into(cancelled)) {
            Plan plan = suite.plan(
                    suite.suite(), generated.path(), spec.commandLine().getErr());
            study.run(plan, TextFormat.commandLine(spec), cancelled::get);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.flush();
        return ExitCode.OK;
    }

    /** Writes the report where it was asked for; only some of its tables, all for none. */
    void write(Report report, Set<String> tables) {
        if (markdown != null) {
            TextFiles.write(markdown, MarkdownReport.of(report, tables));
        }
    }

    boolean isQuiet() {
        return output.isQuiet();
    }
}
