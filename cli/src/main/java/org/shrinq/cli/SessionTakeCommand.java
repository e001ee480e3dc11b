package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shrinq.solver.session.DeviceSession;
import org.shrinq.solver.session.SessionState;
import org.shrinq.solver.session.SessionStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code session take}: counts of the circuit that is out. */
@Command(
        name = "take",
        header = "Takes the counts of a session's circuit and merges by their correlations.",
        footer = {
            "",
            "Examples:",
            "  shrinq session new instances/data/mis/1tc.32.txt --qubits 5 -o s.json",
            "  shrinq session next s.json -o c.qasm",
            "  shrinq simulate c.qasm --noise superconducting -o counts.json",
            "  shrinq session take s.json counts.json"
        })
final class SessionTakeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SessionFlags session = new SessionFlags();

    @Parameters(index = "1", paramLabel = "COUNTS", description = "Measured counts of the last circuit.")
    private Path countsFile = Path.of("");

    @Mixin
    private CountsFlags counts = new CountsFlags();

    @Option(
            names = "--readout",
            paramLabel = "E|E0,E1",
            description = "Undoes this readout error of every bit: of both values, or of 0 and of 1.")
    private @Nullable String readout;

    @Mixin
    private OutputFlags output = new OutputFlags();

    @Override
    public Integer call() {
        double[] errors = ReadoutFlag.parse(readout);
        SessionInput input = session.read();
        DeviceSession session = input.session();
        if (!session.isOut()) {
            throw new Failures.UsageException(
                    "no circuit of " + input.file() + " is out. Maybe 'shrinq session next' first.");
        }
        SessionStep out = session.steps().get(session.steps().size() - 1);
        int qubits = input.state(session).shrunk().size();
        CountsFlags.Reading measured = counts.read(countsFile, qubits, List.of(out.measured()));
        try {
            session = session.take(measured.counts(), errors[0], errors[1]);
        } catch (IllegalArgumentException e) {
            throw new Failures.UsageException("--readout: " + e.getMessage() + ".");
        }
        SessionState state = input.state(session);
        input.write(session, state);
        if (output.isQuiet()) {
            return ExitCode.OK;
        }
        PrintWriter print = spec.commandLine().getOut();
        print.println("bit order " + measured.basis());
        List<SessionState.Taken> taken = state.taken();
        SessionText.circuit(print, taken.size(), taken.get(taken.size() - 1));
        return input.account(print, session, state);
    }
}
