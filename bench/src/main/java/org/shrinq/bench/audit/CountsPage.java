package org.shrinq.bench.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shrinq.repair.Change;
import org.shrinq.repair.verify.SampleStatistics;
import org.shrinq.report.EnergyHistogram;
import org.shrinq.report.Report;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Table;
import org.shrinq.solver.Decoded;
import org.shrinq.solver.Trace;

/**
 * Decoded counts as a page: energies beside those of controls, histograms before and after repair, violations, changes.
 */
public final class CountsPage {
    private static final int VIOLATIONS = 10;

    private CountsPage() {}

    /**
     * The report.
     *
     * @param instance name of the instance
     * @param facts what was read and how
     * @param series energies by the kind of strings, the device's first; not modified
     */
    public static Report of(String instance, List<Report.Fact> facts, Decoded decoded, Map<String, double[]> series) {
        SampleStatistics statistics = decoded.account().statistics();
        List<String> summary = new ArrayList<>();
        summary.add(decoded.verification()
                .map(v -> "A feasible solution with objective " + ReportNumbers.number(v.objective()) + ".")
                .orElse("No feasible solution was found."));
        summary.add(ReportNumbers.percent(statistics.feasibleFraction())
                + " per cent of the strings are feasible as they were measured"
                + (statistics.bestObjective().isPresent()
                        ? ", the best with objective "
                                + ReportNumbers.number(
                                        statistics.bestObjective().getAsDouble())
                        : "")
                + ".");
        summary.add("Whether the device was needed is what 'shrinq audit' asks.");
        List<Table> tables = new ArrayList<>(List.of(
                bins(
                        "raw",
                        "Feasible strings as they were measured",
                        decoded.account().rawHistogram()),
                bins("repaired", "Strings after repair", decoded.account().repairedHistogram()),
                violations(statistics),
                changes(decoded)));
        tables.removeIf(Table::isEmpty);
        return new Report("Counts of " + instance, facts, summary, List.of(EnergyHistogram.of(series)), tables);
    }

    private static Table bins(String id, String title, List<Trace.Bin> bins) {
        return new Table(
                id,
                title,
                "How many strings have which objective, best first.",
                List.of("objective", "strings"),
                bins.stream()
                        .map(b -> List.of(ReportNumbers.numberCell(b.objective()), ReportNumbers.numberCell(b.count())))
                        .toList());
    }

    private static Table violations(SampleStatistics statistics) {
        return new Table(
                "violations",
                "Constraints that strings broke",
                "The most often broken constraints and the share of the strings that break them.",
                List.of("constraint", "strings"),
                statistics.mostViolated(VIOLATIONS).stream()
                        .map(v -> List.of(Table.Cell.text(v.constraint()), ReportNumbers.percentCell(v.fraction())))
                        .toList());
    }

    private static Table changes(Decoded decoded) {
        List<Change> changes =
                decoded.account().repaired().map(r -> r.changes()).orElse(List.of());
        return new Table(
                "changes",
                "What repair changed",
                "Every changed variable of the best repaired string, in order, counted from 1.",
                List.of("variable", "from", "to", "reason"),
                changes.stream()
                        .map(c -> List.of(
                                ReportNumbers.numberCell(c.variable() + 1.0),
                                ReportNumbers.numberCell(c.from()),
                                ReportNumbers.numberCell(c.to()),
                                Table.Cell.text(c.reason())))
                        .toList());
    }
}
