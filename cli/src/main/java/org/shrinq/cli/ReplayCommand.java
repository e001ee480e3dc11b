package org.shrinq.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.instances.Instances;
import org.shrinq.instances.ReadOptions;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
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
        JsonNode recorded = read();
        Instance instance = instance(recorded);
        SolverOptions options = options(recorded);
        PrintWriter out = spec.commandLine().getOut();
        if (Replay.isLimitedByTime(recorded)) {
            out.println("The recorded run was limited by time; only runs limited by counts repeat exactly.");
        }
        List<String> differences;
        if (recorded.path("kind").asText().equals(ShrinkFile.KIND)) {
            differences = shrunkAgain(recorded, instance, options);
        } else {
            Solution solution = Shrinq.with(options).run(instance.problem());
            ResultFile again = ResultJson.of(instance, Replay.readOptions(recorded.path("instance")), solution, 0);
            differences = Replay.differences(recorded, ResultJson.tree(again));
        }
        if (differences.isEmpty()) {
            out.println("the same again");
            return ExitCode.OK;
        }
        out.println(TextFormat.count(differences.size(), "difference") + ":");
        differences.stream().limit(20).forEach(d -> out.println("  " + d));
        return ExitCode.INFEASIBLE;
    }

    private List<String> shrunkAgain(JsonNode recorded, Instance instance, SolverOptions options) {
        try {
            return ShrinkFile.replay(file, recorded, instance, options);
        } catch (IllegalArgumentException e) {
            throw new Failures.InputException(file + ": " + e.getMessage() + ".");
        }
    }

    private JsonNode read() {
        JsonNode root = JsonFiles.read(file);
        if (root.path("instance").path("source").isTextual()
                && root.path("config").isObject()) {
            return root;
        }
        throw new Failures.InputException(file + ": neither a result file nor a shrink log of Shrinq.");
    }

    private Instance instance(JsonNode recorded) {
        JsonNode node = recorded.path("instance");
        Path path = instanceFile != null
                ? instanceFile
                : Path.of(node.path("source").asText());
        ReadOptions read = Replay.readOptions(node);
        Instance instance = Instances.read(path, read);
        if (!instance.sha256().equals(node.path("sha256").asText())) {
            throw new Failures.InputException(path + ": not the file that " + file
                    + " is about (its digest differs). Maybe name the right one with --instance.");
        }
        return instance;
    }

    private SolverOptions options(JsonNode recorded) {
        try {
            return Replay.recorded(recorded);
        } catch (IllegalArgumentException e) {
            throw new Failures.InputException(file + ": " + e.getMessage());
        }
    }
}
