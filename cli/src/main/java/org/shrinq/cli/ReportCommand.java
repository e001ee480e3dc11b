package org.shrinq.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.report.HtmlReport;
import org.shrinq.report.run.RunReport;
import org.shrinq.solver.result.ResultFile;
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
            names = "--instance",
            paramLabel = "FILE",
            description = "The instance, where it is not at the path that the file names; the answer is drawn with it.")
    private @Nullable Path instanceFile;

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
        ResultFile run = Recorded.part(file, () -> ResultJson.read(result));
        Optional<Instance> instance = instance(run.instance());
        TextFiles.write(
                target,
                HtmlReport.of(Recorded.part(
                        file, () -> instance.map(i -> RunReport.of(run, i)).orElseGet(() -> RunReport.of(run)))));
        spec.commandLine().getOut().println(target);
        return ExitCode.OK;
    }

    /** The instance, unless none was named and that of the result is not there as it was. */
    private Optional<Instance> instance(ResultFile.InstanceEntry recorded) {
        if (instanceFile == null && (recorded.source().isEmpty() || !Files.isRegularFile(Path.of(recorded.source())))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Recorded.instance(file, recorded, instanceFile));
        } catch (RuntimeException e) {
            if (instanceFile != null) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
