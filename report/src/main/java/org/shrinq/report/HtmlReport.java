package org.shrinq.report;

import static org.shrinq.report.plot.Svg.escape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.shrinq.report.plot.Svg;

/** A report as one page that needs nothing else: style, script and plots are in it. */
public final class HtmlReport {
    private HtmlReport() {}

    /** The page. */
    public static String of(Report report) {
        StringBuilder page =
                new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.append("<title>").append(escape(report.title())).append(" – Shrinq</title>\n");
        page.append("<link rel=\"icon\" href=\"data:,\">\n<style>\n")
                .append(resource("report.css"))
                .append("</style>\n");
        page.append("</head>\n<body>\n<header>\n<h1>")
                .append(escape(report.title()))
                .append("</h1>\n<dl>\n");
        for (Report.Fact fact : report.facts()) {
            page.append("<dt>").append(escape(fact.name())).append("</dt><dd>").append(escape(fact.text()));
            page.append("</dd>\n");
        }
        page.append("</dl>\n<nav>\n");
        for (Figure f : report.figures()) {
            link(page, f.id(), f.title());
        }
        for (Table t : report.tables()) {
            link(page, "table-" + t.id(), "table: " + t.title().toLowerCase(Locale.ROOT));
        }
        page.append("</nav>\n</header>\n<main>\n<section>\n<h2>Summary</h2>\n<ul>\n");
        for (String sentence : report.summary()) {
            page.append("<li>").append(escape(sentence)).append("</li>\n");
        }
        page.append("</ul>\n</section>\n");
        report.figures().forEach(f -> figure(page, f));
        report.tables().forEach(t -> table(page, t));
        page.append("</main>\n<script>\n").append(resource("report.js")).append("</script>\n</body>\n</html>\n");
        return page.toString();
    }

    private static void link(StringBuilder page, String id, String title) {
        page.append("<a href=\"#")
                .append(id)
                .append("\">")
                .append(escape(title))
                .append("</a>\n");
    }

    private static void figure(StringBuilder page, Figure figure) {
        page.append("<section id=\"").append(figure.id()).append("\">\n<h2>").append(escape(figure.title()));
        page.append("</h2>\n");
        if (figure.isEmpty()) {
            page.append("<p class=\"nothing\">Not drawn: ")
                    .append(escape(figure.reason()))
                    .append(".</p>\n</section>\n");
            return;
        }
        page.append("<figure>\n<div class=\"plot\">\n").append(figure.svg()).append("</div>\n");
        if (!figure.legend().isEmpty()) {
            page.append("<ul class=\"legend\">\n");
            for (int k = 0; k < figure.legend().size(); k++) {
                page.append("<li class=\"").append(Svg.colour(k)).append("\"><i></i>");
                page.append(escape(figure.legend().get(k))).append("</li>\n");
            }
            page.append("</ul>\n");
        }
        page.append("<figcaption>").append(escape(figure.caption())).append("</figcaption>\n</figure>\n</section>\n");
    }

    private static void table(StringBuilder page, Table table) {
        page.append("<section id=\"table-")
                .append(table.id())
                .append("\">\n<h2>")
                .append(escape(table.title()));
        page.append("</h2>\n<p class=\"note\">")
                .append(escape(table.note()))
                .append("</p>\n<div class=\"wide\">\n<table>\n");
        page.append("<thead><tr>");
        for (int k = 0; k < table.columns().size(); k++) {
            page.append(table.isNumeric(k) ? "<th class=\"n\"" : "<th")
                    .append(" scope=\"col\" aria-sort=\"none\"><button>")
                    .append(escape(table.columns().get(k)))
                    .append("</button></th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
        for (List<Table.Cell> row : table.rows()) {
            page.append("<tr>");
            for (Table.Cell cell : row) {
                page.append(cell.isNumber() ? "<td class=\"n\" data-v=\"" + number(cell.order()) + "\">" : "<td>");
                page.append(escape(cell.text())).append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? (value > 0 ? "1e308" : "-1e308") : Double.toString(value);
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
