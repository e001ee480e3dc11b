package org.shrinq.bench.report;

import java.util.List;
import java.util.Locale;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;

/** Every run by itself: what the marks of the figures open. */
final class RunsTable {
    static final String ID = "runs";

    /** More would make the page slow; the store has all. */
    private static final int MOST = 5000;

    private RunsTable() {}

    static Table of(ReportData data) {
        List<RunView> runs = data.runs();
        return new Table(
                ID,
                "Runs",
                "Every run by itself; a mark in a figure shows only its own."
                        + (runs.size() > MOST
                                ? " The first " + MOST + " of " + runs.size() + "; bench report --csv writes all."
                                : ""),
                List.of("method", "problem", "instance", "seed", "status", "objective", "gap %", "seconds"),
                runs.stream().limit(MOST).map(RunsTable::row).toList());
    }

    private static List<Cell> row(RunView run) {
        StoredRun stored = run.run();
        return List.of(
                Cell.text(run.method()),
                Cell.text(run.instance().problem()),
                Cell.text(run.instance().name()),
                ReportNumbers.numberCell((double) stored.key().seed()),
                Cell.text(
                        stored.hasFailed()
                                ? stored.ended().name().toLowerCase(Locale.ROOT)
                                : stored.status().orElse("").toLowerCase(Locale.ROOT)),
                stored.objective().isPresent()
                        ? new Cell(
                                ReportNumbers.exact(stored.objective().getAsDouble()),
                                stored.objective().getAsDouble())
                        : Cell.text("none"),
                ReportNumbers.percentCell(run.gap()),
                ReportNumbers.secondsCell(run.seconds()));
    }
}
