package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shrinq.solver.Decoded;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.ResultJson;
import org.shrinq.solver.result.SessionFile;
import org.shrinq.solver.session.SessionState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code session show}: all that followed, from the counts again. */
@Command(
        name = "show",
        header = "Replays a session from its counts and prints every step.",
        footer = {
            "",
            "Examples:",
            "  shrinq session new instances/data/mis/1tc.32.txt --qubits 5 -o s.json",
            "  shrinq session show s.json"
        })
final class SessionShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SessionFlags session = new SessionFlags();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Writes the best solution so far as JSON.")
    private @Nullable Path target;

    @Override
    public Integer call() {
        Targets.requireFile("-o", target);
        SessionInput input = session.read();
        SessionState state = input.state(input.session());
        PrintWriter out = spec.commandLine().getOut();
        List<String> differences =
                SessionFile.differences(input.json(), SessionFile.with(input.json(), input.session(), state));
        for (int k = 0; k < state.taken().size(); k++) {
            SessionText.circuit(out, k + 1, state.taken().get(k));
        }
        if (target != null) {
            Optional<Decoded> best = input.session().best(state);
            if (best.isPresent()) {
                ResultJson.write(
                        target,
                        new ResultFile.SolvedEntry(
                                best.get().verification().orElseThrow().objective(),
                                ResultJson.solution(
                                        input.instance(), best.get().x().orElseThrow())));
            }
        }
        int code = input.account(out, input.session(), state);
        differences.forEach(d -> out.println("differs from the file: " + d));
        return differences.isEmpty() ? code : ExitCode.INTERNAL;
    }
}
