package org.shrinq.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;
import org.shrinq.report.answer.Answer;
import org.shrinq.solver.Control;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.config.Settings;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.StageEntries.RepairEntry;
import org.shrinq.solver.result.StageEntries.VerifyEntry;

/** Tables of a run. */
final class RunTables {
    private RunTables() {}

    static Table controls(ResultFile result) {
        List<List<Cell>> rows = new ArrayList<>();
        if (!result.controls().isEmpty()) {
            VerifyEntry verify = result.stages().verify();
            RepairEntry repair = result.stages().repair();
            rows.add(List.of(
                    Cell.text(result.setting("method")),
                    cell(verify == null ? null : verify.rawBestObjective()),
                    cell(repair == null ? null : repair.objectiveAfter()),
                    cell(repair == null ? null : repair.meanObjective()),
                    share(verify == null ? null : verify.rawFeasibleFraction())));
        }
        result.controls()
                .forEach((name, control) -> rows.add(List.of(
                        Cell.text(Control.inWords(name)),
                        cell(control.raw()),
                        cell(control.repaired()),
                        cell(control.meanRepaired()),
                        share(control.rawFeasibleFraction()))));
        return new Table(
                "controls",
                "Controls in numbers",
                "The same number of strings and the same repair in the method's place: the best of the raw strings, "
                        + "the best and the mean of the repaired ones, and the share of the raw strings that are "
                        + "feasible.",
                List.of("method", "raw", "repaired", "mean", "feasible %"),
                rows);
    }

    private static Cell cell(@Nullable Double value) {
        return value == null ? Cell.text("none") : ReportNumbers.numberCell(value);
    }

    private static Cell share(@Nullable Double value) {
        return ReportNumbers.percentCell(value == null ? 0 : value);
    }

    static Table violations(@Nullable VerifyEntry verify) {
        List<List<Cell>> rows = new ArrayList<>();
        if (verify != null) {
            verify.violations()
                    .forEach(v -> rows.add(
                            List.of(Cell.text(v.constraint()), ReportNumbers.percentCell(v.fractionOfSamples()))));
        }
        return new Table(
                "violations",
                "Constraints that samples broke",
                "The most often broken constraints and the share of the raw samples that break them.",
                List.of("constraint", "samples %"),
                rows);
    }

    static Table changes(@Nullable RepairEntry repair, Optional<Answer> answer) {
        List<List<Cell>> rows = new ArrayList<>();
        if (repair != null) {
            repair.changes()
                    .forEach(c -> rows.add(List.of(
                            Cell.text(answer.map(a -> a.name(c.variable())).orElse(Integer.toString(c.variable() + 1))),
                            Cell.text(c.from() + " → " + c.to()),
                            Cell.text(c.reason()))));
        }
        return new Table(
                "changes",
                "What repair changed",
                "Every changed variable of the best repaired sample, in order.",
                List.of("variable", "change", "reason"),
                rows);
    }

    static Table settings(ResultFile result) {
        Map<String, String> defaults = Settings.describe(SolverOptions.defaults());
        List<List<Cell>> rows = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) {
            boolean changed = pass == 0;
            result.config().forEach((name, value) -> {
                String usual = defaults.getOrDefault(name, "");
                if (changed != same(usual, value.toString())) {
                    rows.add(List.of(Cell.text(name), Cell.text(value.toString()), Cell.text(changed ? usual : "")));
                }
            });
        }
        boolean changed = rows.stream().anyMatch(r -> !r.get(2).text().isEmpty());
        return new Table(
                "settings",
                "Settings",
                changed
                        ? "Every setting in force; those that differ from the defaults first."
                        : "All are the defaults.",
                changed ? List.of("setting", "value", "instead of the default") : List.of("setting", "value"),
                changed ? rows : rows.stream().map(r -> r.subList(0, 2)).toList());
    }

    private static boolean same(String a, String b) {
        try {
            return a.equals(b) || Double.parseDouble(a) == Double.parseDouble(b);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
