package org.shrinq.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shrinq.report.HtmlReport;
import org.shrinq.report.RunReport;
import org.shrinq.solver.result.ResultJson;
import org.shrinq.solver.result.TextFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: a page about one run. */
@Command(
        name = "report",
        header = "Writes a self-contained page about one run from its result file.",
        footer = {
            "",
            "Examples:",
            "  shrinq solve instances/data/mis/1dc.64.txt --controls -o r.json",
            "  shrinq report r.json -o r.html"
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RESULT", description = "A result file.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The page to write.")
    private Path target = Path.of("");

    @Override
    public Integer call() {
        Targets.requireFile("-o", target);
        JsonNode result = JsonFiles.read(file);
        if (!ResultJson.isResult(result)) {
            throw new Failures.InputException(file + ": not a result file of Shrinq.");
        }
        try {
            TextFiles.write(target, HtmlReport.of(RunReport.of(ResultJson.read(result))));
        } catch (IllegalArgumentException e) {
            throw new Failures.InputException(file + ": " + e.getMessage() + ".");
        }
        spec.commandLine().getOut().println(target);
        return ExitCode.OK;
    }
}
