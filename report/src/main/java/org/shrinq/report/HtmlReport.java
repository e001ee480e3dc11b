package org.shrinq.report;

import static org.shrinq.report.plot.Svg.escape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A report as one page that needs nothing else: style, script and plots are in it. */
public final class HtmlReport {
    private final StringBuilder page = new StringBuilder();
    private final Report report;

    private HtmlReport(Report report) {
        this.report = report;
    }

    /** The page. */
    public static String of(Report report) {
        return new HtmlReport(report).write();
    }

    private String write() {
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.append("<title>").append(escape(report.title())).append(" – Shrinq</title>\n");
        page.append("<link rel=\"icon\" href=\"data:,\">\n<style>\n")
                .append(resource("report.css"))
                .append("</style>\n</head>\n<body>\n<header class=\"card\">\n");
        report.headline()
                .ifPresentOrElse(
                        this::headline,
                        () -> page.append("<h1>").append(escape(report.title())).append("</h1>\n"));
        summary();
        facts(report.facts(), "facts");
        page.append("</header>\n");
        filter();
        page.append("<main>\n");
        for (int k = 0; k < report.views().size(); k++) {
            view(k);
        }
        page.append("</main>\n");
        if (!report.end().isEmpty()) {
            page.append("<footer>\n");
            facts(report.end(), "facts");
            page.append("</footer>\n");
        }
        page.append("<script>\n").append(resource("report.js")).append("</script>\n</body>\n</html>\n");
        return page.toString();
    }

    private void headline(Headline head) {
        page.append("<p class=\"kicker\">").append(escape(head.kicker())).append("</p>\n<h1>");
        page.append(escape(report.title())).append("</h1>\n<p class=\"answer\"><span class=\"badge ");
        page.append(head.badge().tone().name().toLowerCase(Locale.ROOT)).append("\">");
        page.append(escape(head.badge().word())).append("</span> <strong>").append(escape(head.value()));
        page.append("</strong> <span>").append(escape(head.unit())).append("</span></p>\n");
        head.bar().ifPresent(this::bar);
        page.append("<dl class=\"metrics\">\n");
        for (Report.Fact m : head.metrics()) {
            page.append("<div><dt>")
                    .append(escape(m.name()))
                    .append("</dt><dd>")
                    .append(escape(m.text()));
            page.append("</dd></div>\n");
        }
        page.append("</dl>\n");
        if (!head.command().isEmpty()) {
            page.append("<div class=\"command\"><code>").append(escape(head.command()));
            page.append("</code><button type=\"button\" id=\"copy\">Copy</button></div>\n");
        }
    }

    private void bar(Headline.Bar bar) {
        String percent = String.format(Locale.ROOT, "%.2f", 100 * bar.share());
        page.append("<div class=\"gap\"><div class=\"track\" role=\"img\" aria-label=\"")
                .append(escape(bar.near() + ", " + bar.far() + ", " + bar.between()))
                .append("\"><i style=\"width:")
                .append(percent)
                .append("%\"></i></div>\n<p><span>")
                .append(escape(bar.near()))
                .append("</span><span>")
                .append(escape(bar.between()))
                .append("</span><span>")
                .append(escape(bar.far()))
                .append("</span></p></div>\n");
    }

    private void summary() {
        if (report.summary().isEmpty()) {
            return;
        }
        page.append("<ul class=\"summary\">\n");
        for (String sentence : report.summary()) {
            page.append("<li>").append(escape(sentence)).append("</li>\n");
        }
        page.append("</ul>\n");
    }

    private void facts(List<Report.Fact> facts, String css) {
        if (facts.isEmpty()) {
            return;
        }
        page.append("<dl class=\"").append(css).append("\">\n");
        for (Report.Fact fact : facts) {
            page.append("<dt>").append(escape(fact.name())).append("</dt><dd>").append(escape(fact.text()));
            page.append("</dd>\n");
        }
        page.append("</dl>\n");
    }

    /** Choices of problem and method; nothing where there is nothing to choose. */
    private void filter() {
        boolean problems = report.views().size() > 1;
        boolean methods = report.methods().size() > 1;
        if (!problems && !methods) {
            return;
        }
        page.append("<form id=\"filter\" class=\"card\">\n");
        if (problems) {
            page.append("<fieldset id=\"problems\"><legend>problem</legend>\n");
            for (int k = 0; k < report.views().size(); k++) {
                String name = report.views().get(k).name();
                choice("radio", "problem", Integer.toString(k), name, k == 0);
            }
            page.append("</fieldset>\n");
        }
        if (methods) {
            page.append("<fieldset id=\"methods\"><legend>methods</legend>\n");
            report.methods().forEach(m -> choice("checkbox", "method", m, m, true));
            page.append("</fieldset>\n");
        }
        page.append("</form>\n");
    }

    private void choice(String type, String name, String value, String words, boolean checked) {
        page.append("<label><input type=\"")
                .append(type)
                .append("\" name=\"")
                .append(name)
                .append("\" value=\"")
                .append(escape(value))
                .append(checked ? "\" checked>" : "\">")
                .append(escape(words))
                .append("</label>\n");
    }

    private void view(int number) {
        List<Section> shown = report.views().get(number).sections().stream()
                .filter(s -> !s.isEmpty())
                .toList();
        String suffix = number == 0 ? "" : "-" + number;
        page.append("<div class=\"view\" data-view=\"").append(number).append(number == 0 ? "\">\n" : "\" hidden>\n");
        if (shown.size() > 2) {
            page.append("<nav>\n");
            for (Section s : shown) {
                page.append("<a href=\"#").append(s.anchor()).append(suffix).append("\">");
                page.append(escape(s.title())).append("</a>\n");
            }
            page.append("</nav>\n");
        }
        HtmlSections sections = new HtmlSections(page, suffix);
        shown.forEach(sections::write);
        String without = HtmlSections.leftOut(report.views().get(number).sections());
        if (!without.isEmpty()) {
            page.append("<p class=\"note\">").append(escape(without)).append("</p>\n");
        }
        page.append("</div>\n");
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
