package org.shrinq.bench.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shrinq.bench.statistics.Interval;
import org.shrinq.report.EnergyHistogram;
import org.shrinq.report.Report;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;

/** An audit as a page. */
public final class AuditPage {
    private AuditPage() {}

    /**
     * The page.
     *
     * @param instance name of the instance
     * @param facts what was read and how
     */
    public static Report of(String instance, List<Report.Fact> facts, AuditResult result) {
        List<String> summary = new ArrayList<>(
                List.of(result.verdict().forDevice(), result.verdict().against()));
        result.fidelity()
                .ifPresent(f -> summary.add("The mean energy is that of "
                        + interval(f.share()) + " ideal strings among uniform ones (ideal "
                        + ReportNumbers.number(f.ideal()) + ", uniform " + ReportNumbers.number(f.uniform()) + ")."));
        result.bounds()
                .ifPresent(b -> summary.add("The noiseless mean energy lies between "
                        + ReportNumbers.number(b.lower()) + " and " + ReportNumbers.number(b.upper())
                        + ", if a shot is free of errors with probability " + ReportNumbers.number(b.errorFree())
                        + "."));
        summary.addAll(result.notes());
        Map<String, double[]> series = new LinkedHashMap<>();
        for (AuditRow row : result.rows()) {
            if (List.of("device", ControlKind.IDEAL.words(), ControlKind.UNIFORM.words())
                    .contains(row.name())) {
                series.put(row.name(), row.energies());
            }
        }
        return new Report(
                "Audit of counts of " + instance,
                facts,
                summary,
                List.of(EnergyHistogram.of(series)),
                List.of(raw(result), repaired(result), tests(result)));
    }

    private static Table raw(AuditResult result) {
        List<List<Cell>> rows = new ArrayList<>();
        for (AuditRow r : result.rows()) {
            rows.add(List.of(
                    Cell.text(r.name()),
                    ReportNumbers.numberCell(r.shots()),
                    ReportNumbers.numberCell(r.distinct()),
                    cell(r.energy()),
                    cell(r.cvar()),
                    cell(r.best()),
                    share(r.feasible()),
                    share(r.rawOptimum())));
        }
        return new Table(
                "raw",
                "Strings as they are",
                "Energies, the mean of the lowest of them (CVaR), and shares in per cent, with intervals of 95 %.",
                List.of("strings", "number", "distinct", "mean energy", "CVaR", "best", "feasible", "P(optimum)"),
                rows);
    }

    private static Table repaired(AuditResult result) {
        List<List<Cell>> rows = new ArrayList<>();
        for (AuditRow r : result.rows()) {
            rows.add(List.of(
                    Cell.text(r.name()),
                    cell(r.repaired()),
                    ReportNumbers.numberCell(r.bestRepaired()),
                    share(r.optimum()),
                    cell(r.strings())));
        }
        return new Table(
                "repaired",
                "After repair",
                "Objectives of the first " + result.judged() + " strings; P(optimum) asks for "
                        + ReportNumbers.number(result.reference())
                        + (result.knownReference() ? ", the best known." : ", the best that was seen here.")
                        + " The last column is how many strings show it with 99 %.",
                List.of("strings", "mean", "best", "P(optimum)", "strings to 99 %"),
                rows);
    }

    private static Table tests(AuditResult result) {
        List<List<Cell>> rows = new ArrayList<>();
        for (AuditComparison c : result.comparisons()) {
            rows.add(List.of(
                    Cell.text(c.control().words()),
                    Cell.text(c.measure().words()),
                    ReportNumbers.pCell(c.pBetter()),
                    ReportNumbers.pCell(c.better()),
                    ReportNumbers.pCell(c.pWorse()),
                    ReportNumbers.pCell(c.worse())));
        }
        return new Table(
                "tests",
                "Permutation tests",
                "One-sided: is the device better than the control, is it worse? Corrected by Holm over all tests of "
                        + "a direction.",
                List.of("control", "measure", "better, p", "corrected", "worse, p", "corrected"),
                rows);
    }

    private static String interval(Interval i) {
        return ReportNumbers.number(i.estimate()) + " [" + ReportNumbers.number(i.low()) + ", "
                + ReportNumbers.number(i.high()) + "]";
    }

    private static Cell cell(Interval i) {
        return new Cell(interval(i), i.estimate());
    }

    private static Cell share(Interval i) {
        return ReportNumbers.intervalCell(i.estimate(), i.low(), i.high());
    }
}
