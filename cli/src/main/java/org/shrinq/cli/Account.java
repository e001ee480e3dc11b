package org.shrinq.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.shrinq.instances.Instance;
import org.shrinq.qubo.Sense;
import org.shrinq.relax.Bound;
import org.shrinq.solver.Control;
import org.shrinq.solver.Credit;
import org.shrinq.solver.Origin;
import org.shrinq.solver.PortfolioMember;
import org.shrinq.solver.Solution;
import org.shrinq.solver.Trace;
import org.shrinq.solver.Verdict;
import org.shrinq.solver.config.Settings;

/**
 * The plain-text account of a run: the answer, then what every stage received and returned, then what that says of the
 * circuit.
 */
final class Account {
    private final PrintWriter out;
    private final AccountRows rows;
    private final boolean verbose;

    /** @param verbose whether every setting and every chosen variable is printed */
    Account(PrintWriter out, boolean verbose) {
        this.out = out;
        this.verbose = verbose;
        rows = new AccountRows(out);
    }

    void print(Instance instance, Solution solution) {
        new AnswerAccount(rows, verbose).print(instance, solution);
        portfolio(solution);
        if (isElsewhere(solution)) {
            rows.row("stages", "those of the member that found the solution are in the result file (-o)");
            bounds(solution);
        } else {
            stages(solution);
        }
    }

    /** Whether others than this process know what the stages did. */
    private static boolean isElsewhere(Solution solution) {
        return solution.trace().rounds().isEmpty()
                && solution.portfolio().stream().anyMatch(m -> !m.place().isEmpty());
    }

    /** Of one of several instances: the answer alone, unless verbose; the settings are printed once. */
    void printOneOf(Instance instance, Solution solution) {
        new AnswerAccount(rows, verbose).printWithoutSettings(instance, solution);
        if (verbose) {
            stages(solution);
        }
    }

    private void stages(Solution solution) {
        out.println();
        new StageAccount(rows).print(solution);
        bounds(solution);
        controls(solution);
        credit(solution);
    }

    /** A row for each member: what it ran with, and what came of it. */
    private void portfolio(Solution solution) {
        if (solution.portfolio().isEmpty()) {
            return;
        }
        out.println();
        Map<String, String> first =
                Settings.describe(solution.portfolio().get(0).options());
        for (PortfolioMember m : solution.portfolio()) {
            String own = Settings.describe(m.options()).entrySet().stream()
                    .filter(e -> !e.getValue().equals(first.get(e.getKey())))
                    .map(e -> e.getKey() + '\u00a0' + e.getValue())
                    .collect(Collectors.joining(", "));
            rows.row(
                    "member " + m.number(),
                    (m.objective().isPresent() ? TextFormat.number(m.objective()) : "nothing")
                            + (m.rounds() == 0 ? "" : " after " + TextFormat.count(m.rounds(), "round"))
                            + (m.place().isEmpty() ? "" : " on " + PlainText.of(m.place()))
                            + (m.finder() ? ", the solution is its" : "") + ", " + m.ended()
                            + (own.isEmpty() ? "" : "; " + own));
        }
    }

    private void bounds(Solution solution) {
        StringBuilder text = new StringBuilder();
        for (Bound b : solution.bound().all()) {
            if (!Double.isInfinite(b.value())) {
                text.append(text.length() == 0 ? "" : ", ");
                text.append(TextFormat.number(b.value()))
                        .append(" (")
                        .append(b.kind().id())
                        .append(')');
            }
        }
        rows.row(
                "bounds",
                text.length() == 0
                        ? "none was computed"
                        : (solution.problem().sense() == Sense.MAXIMIZE ? "at most " : "at least ") + text);
    }

    private void controls(Solution solution) {
        String sentence = Verdict.of(solution);
        if (sentence.isEmpty()) {
            return;
        }
        out.println();
        if (!solution.controls().isEmpty()) {
            controlTable(solution);
        }
        for (String line : TextFormat.wrap(sentence, TextFormat.WIDTH)) {
            out.println(line);
        }
    }

    private void credit(Solution solution) {
        Map<Origin, Double> known = solution.trace().known().objectives();
        StringBuilder text = new StringBuilder();
        known.forEach((origin, objective) -> text.append(text.length() == 0 ? "" : ", ")
                .append(TextFormat.number(objective))
                .append(" (")
                .append(origin.id())
                .append(')'));
        if (!known.isEmpty()) {
            rows.row("known", (Credit.isSearched(solution) ? "before the first circuit: " : "") + text);
        }
        rows.row(known.isEmpty() ? "known" : "", Credit.of(solution));
    }

    private void controlTable(Solution solution) {
        out.println("In the circuit's place, with as many strings and the same repair:");
        out.printf("  %-27s %10s %10s %14s %10s%n", "", "raw", "repaired", "mean repaired", "feasible");
        Trace.Evaluation own = solution.trace().rounds().get(0).evaluation();
        controlRow(
                solution.options().methodId(),
                own.statistics().bestObjective(),
                own.repaired().isPresent() ? own.best() : OptionalDouble.empty(),
                own.meanRepaired(),
                own.statistics().feasibleFraction());
        for (Control c : solution.controls()) {
            controlRow(Control.inWords(c.name()), c.raw(), c.repaired(), c.meanRepaired(), c.feasibleFraction());
        }
    }

    private void controlRow(
            String name, OptionalDouble raw, OptionalDouble repaired, OptionalDouble mean, double feasible) {
        out.printf(
                "  %-27s %10s %10s %14s %10s%n",
                name,
                TextFormat.number(raw),
                TextFormat.number(repaired),
                TextFormat.number(mean),
                TextFormat.percent(feasible));
    }
}
