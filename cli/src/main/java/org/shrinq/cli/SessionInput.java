package org.shrinq.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.solver.Decoded;
import org.shrinq.solver.result.FileHead;
import org.shrinq.solver.result.Replay;
import org.shrinq.solver.result.ResultJson;
import org.shrinq.solver.result.SessionFile;
import org.shrinq.solver.session.DeviceSession;
import org.shrinq.solver.session.SessionState;

/**
 * A session's file, read.
 *
 * @param file where it is
 * @param json its content
 * @param instance the instance
 * @param session the session
 */
record SessionInput(Path file, ObjectNode json, Instance instance, DeviceSession session) {
    /** @param instanceFile where the instance is, if not where the file says */
    static SessionInput read(Path file, @Nullable Path instanceFile) {
        JsonNode json = JsonFiles.read(file);
        FileHead head = Recorded.part(file, () -> FileHead.read(json));
        if (!(json instanceof ObjectNode object) || !head.isKind(SessionFile.KIND)) {
            throw new Failures.InputException(file + ": not a session that 'shrinq session new' wrote.");
        }
        Instance instance = Recorded.instance(file, head.instance(), instanceFile);
        DeviceSession session = Recorded.part(
                file,
                () -> DeviceSession.of(instance.problem(), Replay.options(head.config()), SessionFile.steps(json)));
        return new SessionInput(file, object, instance, session);
    }

    /** The state, or a message that names the file. */
    SessionState state(DeviceSession of) {
        return Recorded.part(file, of::state);
    }

    /** Writes the file anew, whole or not at all. */
    void write(DeviceSession now, SessionState state) {
        ResultJson.write(file, SessionFile.with(json, now, state));
    }

    /** Prints what is left, or the solution; returns the exit code. */
    int account(PrintWriter out, DeviceSession now, SessionState state) {
        if (!state.isFinished()) {
            TextFormat.print(
                    out,
                    TextFormat.count(state.shrunk().size(), "variable") + " left: 'shrinq session next " + file
                            + " -o c.qasm' writes the next circuit");
            return ExitCode.OK;
        }
        Optional<Decoded> best = now.best(state);
        out.println("nothing is left after " + TextFormat.count(state.taken().size(), "circuit"));
        if (best.isEmpty()) {
            out.println("UNKNOWN   no feasible solution found");
            return ExitCode.INFEASIBLE;
        }
        out.println("FEASIBLE  objective "
                + TextFormat.number(best.get().verification().orElseThrow().objective())
                + (instance.bestKnown().isPresent() ? ", best known " + TextFormat.number(instance.bestKnown()) : ""));
        return ExitCode.OK;
    }
}
