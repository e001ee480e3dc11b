package org.shrinq.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.result.FileHead;
import org.shrinq.solver.result.Replay;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.ResultJson;
import org.shrinq.solver.result.ShrinkFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: runs again from a result file, or rebuilds the small QUBO from a shrink log, and compares. */
@Command(
        name = "replay",
        header = "Runs again from a result file or a shrink log and compares.",
        description = "Exit code 0 when everything but the times is the same, else 4.",
        footer = {
            "",
            "Examples:",
            "  shrinq solve instances/data/mis/1tc.32.txt -o r.json",
            "  shrinq replay r.json",
            "  shrinq shrink instances/data/mis/1dc.64.txt -o small.qubo",
            "  shrinq replay small.qubo.shrink.json"
        })
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RESULT", description = "A result file or a shrink log.")
    private Path file = Path.of("");

    @Option(
            names = "--instance",
            paramLabel = "FILE",
            description = "The instance, where it is not at the path that the file names.")
    private @Nullable Path instanceFile;

    @Override
    public Integer call() {
        JsonNode recorded = JsonFiles.read(file);
        FileHead head = Recorded.part(file, () -> FileHead.read(recorded));
        if (head.instance().source().isEmpty() || !recorded.path("config").isObject()) {
            throw new Failures.InputException(file + ": neither a result file nor a shrink log of Shrinq.");
        }
        Instance instance = Recorded.instance(file, head.instance(), instanceFile);
        List<String> differences = head.isKind(ShrinkFile.KIND)
                ? shrunkAgain(recorded, head, instance)
                : solvedAgain(recorded, head, instance);
        PrintWriter out = spec.commandLine().getOut();
        if (differences.isEmpty()) {
            out.println("the same again");
            return ExitCode.OK;
        }
        out.println(TextFormat.count(differences.size(), "difference") + ":");
        differences.stream().limit(20).forEach(d -> TextFormat.print(out, d));
        return ExitCode.INFEASIBLE;
    }

    private List<String> shrunkAgain(JsonNode recorded, FileHead head, Instance instance) {
        SolverOptions options = Recorded.part(file, () -> Replay.options(head.config()));
        warn(options.timeLimit().isPresent());
        return Recorded.part(file, () -> ShrinkFile.replay(file, recorded, instance, options));
    }

    private List<String> solvedAgain(JsonNode recorded, FileHead head, Instance instance) {
        ResultFile result = Recorded.part(file, () -> ResultJson.read(recorded));
        SolverOptions options = Recorded.part(file, () -> Replay.recorded(result));
        warn(Replay.isLimitedByTime(result));
        Solution solution = Shrinq.with(options).run(instance.problem());
        ResultFile again = ResultJson.of(instance, Replay.readOptions(head.instance()), solution, 0);
        return Replay.differences(recorded, ResultJson.tree(again));
    }

    private void warn(boolean limitedByTime) {
        if (limitedByTime) {
            TextFormat.print(
                    spec.commandLine().getOut(),
                    "The recorded run was limited by time; only runs limited by counts repeat exactly.");
        }
    }
}
