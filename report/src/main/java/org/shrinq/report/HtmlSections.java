package org.shrinq.report;

import static org.shrinq.report.plot.Svg.escape;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Figures and tables of a page. */
final class HtmlSections {
    private final StringBuilder page;
    private final String suffix;

    /** @param suffix of every anchor, so that each is once on the page */
    HtmlSections(StringBuilder page, String suffix) {
        this.page = page;
        this.suffix = suffix;
    }

    /** What has nothing to show, with the reason, as one sentence; empty when everything has. */
    static String leftOut(List<Section> sections) {
        String reasons = sections.stream()
                .filter(s -> s instanceof Figure f && f.isEmpty() && !f.reason().isEmpty())
                .map(s -> s.title().toLowerCase(Locale.ROOT) + " (" + ((Figure) s).reason() + ")")
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? "" : "Not drawn: " + reasons + ".";
    }

    void write(Section section) {
        page.append("<section class=\"card\" id=\"")
                .append(section.anchor())
                .append(suffix)
                .append("\">\n<h2>")
                .append(escape(section.title()))
                .append("</h2>\n");
        if (section instanceof Figure figure) {
            figure(figure);
        } else if (section instanceof Table table) {
            table(table);
        }
        page.append("</section>\n");
    }

    private void figure(Figure figure) {
        page.append("<figure>\n<div class=\"plot wide\">\n").append(figure.wide());
        page.append("</div>\n<div class=\"plot narrow\">\n")
                .append(figure.narrow())
                .append("</div>\n");
        if (!figure.keys().isEmpty()) {
            page.append("<ul class=\"legend\">\n");
            for (Figure.Key key : figure.keys()) {
                page.append("<li><i class=\"")
                        .append(key.shape().name().toLowerCase(Locale.ROOT))
                        .append(' ')
                        .append(key.css())
                        .append("\"></i>")
                        .append(escape(key.name()))
                        .append("</li>\n");
            }
            page.append("</ul>\n");
        }
        page.append("<figcaption>").append(escape(figure.caption())).append("</figcaption>\n</figure>\n");
    }

    private void table(Table table) {
        if (!table.note().isEmpty()) {
            page.append("<p class=\"note\">").append(escape(table.note())).append("</p>\n");
        }
        page.append("<div class=\"scroll\" tabindex=\"0\">\n<table>\n<thead><tr>");
        for (int k = 0; k < table.columns().size(); k++) {
            page.append(table.isNumeric(k) ? "<th class=\"n\"" : "<th")
                    .append(" scope=\"col\" aria-sort=\"none\"><button type=\"button\">")
                    .append(escape(table.columns().get(k)))
                    .append("</button></th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
        for (List<Table.Cell> row : table.rows()) {
            page.append("<tr>");
            for (Table.Cell cell : row) {
                // an interval may stand below its number
                String css = cell.text().contains(" [") ? "n interval" : "n";
                page.append(
                        cell.isNumber()
                                ? "<td class=\"" + css + "\" data-v=\"" + number(cell.order()) + "\">"
                                : "<td>");
                page.append(escape(cell.text())).append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</tbody>\n</table>\n</div>\n");
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? (value > 0 ? "1e308" : "-1e308") : Double.toString(value);
    }
}
