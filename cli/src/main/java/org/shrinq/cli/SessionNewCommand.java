package org.shrinq.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shrinq.instances.Instance;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.result.ResultJson;
import org.shrinq.solver.result.SessionFile;
import org.shrinq.solver.session.DeviceSession;
import org.shrinq.solver.session.SessionState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code session new}: begins. */
@Command(
        name = "new",
        header = "Shrinks to what the device has and begins a session.",
        description = {
            "--qubits is the size of the first circuit; each circuit is followed by one",
            "step, or by as many as --recalculate says."
        },
        footer = {
            "",
            "The words are explained in docs/pipeline.md and the pages that it names.",
            "",
            "Examples:",
            "  shrinq session new instances/data/mis/1tc.32.txt --qubits 5 -o s.json",
            "  shrinq session new instances/data/mis/1tc.32.txt --qubits 5 -p 1 -o s.json"
        })
final class SessionNewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "INSTANCE", description = "The instance file.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The session's file, which the other verbs go on with.")
    private Path target = Path.of("");

    @Mixin
    private PipelineFlags flags = new PipelineFlags();

    @Override
    public Integer call() {
        Targets.requireFile("-o", target);
        Instance instance = flags.instance().read(file);
        SolverOptions options = flags.options(spec);
        if (options.qubits() > DeviceSession.MOST_QUBITS) {
            throw new Failures.UsageException("--qubits is " + options.qubits()
                    + ", a session trains circuits of at most " + DeviceSession.MOST_QUBITS + ".");
        }
        DeviceSession session = DeviceSession.of(instance.problem(), options);
        SessionState state = session.state();
        ObjectNode json =
                SessionFile.with(SessionFile.of(instance, flags.instance().options(), options), session, state);
        ResultJson.write(target, json);
        if (!flags.isQuiet()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(target + ": " + TextFormat.count(instance.problem().size(), "variable") + " shrunk to "
                    + state.shrunk().size());
            return new SessionInput(target, json, instance, session).account(out, session, state);
        }
        return ExitCode.OK;
    }
}
