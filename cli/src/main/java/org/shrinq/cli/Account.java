package org.shrinq.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.instances.Instance;
import org.shrinq.instances.family.FileFamilies;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.VariableTable;
import org.shrinq.relax.Bound;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.solver.Control;
import org.shrinq.solver.Credit;
import org.shrinq.solver.Failure;
import org.shrinq.solver.Origin;
import org.shrinq.solver.Solution;
import org.shrinq.solver.Status;
import org.shrinq.solver.Trace;
import org.shrinq.solver.Verdict;
import org.shrinq.solver.config.Settings;

/** The plain-text account of a run: what every stage received and returned, then the solution. */
final class Account {
    private final PrintWriter out;
    private final AccountRows rows;

    Account(PrintWriter out) {
        this.out = out;
        rows = new AccountRows(out);
    }

    void print(Instance instance, Solution solution) {
        header(instance);
        settings(solution);
        out.println();
        new StageAccount(rows).print(solution);
        bounds(solution);
        for (Failure f : solution.failures()) {
            rows.row("failed", f.stage() + ": " + f.message());
        }
        controls(solution);
        credit(solution);
        out.println();
        result(instance, solution);
    }

    private void header(Instance instance) {
        rows.row(
                instance.name(),
                instance.problem().kind().title() + ", "
                        + TextFormat.count(instance.problem().size(), "variable") + ", "
                        + TextFormat.count(
                                instance.problem().model().constraints().size(), "constraint") + ", read as "
                        + instance.format().id());
        for (String warning : instance.warnings()) {
            rows.row("note", warning);
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
        rows.row("settings", text.toString());
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
        rows.row("known", "before the first circuit: " + text);
        String sentence = Credit.of(solution);
        if (!sentence.isEmpty()) {
            rows.row("", sentence);
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
        rows.row(
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
        rows.row(
                "stopped",
                solution.stop().text() + " after " + TextFormat.seconds(solution.seconds())
                        + (solution.limitedBy().contains(Solution.Limit.TIME)
                                ? "; time cut stages short, so that another run may differ"
                                : ""));
        if (solution.limitedBy().contains(Solution.Limit.MEMORY)) {
            rows.row("", "a stage lacked memory");
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
        rows.row(
                "pool",
                TextFormat.count(solution.solutions().size(), "solution") + ", "
                        + TextFormat.count(levels.size(), "objective value") + text);
    }

    private void solutionRow(Instance instance, Bits x) {
        String label = FileFamilies.label(instance.problem());
        Optional<int[]> permutation = FileFamilies.permutation(instance.problem(), x);
        StringBuilder text = new StringBuilder();
        if (permutation.isPresent()) {
            for (int location : permutation.get()) {
                text.append(text.length() == 0 ? "" : " ").append(location + 1);
            }
            rows.row(label, text.toString());
            return;
        }
        Optional<String> words = FileFamilies.words(instance.problem(), x);
        if (words.isPresent()) {
            rows.row(label, words.get());
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
        rows.row(label, text.length() == 0 ? "none" : text.toString());
    }
}
