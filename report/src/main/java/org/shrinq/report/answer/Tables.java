package org.shrinq.report.answer;

import java.util.List;
import org.shrinq.report.Table;
import org.shrinq.report.Table.Cell;

/** What tables of solutions share. */
final class Tables {
    /** Rows that a page shows; the result file has all. */
    private static final int MOST = 2000;

    private Tables() {}

    /** A variable by name, or by its number. */
    static Cell name(Answer answer, int i) {
        return Cell.text(answer.name(i));
    }

    /** A table of at most so many rows, whose note says how many there are where it has not all. */
    static Table capped(String id, String title, String note, List<String> columns, List<List<Cell>> rows) {
        String left = rows.size() <= MOST
                ? note
                : (note + " The first " + MOST + " of " + rows.size() + "; the result file has all.").strip();
        return new Table(id, title, left, columns, rows.subList(0, Math.min(MOST, rows.size())));
    }
}
