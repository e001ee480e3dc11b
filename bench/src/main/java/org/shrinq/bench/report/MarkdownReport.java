package org.shrinq.bench.report;

import java.util.List;
import java.util.Set;
import org.shrinq.report.Report;
import org.shrinq.report.Table;
import org.shrinq.report.plot.Svg;

/** A report as Markdown: facts, summary and tables, for documents that are kept with the sources. */
public final class MarkdownReport {
    /** Pairs of methods are too many to read; the page has them. */
    private static final int MOST_TESTS = 30;

    private MarkdownReport() {}

    /**
     * The report.
     *
     * @param tables ids of the tables to print; empty for all
     */
    public static String of(Report report, Set<String> tables) {
        StringBuilder text = new StringBuilder("# ").append(report.title()).append("\n\n");
        text.append("Written by `shrinq bench`; do not edit.\n\n");
        for (Report.Fact fact : report.facts()) {
            text.append("* ")
                    .append(fact.name())
                    .append(": ")
                    .append(escape(fact.text()))
                    .append('\n');
        }
        text.append(report.summary().isEmpty() ? "" : "\n## Summary\n\n");
        for (String sentence : report.summary()) {
            text.append("* ").append(escape(sentence)).append('\n');
        }
        for (Table table : report.tables()) {
            if (tables.isEmpty() ? !table.id().equals(RunsTable.ID) : tables.contains(table.id())) {
                table(text, table);
            }
        }
        return text.toString();
    }

    private static void table(StringBuilder text, Table table) {
        text.append("\n## ")
                .append(table.title())
                .append("\n\n")
                .append(escape(table.note()))
                .append("\n\n");
        List<List<Table.Cell>> rows = table.rows();
        if (table.id().endsWith("tests") && rows.size() > MOST_TESTS) {
            int last = table.columns().size() - 1;
            rows = rows.stream()
                    .filter(r -> r.get(0).equals(table.rows().get(0).get(0))
                            || r.get(last).order() < PairedTests.SIGNIFICANT)
                    .toList();
            text.append("Only those with ")
                    .append(escape(rows.get(0).get(0).text()))
                    .append(" and those with a corrected p below 0.05 are shown; the page has all ");
            text.append(table.rows().size()).append(".\n\n");
        }
        text.append('|');
        for (String column : table.columns()) {
            text.append(' ').append(escape(column)).append(" |");
        }
        text.append("\n|");
        for (int c = 0; c < table.columns().size(); c++) {
            int column = c;
            boolean numbers = rows.stream().anyMatch(r -> r.get(column).isNumber());
            text.append(numbers ? " ---: |" : " --- |");
        }
        text.append('\n');
        for (List<Table.Cell> row : rows) {
            text.append('|');
            for (Table.Cell cell : row) {
                text.append(' ').append(escape(cell.text())).append(" |");
            }
            text.append('\n');
        }
    }

    private static String escape(String text) {
        return Svg.visible(text)
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("_", "\\_");
    }
}
