package org.shrinq.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.shrinq.instances.Instance;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.TrainingStop;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.VariableTable;
import org.shrinq.relax.Bound;
import org.shrinq.repair.Repaired;
import org.shrinq.repair.verify.SampleStatistics;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.shrink.ShrinkReport;
import org.shrinq.solver.Control;
import org.shrinq.solver.Credit;
import org.shrinq.solver.Failure;
import org.shrinq.solver.Origin;
import org.shrinq.solver.Solution;
import org.shrinq.solver.Status;
import org.shrinq.solver.Trace;
import org.shrinq.solver.Verdict;
import org.shrinq.solver.config.Settings;
import org.shrinq.solver.result.SolutionWords;

/** The plain-text account of a run: what every stage received and returned, then the solution. */
final class Account {
    private static final int LABEL = 10;
    private static final int TIME = 8;

    private final PrintWriter out;

    Account(PrintWriter out) {
        this.out = out;
    }

    void print(Instance instance, Solution solution) {
        header(instance);
        settings(solution);
        out.println();
        for (Trace.Polished p : solution.trace().searches()) {
            timed(
                    "search",
                    p.engine() + " on the whole problem: " + TextFormat.number(p.before()) + " to "
                            + TextFormat.number(p.after()),
                    p.seconds());
        }
        solution.trace().reduce().ifPresent(this::reduce);
        List<Trace.Round> rounds = solution.trace().rounds();
        if (!rounds.isEmpty()) {
            firstRound(solution, rounds.get(0));
        }
        laterRounds(rounds);
        bounds(solution);
        for (Failure f : solution.failures()) {
            row("failed", f.stage() + ": " + f.message());
        }
        controls(solution);
        credit(solution);
        out.println();
        result(instance, solution);
    }

    private void header(Instance instance) {
        row(
                instance.name(),
                instance.problem().kind().title() + ", "
                        + TextFormat.count(instance.problem().size(), "variable") + ", "
                        + TextFormat.count(
                                instance.problem().model().constraints().size(), "constraint") + ", read as "
                        + instance.format().id());
        for (String warning : instance.warnings()) {
            row("note", warning);
        }
    }

    private void settings(Solution solution) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> e : Settings.describe(solution.options()).entrySet()) {
            text.append(text.length() == 0 ? "" : ", ")
                    .append(e.getKey())
                    .append('\u00a0')
                    .append(e.getValue());
        }
        row("settings", text.toString());
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
        timed("reduce", text.toString(), r.seconds());
    }

    private void firstRound(Solution solution, Trace.Round round) {
        Trace.Encode e = round.encode();
        timed(
                "encode",
                "QUBO of " + TextFormat.count(e.variables(), "variable")
                        + (e.slack() > 0 ? " (" + e.slack() + " slack)" : "") + ", "
                        + TextFormat.count(e.couplings(), "coupling")
                        + "; penalties "
                        + Constraints.penalties(solution.problem().model(), e.report())
                        + (e.report().isRangeWarning()
                                ? "; coefficients span "
                                        + TextFormat.number(e.report().coefficientRange())
                                : ""),
                e.seconds());
        round.shrink().ifPresent(this::shrink);
        search(round.search(), solution.options().quantum().maxEvaluations());
        evaluation(solution, round);
    }

    private void shrink(Trace.Shrink s) {
        ShrinkReport r = s.shrunk().report();
        timed(
                "shrink",
                s.shrunk().log().variables() + " to "
                        + TextFormat.count(s.shrunk().size(), "qubit") + " by " + r.source()
                        + ": "
                        + TextFormat.count(r.proven(), "proven step") + ", " + r.heuristic() + " heuristic, "
                        + r.vetoed()
                        + " vetoed, " + r.converted() + " converted, "
                        + TextFormat.count(r.recalculations(), "calculation") + " of correlations",
                s.seconds());
    }

    private void search(Trace.Search s, int planned) {
        if (s.qubits() == 0) {
            timed("search", "nothing is left to search for " + s.method(), s.seconds());
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
        timed("search", text.toString(), s.seconds());
        if (s.run().isPresent() && s.run().get().stop() == TrainingStop.DEADLINE) {
            row(
                    "",
                    "training cut by the time limit after " + s.run().get().evaluations() + " of "
                            + TextFormat.count(planned, "evaluation"));
        }
    }

    private void evaluation(Solution solution, Trace.Round round) {
        Trace.Evaluation e = round.evaluation();
        SampleStatistics statistics = e.statistics();
        StringBuilder verify = new StringBuilder();
        verify.append(TextFormat.percent(statistics.feasibleFraction())).append(" of the samples feasible");
        verify.append(statistics.best().isPresent() ? ", best " + TextFormat.number(statistics.bestObjective()) : "");
        List<SampleStatistics.ConstraintShare> most = statistics.mostViolated(1);
        if (!most.isEmpty()) {
            verify.append("; ")
                    .append(TextFormat.count(statistics.violatedConstraints(), "constraint"))
                    .append(" broken, ");
            verify.append(most.get(0).constraint()).append(" most often (");
            verify.append(TextFormat.percent(most.get(0).fraction())).append(')');
        }
        row("verify", verify.toString());
        if (e.repaired().isPresent()) {
            Repaired best = e.repaired().get();
            timed(
                    "repair",
                    best.feasible()
                            ? "best " + TextFormat.number(best.objectiveAfter()) + " with "
                                    + TextFormat.count(best.changes().size(), "bit") + " changed ("
                                    + best.repairDistance() + " to be feasible); mean objective "
                                    + TextFormat.number(e.meanRepaired()) + ", mean distance "
                                    + TextFormat.number(Math.round(100 * e.meanDistance()) / 100.0)
                            : "no sample could be made feasible",
                    e.seconds());
        }
        for (Trace.Polished p : round.polish()) {
            timed(
                    "polish",
                    p.engine() + ": " + TextFormat.number(p.before()) + " to " + TextFormat.number(p.after()),
                    p.seconds());
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
        timed(
                "rounds",
                TextFormat.count(rounds.size() - 1, "more round") + " around the incumbent"
                        + (gains.length() == 0 ? ": nothing better" : gains),
                seconds);
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
        row(
                "bound",
                (solution.problem().sense() == Sense.MAXIMIZE ? "at most " : "at least ")
                        + (text.length() == 0 ? "unknown" : text));
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
        if (solution.trace().rounds().isEmpty() || known.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        known.forEach((origin, objective) -> text.append(text.length() == 0 ? "" : ", ")
                .append(TextFormat.number(objective))
                .append(" (")
                .append(origin.id())
                .append(')'));
        row("known", "before the first circuit: " + text);
        String sentence = Credit.of(solution);
        if (!sentence.isEmpty()) {
            row("", sentence);
        }
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

    private void result(Instance instance, Solution solution) {
        String objective =
                solution.objective().isPresent() ? "objective " + TextFormat.number(solution.objective()) : "";
        row(
                solution.status().name(),
                objective
                        + (solution.gap().isPresent()
                                ? ", gap to the bound "
                                        + TextFormat.percent(solution.gap().getAsDouble())
                                : "")
                        + (solution.origin().isPresent()
                                ? ", found by " + solution.origin().get().id()
                                : "")
                        + (instance.bestKnown().isPresent()
                                ? ", best known " + TextFormat.number(instance.bestKnown())
                                : "")
                        + (objective.isEmpty()
                                ? solution.status() == Status.INFEASIBLE
                                        ? "no solution satisfies all constraints"
                                        : "no feasible solution found"
                                : ""));
        solution.x().ifPresent(x -> solutionRow(instance, x));
        pool(solution);
        row(
                "stopped",
                solution.stop().text() + " after " + TextFormat.seconds(solution.seconds())
                        + (solution.limitedBy().contains(Solution.Limit.TIME)
                                ? "; time cut stages short, so that another run may differ"
                                : ""));
        if (solution.limitedBy().contains(Solution.Limit.MEMORY)) {
            row("", "a stage lacked memory");
        }
    }

    private void pool(Solution solution) {
        if (solution.options().pool() == 1 || solution.solutions().isEmpty()) {
            return;
        }
        Map<Double, Integer> levels = new LinkedHashMap<>();
        Verifier verifier = Verifier.of(solution.problem());
        solution.solutions().forEach(x -> levels.merge(verifier.objective(x.toArray()), 1, Integer::sum));
        StringBuilder text = new StringBuilder();
        levels.forEach((objective, count) -> text.append(text.length() == 0 ? ": " : ", ")
                .append(count == 1 ? "" : count + " of ")
                .append(TextFormat.number(objective)));
        row(
                "pool",
                TextFormat.count(solution.solutions().size(), "solution") + ", "
                        + TextFormat.count(levels.size(), "objective value") + text);
    }

    private void solutionRow(Instance instance, Bits x) {
        String label = SolutionWords.label(instance.problem());
        Optional<int[]> permutation = SolutionWords.permutation(instance.problem(), x);
        StringBuilder text = new StringBuilder();
        if (permutation.isPresent()) {
            for (int location : permutation.get()) {
                text.append(text.length() == 0 ? "" : " ").append(location + 1);
            }
            row(label, text.toString());
            return;
        }
        for (VariableTable.Variable v : instance.table().variables()) {
            double value = v.value(x.toArray());
            if (value != 0) {
                text.append(text.length() == 0 ? "" : " ").append(v.name());
                text.append(v.isBit() ? "" : "=" + TextFormat.number(value));
            }
        }
        for (int i = 0; i < x.size() && instance.table().isEmpty(); i++) {
            if (x.get(i) == 1) {
                text.append(text.length() == 0 ? "" : " ");
                text.append(instance.variableNames().isEmpty() ? Integer.toString(i + 1) : instance.variableName(i));
            }
        }
        row(label, text.length() == 0 ? "none" : text.toString());
    }

    /** A line with a label, wrapped. */
    private void row(String label, String text) {
        List<String> lines = TextFormat.wrap(text, TextFormat.WIDTH - LABEL);
        for (int k = 0; k < lines.size(); k++) {
            String head = k == 0 ? label : "";
            if (head.length() >= LABEL) {
                out.println(head);
                head = "";
            }
            out.println(pad(head) + lines.get(k).replace('\u00a0', ' '));
        }
    }

    /** The same with a time at the right of the first line. */
    private void timed(String label, String text, double seconds) {
        List<String> lines = TextFormat.wrap(text, TextFormat.WIDTH - LABEL - TIME - 1);
        int column = TextFormat.WIDTH - LABEL - TIME;
        for (int k = 0; k < lines.size(); k++) {
            String line = lines.get(k).replace('\u00a0', ' ');
            if (k == 0) {
                String time = TextFormat.seconds(seconds);
                line = line + " ".repeat(Math.max(1, column - line.length() + TIME - time.length())) + time;
            }
            out.println(pad(k == 0 ? label : "") + line);
        }
    }

    private static String pad(String label) {
        return label + " ".repeat(LABEL - label.length());
    }
}
