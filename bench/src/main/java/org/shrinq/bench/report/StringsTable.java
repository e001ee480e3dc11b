package org.shrinq.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.shrinq.bench.report.RunView.ControlView;
import org.shrinq.bench.statistics.Quantiles;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;
import org.shrinq.solver.Control;

/** The strings themselves, of every method and of the controls of its small problems: before repair and after. */
final class StringsTable {
    private StringsTable() {}

    static Table of(ReportData data) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String method : data.methods()) {
            List<RunView> runs = data.of(method).stream()
                    .filter(r -> !r.controls().isEmpty())
                    .toList();
            if (runs.isEmpty()) {
                continue;
            }
            rows.add(row(
                    method,
                    "the method",
                    runs,
                    r -> new ControlView(
                            r.rawGap(), r.repairedGap(), r.meanRepairedGap(), r.rawFeasible(), r.rawHit())));
            Set<String> controls = new LinkedHashSet<>();
            runs.forEach(r -> controls.addAll(r.controls().keySet()));
            for (String control : controls) {
                rows.add(row(
                        method,
                        Control.inWords(control),
                        runs.stream()
                                .filter(r -> r.controls().containsKey(control))
                                .toList(),
                        r -> Objects.requireNonNull(r.controls().get(control))));
            }
        }
        return new Table(
                "strings",
                "Strings before repair and after",
                "Of the first round: what the method's strings are worth, and as many of each control on the same "
                        + "small problem. Feasible: median share. Raw and repaired: median gaps of the best string; "
                        + "mean: of the mean repaired string. Reached: share of the runs in which a string is at "
                        + "the best known value before repair; of enumeration, or of annealing where the small "
                        + "problem is too large for it, that tells whether shrinking kept an optimum. Hit: mean "
                        + "share of all strings that are at it before repair; of enumeration, whose strings all "
                        + "differ, it says nothing.",
                List.of(
                        "method",
                        "strings of",
                        "runs",
                        "feasible %",
                        "raw gap %",
                        "reached %",
                        "hit %",
                        "mean gap %",
                        "repaired gap %"),
                rows);
    }

    private static List<Cell> row(
            String method, String whose, List<RunView> runs, Function<RunView, ControlView> strings) {
        List<ControlView> all = runs.stream().map(strings).toList();
        return List.of(
                Cell.text(method),
                Cell.text(whose),
                ReportNumbers.numberCell(all.size()),
                ReportNumbers.percentCell(median(all, ControlView::feasible)),
                gap(median(all, ControlView::raw)),
                ReportNumbers.percentCell(
                        all.stream().filter(c -> c.raw() <= RunView.EXACT).count() / (double) all.size()),
                ReportNumbers.percentCell(
                        all.stream().mapToDouble(ControlView::hit).average().orElse(Double.NaN)),
                gap(median(all, ControlView::mean)),
                gap(median(all, ControlView::repaired)));
    }

    private static Cell gap(double gap) {
        return Double.isInfinite(gap) ? new Cell("none", gap) : ReportNumbers.percentCell(gap);
    }

    private static double median(List<ControlView> all, ToDoubleFunction<ControlView> quantity) {
        return Quantiles.median(all.stream().mapToDouble(quantity).toArray());
    }
}
