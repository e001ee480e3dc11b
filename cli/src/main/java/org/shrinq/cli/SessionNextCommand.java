package org.shrinq.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shrinq.shrink.correlate.TrainedQaoa;
import org.shrinq.solver.result.TextFiles;
import org.shrinq.solver.session.DeviceSession;
import org.shrinq.solver.session.SessionState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code session next}: the next circuit. */
@Command(
        name = "next",
        header = "Trains the next circuit of a session and writes it as OpenQASM.",
        footer = {
            "",
            "Examples:",
            "  shrinq session new instances/data/mis/1tc.32.txt --qubits 5 -o s.json",
            "  shrinq session next s.json -o c.qasm"
        })
final class SessionNextCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SessionFlags session = new SessionFlags();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The OpenQASM file.")
    private Path target = Path.of("");

    @Mixin
    private ProgramFlags program = new ProgramFlags();

    @Mixin
    private OutputFlags output = new OutputFlags();

    @Override
    public Integer call() {
        Targets.requireFile("-o", target);
        SessionInput input = session.read();
        SessionState state = input.state(input.session());
        if (state.waiting().isEmpty()) {
            return input.account(spec.commandLine().getOut(), input.session(), state);
        }
        TrainedQaoa circuit = state.waiting().get();
        ProgramFlags.Program written = program.write(circuit.circuit());
        TextFiles.write(target, written.text());
        DeviceSession out = input.session().next(circuit, written.measured());
        input.write(out, state);
        if (!output.isQuiet()) {
            Targets.words(spec, target)
                    .println(target + ": circuit " + out.steps().size() + ", "
                            + TextFormat.count(circuit.ising().size(), "qubit") + ", "
                            + TextFormat.count(circuit.gamma().length, "layer") + ", for " + written.coupling());
        }
        return ExitCode.OK;
    }
}
