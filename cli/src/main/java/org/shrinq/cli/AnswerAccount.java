package org.shrinq.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.shrinq.instances.Instance;
import org.shrinq.instances.family.FileFamilies;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.TrainingStop;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.VariableTable;
import org.shrinq.relax.Bound;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.solver.Failure;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.Status;
import org.shrinq.solver.Trace;
import org.shrinq.solver.config.Settings;

/**
 * The first lines of an account: status, objective, bound, gap and solution, then what was solved, and a line for
 * everything that came out otherwise than asked for: limits that struck, training that was cut, qubits that were not
 * needed, stages that failed.
 */
final class AnswerAccount {
    /** Lines that a solution takes at most. */
    private static final int MOST_LINES = 5;

    private final AccountRows rows;
    private final boolean verbose;

    AnswerAccount(AccountRows rows, boolean verbose) {
        this.rows = rows;
        this.verbose = verbose;
    }

    void print(Instance instance, Solution solution) {
        printWithoutSettings(instance, solution);
        settings(solution.options());
    }

    void printWithoutSettings(Instance instance, Solution solution) {
        status(instance, solution);
        solution.x().ifPresent(x -> solutionRow(instance, x));
        pool(solution);
        rows.row(
                "instance",
                PlainText.of(instance.name()) + ": " + instance.problem().kind().title() + ", "
                        + TextFormat.count(instance.problem().size(), "variable") + ", "
                        + TextFormat.count(
                                instance.problem().model().constraints().size(), "constraint") + ", read as "
                        + instance.format().id());
        for (String warning : instance.warnings()) {
            rows.row("note", warning);
        }
        rows.row(
                "stopped",
                solution.stop().text() + " after " + TextFormat.seconds(solution.seconds())
                        + solution.origin()
                                .map(o -> ", the solution found by " + o.id() + firstSeconds(solution))
                                .orElse(""));
        limits(solution);
        if (solution.status() == Status.UNKNOWN) {
            rows.row(
                    "maybe",
                    "another --seed"
                            + (solution.options().timeLimit().isPresent() ? " or a longer --time-limit" : "")
                            + " finds one: that there is none was not proven");
        }
    }

    private void status(Instance instance, Solution solution) {
        StringBuilder text = new StringBuilder();
        if (solution.objective().isPresent()) {
            text.append("objective ").append(TextFormat.number(solution.objective()));
        } else {
            text.append(
                    solution.status() == Status.INFEASIBLE
                            ? "no solution satisfies all constraints"
                            : "no feasible solution found");
        }
        Bound bound = solution.bound().best();
        if (!Double.isInfinite(bound.value()) && solution.status() != Status.INFEASIBLE) {
            text.append(solution.problem().sense() == Sense.MAXIMIZE ? ", at most " : ", at least ")
                    .append(TextFormat.number(bound.value()));
        } else if (solution.isFeasible()) {
            text.append(", no bound");
        }
        if (solution.gap().isPresent()) {
            text.append(", gap ").append(TextFormat.percent(solution.gap().getAsDouble()));
        }
        if (instance.bestKnown().isPresent()) {
            text.append("; best known ").append(TextFormat.number(instance.bestKnown()));
        }
        rows.row(solution.status().name(), text.toString());
    }

    /** When the objective was reached. */
    private static String firstSeconds(Solution solution) {
        List<Trace.Improvement> history = solution.history();
        return history.isEmpty()
                ? ""
                : " after " + TextFormat.seconds(history.get(history.size() - 1).seconds());
    }

    private void limits(Solution solution) {
        if (solution.limitedBy().contains(Solution.Limit.TIME)) {
            OptionalDouble seconds = solution.options().timeLimit();
            rows.row("limit", timeLimit(seconds, solution.seconds()));
        }
        if (solution.limitedBy().contains(Solution.Limit.MEMORY)) {
            rows.row("limit", "a stage lacked memory");
        }
        if (!solution.trace().rounds().isEmpty()) {
            training(solution, solution.trace().rounds().get(0).search());
            budget(solution, solution.trace().rounds().get(0).search());
        }
        for (Failure f : solution.failures()) {
            rows.row("failed", f.stage() + ": " + f.message());
        }
    }

    private static String timeLimit(OptionalDouble limit, double seconds) {
        if (limit.isPresent() && seconds < limit.getAsDouble()) {
            return "time ended stages within the limit of " + TextFormat.number(limit.getAsDouble())
                    + " s: another run may differ in them";
        }
        String struck = limit.isPresent()
                ? "the time limit of " + TextFormat.number(limit.getAsDouble()) + " s struck"
                : "time was up";
        return struck + ": stages were cut short, and another run may differ";
    }

    private void training(Solution solution, Trace.Search search) {
        Optional<QuantumRun> run = search.run();
        int most = solution.options().quantum().maxEvaluations();
        if (search.qubits() == 0 || run.isEmpty()) {
            return;
        }
        if (run.get().stop() == TrainingStop.DEADLINE) {
            rows.row(
                    "training",
                    (solution.stop() == Solution.Stop.CANCELLED ? "cancelled after " : "cut by the time limit after ")
                            + run.get().evaluations() + " of " + TextFormat.count(search.planned(), "evaluation"));
        }
        if (search.planned() < most) {
            rows.row(
                    "training",
                    "kept to " + TextFormat.count(search.planned(), "evaluation") + " of " + most
                            + ": the optimum was proven before");
        }
    }

    private void budget(Solution solution, Trace.Search search) {
        int budget = solution.options().qubits();
        if (search.qubits() < budget) {
            rows.row(
                    "budget",
                    search.qubits() + " of " + TextFormat.count(budget, "qubit") + " used"
                            + (search.qubits() == 0 ? ": nothing was left for a circuit to decide" : ""));
        }
    }

    /** What differs from the defaults, or everything. */
    void settings(SolverOptions options) {
        Map<String, String> shown = verbose ? Settings.describe(options) : Settings.changed(options);
        rows.row(
                "settings",
                shown.isEmpty()
                        ? "the defaults (--verbose lists them)"
                        : shown.entrySet().stream()
                                        .map(e -> e.getKey() + '\u00a0' + e.getValue())
                                        .collect(Collectors.joining(", "))
                                + (verbose ? "" : "; else the defaults"));
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
            rows.row(label, shortened(text.toString(), permutation.get().length));
            return;
        }
        Optional<String> words = FileFamilies.words(instance.problem(), x);
        if (words.isPresent()) {
            rows.row(label, shortened(words.get(), x.size()));
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
        rows.row(label, text.length() == 0 ? "none" : shortened(text.toString(), x.ones()));
    }

    private String shortened(String text, int count) {
        List<String> lines = TextFormat.wrap(text, AccountRows.TEXT);
        if (verbose || lines.size() <= MOST_LINES) {
            return text;
        }
        return String.join(" ", lines.subList(0, MOST_LINES - 1)) + " … " + count
                + " in all (--verbose or -o has them)";
    }
}
