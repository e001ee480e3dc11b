package org.shrinq.report;

import java.util.List;

/**
 * A table of a report.
 *
 * @param id short, for links
 * @param title heading
 * @param note what the columns mean, one paragraph
 * @param columns headings
 * @param rows as many cells as columns
 */
public record Table(String id, String title, String note, List<String> columns, List<List<Cell>> rows)
        implements Section {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        id + ": " + row.size() + " cells for " + columns.size() + " columns");
            }
        }
    }

    /**
     * One cell.
     *
     * @param text what is shown
     * @param order what it is sorted by; NaN for text
     */
    public record Cell(String text, double order) {
        public static Cell text(String text) {
            return new Cell(text, Double.NaN);
        }

        public boolean isNumber() {
            return !Double.isNaN(order);
        }
    }

    /** Whether a column has a number anywhere; its heading stands on the right as they do. */
    public boolean isNumeric(int column) {
        return rows.stream().anyMatch(row -> row.get(column).isNumber());
    }

    @Override
    public String anchor() {
        return "table-" + id;
    }

    @Override
    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
