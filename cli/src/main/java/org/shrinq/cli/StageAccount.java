package org.shrinq.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.repair.Repaired;
import org.shrinq.repair.verify.SampleStatistics;
import org.shrinq.shrink.CompactCode;
import org.shrinq.shrink.ShrinkReport;
import org.shrinq.solver.Solution;
import org.shrinq.solver.Trace;

/** The part of an account that follows the stages: what each received, what it returned, and how long it took. */
final class StageAccount {
    private final AccountRows rows;

    StageAccount(AccountRows rows) {
        this.rows = rows;
    }

    void print(Solution solution) {
        for (Trace.Polished p : solution.trace().searches()) {
            rows.timed("search", p.engine() + " on the whole problem: " + fromTo(p), p.seconds());
        }
        solution.trace().reduce().ifPresent(this::reduce);
        List<Trace.Round> rounds = solution.trace().rounds();
        if (!rounds.isEmpty()) {
            firstRound(solution, rounds.get(0));
        }
        laterRounds(rounds);
    }

    private static String fromTo(Trace.Polished p) {
        if (Double.isInfinite(p.after())) {
            return "nothing feasible";
        }
        return (Double.isInfinite(p.before()) ? "nothing feasible" : TextFormat.number(p.before()))
                + (p.before() == p.after() ? ", nothing better" : " to " + TextFormat.number(p.after()))
                + (p.proven() ? ", proven" : "");
    }

    private void reduce(Trace.Reduce r) {
        StringBuilder text = new StringBuilder();
        text.append(r.variablesBefore()).append(" to ").append(TextFormat.count(r.variablesAfter(), "variable"));
        Map<String, Integer> rules = new TreeMap<>();
        r.rules().forEach((rule, count) -> rules.put(rule.id(), count));
        String separator = ": ";
        for (Map.Entry<String, Integer> e : rules.entrySet()) {
            text.append(separator).append(e.getValue()).append(" by ").append(e.getKey());
            separator = ", ";
        }
        rows.timed("reduce", text.toString(), r.seconds());
    }

    private void firstRound(Solution solution, Trace.Round round) {
        Trace.Encode e = round.encode();
        rows.timed(
                "encode",
                "QUBO of " + TextFormat.count(e.variables(), "variable")
                        + (e.slack() > 0
                                ? " (" + Constraints.added(solution.problem().model(), e.slack()) + ")"
                                : "") + ", "
                        + TextFormat.count(e.couplings(), "coupling")
                        + "; penalties "
                        + Constraints.penalties(solution.problem().model(), e.report())
                        + (e.report().isRangeWarning()
                                ? "; coefficients span "
                                        + TextFormat.number(e.report().coefficientRange())
                                : ""),
                e.seconds());
        round.shrink().ifPresent(this::shrink);
        search(round.search());
        evaluation(round);
    }

    private void shrink(Trace.Shrink s) {
        ShrinkReport r = s.shrunk().report();
        rows.timed(
                "shrink",
                s.shrunk().log().variables() + " to "
                        + TextFormat.count(s.shrunk().qubits(), "qubit") + " by " + r.source()
                        + s.shrunk().code().map(c -> ", " + words(c)).orElse("")
                        + ": "
                        + TextFormat.count(r.proven(), "proven step") + ", " + r.heuristic() + " heuristic, "
                        + r.vetoed()
                        + " vetoed, " + r.converted() + " converted, "
                        + TextFormat.count(r.recalculations(), "calculation") + " of correlations",
                s.seconds());
    }

    /** "a permutation code of 40320 strings for 64 variables, blocks of 8". */
    static String words(CompactCode c) {
        String blocks = c.blocks().stream().map(b -> Integer.toString(b.length)).collect(Collectors.joining(", "));
        return "a " + c.kind().id() + " code of " + TextFormat.count(c.strings(), "string") + " for "
                + TextFormat.count(c.variables(), "variable") + ", facilities in blocks of " + blocks;
    }

    private void search(Trace.Search s) {
        if (s.qubits() == 0) {
            rows.timed("search", "nothing is left to search for " + s.method(), s.seconds());
            return;
        }
        StringBuilder text = new StringBuilder(s.method());
        if (s.run().isPresent()) {
            QuantumRun run = s.run().get();
            text.append(" with ")
                    .append(TextFormat.count(run.layers(), "layer"))
                    .append(" on ");
            text.append(TextFormat.count(run.qubits(), "qubit"))
                    .append(" (")
                    .append(run.backend())
                    .append("), ");
            text.append(TextFormat.count(run.evaluations(), "evaluation")).append(", mean energy ");
            text.append(TextFormat.number(run.expectation()));
            if (run.fidelity() < 1) {
                text.append(String.format(Locale.ROOT, ", fidelity about %.3g", run.fidelity()));
            }
        }
        text.append("; ").append(TextFormat.count(s.shots(), "shot")).append(", best energy ");
        text.append(TextFormat.number(s.bestEnergy()));
        rows.timed("search", text.toString(), s.seconds());
    }

    private void evaluation(Trace.Round round) {
        Trace.Evaluation e = round.evaluation();
        SampleStatistics statistics = e.statistics();
        StringBuilder verify = new StringBuilder();
        verify.append(TextFormat.percent(statistics.feasibleFraction())).append(" of the samples feasible");
        verify.append(
                statistics.best().isPresent() ? ", best of them " + TextFormat.number(statistics.bestObjective()) : "");
        List<SampleStatistics.ConstraintShare> most = statistics.mostViolated(1);
        if (!most.isEmpty()) {
            verify.append("; ")
                    .append(TextFormat.count(statistics.violatedConstraints(), "constraint"))
                    .append(" broken, ");
            verify.append(most.get(0).constraint()).append(" most often (");
            verify.append(TextFormat.percent(most.get(0).fraction())).append(')');
        }
        rows.row("verify", verify.toString());
        if (e.repaired().isPresent()) {
            Repaired best = e.repaired().get();
            rows.timed(
                    "repair",
                    best.feasible()
                            ? "best of the "
                                    + (e.repairedStrings() == 1
                                            ? "string"
                                            : TextFormat.count(e.repairedStrings(), "string"))
                                    + " of lowest energy: "
                                    + TextFormat.number(best.objectiveAfter()) + " with "
                                    + TextFormat.count(best.changes().size(), "bit") + " changed ("
                                    + best.repairDistance() + " to be feasible); mean objective "
                                    + TextFormat.number(e.meanRepaired()) + ", mean distance "
                                    + TextFormat.number(Math.round(100 * e.meanDistance()) / 100.0)
                            : "no sample could be made feasible",
                    e.seconds());
        }
        for (Trace.Polished p : round.polish()) {
            rows.timed("polish", p.engine() + ": " + fromTo(p), p.seconds());
        }
    }

    private void laterRounds(List<Trace.Round> rounds) {
        if (rounds.size() < 2) {
            return;
        }
        double seconds = 0;
        OptionalDouble last = rounds.get(0).objective();
        StringBuilder gains = new StringBuilder();
        for (Trace.Round r : rounds.subList(1, rounds.size())) {
            seconds += r.seconds();
            if (r.objective().isPresent() && !r.objective().equals(last)) {
                gains.append(gains.length() == 0 ? ": " : ", ");
                gains.append(TextFormat.number(r.objective()))
                        .append(" in round ")
                        .append(r.number());
                last = r.objective();
            }
        }
        rows.timed(
                "rounds",
                TextFormat.count(rounds.size() - 1, "more round") + " around the incumbent"
                        + (gains.length() == 0 ? ": nothing better" : gains),
                seconds);
    }
}
