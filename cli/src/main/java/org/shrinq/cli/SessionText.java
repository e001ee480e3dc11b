package org.shrinq.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.shrinq.shrink.Elimination;
import org.shrinq.solver.session.SessionState;

/** What followed from a session's circuit, as people read it. */
final class SessionText {
    private SessionText() {}

    static void circuit(PrintWriter out, int number, SessionState.Taken taken) {
        out.println("circuit " + number + "  " + TextFormat.count(taken.shrunk().size(), "qubit") + ", "
                + TextFormat.count(taken.shots(), "shot"));
        for (SessionState.Used used : taken.steps()) {
            Elimination e = used.elimination();
            String what = e.kind() == Elimination.Kind.FIX
                    ? "x" + e.i() + " = " + e.value()
                    : "x" + e.i() + (e.sign() > 0 ? " = x" : " ≠ x") + e.j();
            String why = Double.isNaN(used.simulated())
                    ? e.rule().id()
                    : String.format(
                            Locale.ROOT,
                            "correlation %+.3f measured, %+.3f simulated",
                            e.correlation(),
                            used.simulated());
            out.printf("  %-14s %s%n", what, why);
        }
    }
}
