package org.shrinq.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.shrinq.bench.report.RunView.ControlView;
import org.shrinq.bench.statistics.Quantiles;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;

/**
 * What shrinking keeps, by source of the correlations, guard and recalculation, beside correlations drawn at random.
 */
final class ShrinkTable {
    private static final String RANDOM = "random";
    private static final double OPTIMAL = 1e-9;

    private ShrinkTable() {}

    /**
     * How a problem was shrunk.
     *
     * @param subject kind of problem, or instance
     */
    private record Shrinking(String subject, String source, String guard, String recalculation) {}

    /** One row per kind of problem and way to shrink; empty unless the runs differ in how they shrink. */
    static Table of(ReportData data) {
        return of(data, "shrinking", "problem", r -> r.instance().problem());
    }

    /** One row per instance and way to shrink. */
    static Table byInstance(ReportData data) {
        return of(data, "shrinking-by-instance", "instance", r -> r.instance().name());
    }

    private static Table of(ReportData data, String id, String subject, Function<RunView, String> subjectOf) {
        Map<Shrinking, List<RunView>> groups = new LinkedHashMap<>();
        for (RunView r : data.runs()) {
            if (r.wasShrunk() && r.hasSearch()) {
                groups.computeIfAbsent(
                                new Shrinking(subjectOf.apply(r), r.source(), r.guard(), r.recalculation()),
                                k -> new ArrayList<>())
                        .add(r);
            }
        }
        boolean compares = groups.keySet().stream()
                        .map(s -> s.source() + s.guard() + s.recalculation())
                        .distinct()
                        .count()
                > Math.max(1, data.problems().size());
        return new Table(
                id,
                "Shrinking by " + subject,
                "First round only. Feasible: median share of the raw strings that are feasible. Raw gap: of the "
                        + "best feasible raw string (none: in at least half of the runs there was no such string). "
                        + "Exact: gap of the best feasible string among the lowest ones of the shrunk problem, "
                        + "found by enumeration, before and after repair; what shrinking lost is there, whatever "
                        + "the circuit does. Kept: share of the runs in which an optimum (the best known value) was "
                        + "left. Distance: mean number of bits that repair changed until a string was feasible. "
                        + "Repaired gap: of the best repaired string; its mean: of all of them. p: exact (raw) "
                        + "against random correlations with the same guard and recalculation, Wilcoxon over the "
                        + "instances, Holm-corrected for this table.",
                List.of(
                        subject,
                        "source",
                        "guard",
                        "recalculate",
                        "runs",
                        "variables",
                        "qubits",
                        "feasible %",
                        "raw gap %",
                        "exact raw %",
                        "kept %",
                        "exact repaired %",
                        "distance",
                        "repaired gap %",
                        "mean repaired %",
                        "p against random"),
                compares ? rows(groups) : List.of());
    }

    private static List<List<Cell>> rows(Map<Shrinking, List<RunView>> groups) {
        List<Shrinking> keys = groups.keySet().stream()
                .sorted((a, b) -> {
                    int bySubject = a.subject().compareTo(b.subject());
                    return bySubject != 0
                            ? bySubject
                            : Boolean.compare(
                                    a.source().equals(RANDOM), b.source().equals(RANDOM));
                })
                .toList();
        PairedTests tests = PairedTests.of(
                keys.stream().map(key -> againstRandom(key, groups)).toList());
        List<List<Cell>> rows = new ArrayList<>();
        for (int k = 0; k < keys.size(); k++) {
            Shrinking key = keys.get(k);
            List<RunView> runs = java.util.Objects.requireNonNull(groups.get(key));
            List<Cell> row = new ArrayList<>();
            row.add(Cell.text(key.subject()));
            row.add(Cell.text(key.source()));
            row.add(Cell.text(key.guard()));
            row.add(Cell.text(key.recalculation()));
            row.add(ReportNumbers.numberCell(runs.size()));
            row.add(ReportNumbers.numberCell(median(runs, RunView::variablesBefore)));
            row.add(ReportNumbers.numberCell(median(runs, RunView::smallVariables)));
            row.add(ReportNumbers.percentCell(median(runs, RunView::rawFeasible)));
            row.add(ReportNumbers.percentCell(median(runs, RunView::rawGap)));
            row.add(ReportNumbers.percentCell(median(runs, ShrinkTable::exactRaw)));
            row.add(ReportNumbers.percentCell(kept(runs)));
            row.add(ReportNumbers.percentCell(median(runs, ShrinkTable::exactRepaired)));
            row.add(ReportNumbers.numberCell(median(runs, RunView::repairDistance)));
            row.add(ReportNumbers.percentCell(median(runs, RunView::repairedGap)));
            row.add(ReportNumbers.percentCell(median(runs, RunView::meanRepairedGap)));
            row.add(tests.corrected(k));
            rows.add(row);
        }
        return rows;
    }

    /** NaN where no run has an exact control and a best known value. */
    private static double kept(List<RunView> runs) {
        return Arrays.stream(ReportData.values(runs, ShrinkTable::exactRaw))
                .map(gap -> gap <= OPTIMAL ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    static double exactRaw(RunView run) {
        ControlView exact = run.controls().get("exact");
        return exact == null ? Double.NaN : exact.raw();
    }

    static double exactRepaired(RunView run) {
        ControlView exact = run.controls().get("exact");
        return exact == null ? Double.NaN : exact.repaired();
    }

    private static double median(List<RunView> runs, ToDoubleFunction<RunView> quantity) {
        return Quantiles.median(ReportData.values(runs, quantity));
    }

    /** Differences to random correlations by instance; none for those themselves, and where they did not run. */
    private static double[] againstRandom(Shrinking key, Map<Shrinking, List<RunView>> groups) {
        List<RunView> random = groups.get(new Shrinking(key.subject(), RANDOM, key.guard(), key.recalculation()));
        if (key.source().equals(RANDOM) || random == null) {
            return new double[0];
        }
        Map<String, Double> own =
                ReportData.medians(java.util.Objects.requireNonNull(groups.get(key)), ShrinkTable::exactRaw);
        Map<String, Double> other = ReportData.medians(random, ShrinkTable::exactRaw);
        return own.keySet().stream()
                .filter(other::containsKey)
                .mapToDouble(i -> minus(
                        java.util.Objects.requireNonNull(own.get(i)), java.util.Objects.requireNonNull(other.get(i))))
                .toArray();
    }

    private static double minus(double a, double b) {
        return a == b ? 0 : a - b;
    }
}
