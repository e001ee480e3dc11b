package org.shrinq.report;

import java.util.List;

/**
 * Everything a report says, before it is laid out: as one HTML page or as Markdown.
 *
 * @param title heading
 * @param facts what was run, how, where: pairs of name and text
 * @param summary sentences
 * @param figures plots
 * @param tables tables; empty ones are left out
 */
public record Report(String title, List<Fact> facts, List<String> summary, List<Figure> figures, List<Table> tables) {
    /**
     * A line of the head.
     *
     * @param name such as "seeds"
     */
    public record Fact(String name, String text) {}

    public Report {
        facts = List.copyOf(facts);
        summary = List.copyOf(summary);
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
    }

    @Override
    public List<Figure> figures() {
        return figures;
    }
}
