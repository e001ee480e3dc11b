package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.report.MarkdownReport;
import org.shrinq.bench.report.Reference;
import org.shrinq.bench.report.ReportData;
import org.shrinq.bench.report.SuiteReport;
import org.shrinq.bench.store.Export;
import org.shrinq.bench.store.Machine;
import org.shrinq.bench.store.QoblibExport;
import org.shrinq.bench.store.RunStore;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.report.HtmlReport;
import org.shrinq.report.Report;
import org.shrinq.solver.result.TextFiles;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench report}: what a store says, as a page, as Markdown, or as files for other programs. */
@Command(
        name = "report",
        header = "Reports what a store says: a page, Markdown, or files for other programs.",
        sortOptions = true,
        footer = {
            "",
            "Without any output it prints the summary.",
            "",
            "Examples:",
            "  shrinq bench run quick",
            "  shrinq bench report results/quick.db -o quick.html",
            "  shrinq bench report results/quick.db --markdown quick.md --tables methods"
        })
final class BenchReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "STORE", description = "A store that bench run wrote.")
    private Path store = Path.of("");

    @Mixin
    private OutputFlags output = new OutputFlags();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Writes one HTML page that needs no network.")
    private @Nullable Path html;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Writes facts, summary and tables as Markdown.")
    private @Nullable Path markdown;

    @Option(
            names = "--tables",
            split = ",",
            paramLabel = "NAME",
            description = "Only these tables in the Markdown: methods, lift, lift-by-problem, strings, published, "
                    + "shrinking, shrinking-by-instance, tests, string-tests, instances, failures.")
    private Set<String> tables = new LinkedHashSet<>();

    @Option(names = "--suite", paramLabel = "NAME", description = "Only the runs of this suite.")
    private @Nullable String suite;

    @Option(
            names = "--reference",
            paramLabel = "FILE",
            description = "CSV with best known values or published runs; may be repeated.")
    private List<Path> references = List.of();

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes one line per run.")
    private @Nullable Path csv;

    @Option(
            names = "--json-lines",
            paramLabel = "FILE",
            description = "Writes one JSON object per run, result included.")
    private @Nullable Path jsonLines;

    @ArgGroup(exclusive = false, heading = "%nSubmission to QOBLIB:%n")
    private Submission submission = new Submission();

    /** What a submission to QOBLIB needs to know. */
    static final class Submission {
        @Option(names = "--qoblib", paramLabel = "FOLDER", description = "Writes summary, solution and time series.")
        private @Nullable Path folder;

        @Option(names = "--submitter", paramLabel = "NAMES", description = "Authors, separated by commas.")
        private String submitter = "";

        @Option(names = "--affiliation", paramLabel = "NAMES", description = "One per author.")
        private String affiliation = "";

        @Option(names = "--submission-reference", paramLabel = "TEXT", description = "A paper or repository.")
        private String reference = "";
    }

    @Override
    public Integer call() {
        for (String table : tables) {
            if (!SuiteReport.TABLES.contains(table)) {
                throw new Failures.UsageException("no table is called '" + table + "', there are "
                        + String.join(", ", SuiteReport.TABLES.stream().sorted().toList()) + ".");
            }
        }
        try (RunStore open = RunStore.existing(store)) {
            Optional<String> chosen = Optional.ofNullable(suite);
            if (chosen.isPresent() && !open.suites().contains(chosen.get())) {
                throw new Failures.UsageException(
                        "the store has no suite '" + suite + "', it has " + String.join(", ", open.suites()) + ".");
            }
            export(open.runs(chosen));
            report(ReportData.of(open, chosen, Reference.read(references)));
        }
        return ExitCode.OK;
    }

    private void report(ReportData data) {
        boolean files = csv != null || jsonLines != null || submission.folder != null;
        if (html == null && markdown == null && files) {
            return;
        }
        Report report = SuiteReport.of(data);
        if (html != null) {
            write(html, HtmlReport.of(report));
        }
        if (markdown != null) {
            write(markdown, MarkdownReport.of(report, tables));
        }
        if (html == null && markdown == null && !output.isQuiet()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(report.title());
            for (Report.Fact fact : report.facts()) {
                item(out, fact.name() + ": " + fact.text());
            }
            out.println();
            for (String sentence : report.summary()) {
                item(out, sentence);
            }
        }
    }

    private static void item(PrintWriter out, String text) {
        String bullet = "- ";
        for (String line : TextFormat.wrap(text, TextFormat.WIDTH - 2)) {
            out.println(bullet + line);
            bullet = "  ";
        }
    }

    private void export(List<StoredRun> runs) {
        if (csv != null) {
            Export.csv(runs, csv);
            tell(csv + ": " + TextFormat.count(runs.size(), "run"));
        }
        if (jsonLines != null) {
            Export.jsonLines(runs, jsonLines);
            tell(jsonLines + ": " + TextFormat.count(runs.size(), "run"));
        }
        if (submission.folder != null) {
            QoblibExport.Submitter who = new QoblibExport.Submitter(
                    submission.submitter,
                    submission.affiliation,
                    submission.reference,
                    LocalDate.now(ZoneOffset.UTC).toString());
            QoblibExport.Written written =
                    new QoblibExport(who, Machine.current().toString()).write(runs, submission.folder);
            tell(submission.folder + ": " + TextFormat.count(written.submissions(), "submission"));
            if (written.leftOut() > 0) {
                tell("note: " + TextFormat.count(written.leftOut(), "pair")
                        + " of method and instance left out, without a solution");
            }
            if (written.fewRuns() > 0) {
                tell("note: " + TextFormat.count(written.fewRuns(), "submission") + " with fewer than "
                        + QoblibExport.LEAST_RUNS + " runs, which the library asks of random methods");
            }
        }
    }

    private void tell(String what) {
        if (!output.isQuiet()) {
            spec.commandLine().getOut().println(what);
        }
    }

    private void write(Path file, String text) {
        TextFiles.write(file, text);
        tell(file.toString());
    }
}
