package org.shrinq.report;

import java.util.List;

/**
 * A plot of a report.
 *
 * @param id short, for links
 * @param title heading
 * @param caption how to read it
 * @param svg the element; empty when the runs have nothing to show
 * @param reason why there is nothing to show, when there is nothing
 * @param legend names of the series in their order; empty when rows are named in the picture
 */
public record Figure(String id, String title, String caption, String svg, String reason, List<String> legend) {
    public Figure {
        legend = List.copyOf(legend);
    }

    public static Figure none(String id, String title, String reason) {
        return new Figure(id, title, "", "", reason, List.of());
    }

    public boolean isEmpty() {
        return svg.isEmpty();
    }
}
