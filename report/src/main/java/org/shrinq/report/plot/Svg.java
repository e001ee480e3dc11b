package org.shrinq.report.plot;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes one SVG picture. Series take the colour of class c0, c1, … of the page; what stands for data is a mark, so
 * that a picture without any is known to be empty.
 */
public final class Svg {
    /** Number of colours; beyond them they repeat, with dashes. */
    public static final int COLOURS = 7;

    private static final Pattern CONTROL =
            Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]");

    private final StringBuilder text = new StringBuilder();
    private final double width;
    private final double height;
    private int marks;

    public Svg(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /**
     * Text in which control characters, and those that turn the direction of writing, stand as \\u001b: pages are shown
     * in terminals too.
     */
    public static String visible(String raw) {
        return CONTROL.matcher(raw)
                .replaceAll(m ->
                        String.format(Locale.ROOT, "\\\\u%04x", (int) m.group().charAt(0)));
    }

    /** Text of XML with its special characters escaped, controls {@link #visible}. */
    public static String escape(String raw) {
        return visible(raw)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Classes of a series. */
    public static String colour(int series) {
        int dash = series / COLOURS % 3;
        return "c" + series % COLOURS + (dash == 0 ? "" : " d" + dash);
    }

    private static String n(double v) {
        long tenths = Math.round(10 * v);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    private static String titled(String title) {
        return title.isEmpty() ? "/>\n" : "><title>" + escape(title) + "</title>";
    }

    private Svg element(String name, String attributes, String title) {
        text.append('<').append(name).append(' ').append(attributes).append(titled(title));
        if (!title.isEmpty()) {
            text.append("</").append(name).append(">\n");
        }
        return this;
    }

    /** What comes until {@link #end} opens the runs of an instance or a method: empty for all of them. */
    public Svg runs(String method, String instance) {
        text.append("<a href=\"#table-runs\" class=\"runs\" data-method=\"")
                .append(escape(method))
                .append("\" data-instance=\"")
                .append(escape(instance))
                .append("\">\n");
        return this;
    }

    /** Ends what {@link #runs} began. */
    public Svg end() {
        text.append("</a>\n");
        return this;
    }

    /** A line of the frame or the grid. */
    public Svg grid(double x1, double y1, double x2, double y2) {
        return element("path", "class=\"grid\" d=\"M" + n(x1) + ' ' + n(y1) + 'L' + n(x2) + ' ' + n(y2) + '"', "");
    }

    /** A straight stroke of a series. */
    public Svg stroke(int series, String extra, double x1, double y1, double x2, double y2) {
        return path(colour(series) + " stroke " + extra, "M" + n(x1) + ' ' + n(y1) + 'L' + n(x2) + ' ' + n(y2), "");
    }

    /** A straight line of any class. */
    public Svg line(String css, double x1, double y1, double x2, double y2, String title) {
        return path(css, "M" + n(x1) + ' ' + n(y1) + 'L' + n(x2) + ' ' + n(y2), title);
    }

    /** Many straight lines of one class as one mark; each is x1, y1, x2, y2. */
    public Svg lines(String css, Iterable<double[]> ends) {
        StringBuilder d = new StringBuilder();
        for (double[] e : ends) {
            d.append('M').append(n(e[0])).append(' ').append(n(e[1])).append('L');
            d.append(n(e[2])).append(' ').append(n(e[3]));
        }
        return d.length() == 0 ? this : path(css, d.toString(), "");
    }

    /** A path of any class. */
    public Svg path(String css, String d, String title) {
        marks++;
        return element("path", "class=\"mark " + css + "\" d=\"" + d + '"', title);
    }

    /** A curve that holds its value until the next point. */
    public Svg steps(int series, double[] xs, double[] ys, String title) {
        return steps(colour(series) + " stroke", xs, ys, title);
    }

    /** The same in any class. */
    public Svg steps(String css, double[] xs, double[] ys, String title) {
        if (xs.length == 0) {
            return this;
        }
        StringBuilder d = new StringBuilder("M" + n(xs[0]) + ' ' + n(ys[0]));
        for (int i = 1; i < xs.length; i++) {
            d.append('H').append(n(xs[i]));
            if (ys[i] != ys[i - 1]) {
                d.append('V').append(n(ys[i]));
            }
        }
        return path(css, d.toString(), title);
    }

    /** A rectangle of any class. */
    public Svg box(String css, double x, double y, double w, double h, String title) {
        marks++;
        return element(
                "rect",
                "class=\"mark " + css + "\" x=\"" + n(x) + "\" y=\"" + n(y) + "\" width=\"" + n(Math.max(0, w))
                        + "\" height=\"" + n(Math.max(0, h)) + "\" rx=\"2\"",
                title);
    }

    public Svg dot(int series, double x, double y, double radius, String title) {
        return circle(colour(series) + " fill", x, y, radius, title);
    }

    /** A circle of any class. */
    public Svg circle(String css, double x, double y, double radius, String title) {
        marks++;
        return element(
                "circle",
                "class=\"mark " + css + "\" cx=\"" + n(x) + "\" cy=\"" + n(y) + "\" r=\"" + n(radius) + '"',
                title);
    }

    /** A diamond, for what is not a run of ours, or a median. */
    public Svg diamond(int series, double x, double y, double radius, String title) {
        return path(
                colour(series) + " fill strong",
                "M" + n(x) + ' ' + n(y - radius) + 'L' + n(x + radius) + ' ' + n(y) + 'L' + n(x) + ' ' + n(y + radius)
                        + 'L' + n(x - radius) + ' ' + n(y) + 'Z',
                title);
    }

    /** An x, for what is fixed or excluded. */
    public Svg cross(int series, double x, double y, double radius, String title) {
        return path(
                colour(series) + " stroke",
                "M" + n(x - radius) + ' ' + n(y - radius) + 'L' + n(x + radius) + ' ' + n(y + radius) + 'M'
                        + n(x - radius) + ' ' + n(y + radius) + 'L' + n(x + radius) + ' ' + n(y - radius),
                title);
    }

    /** Text; {@code anchor} is start, middle or end. */
    public Svg label(double x, double y, String anchor, String content) {
        return words("", x, y, anchor, content);
    }

    /** The name of an axis. */
    public Svg caption(double x, double y, String anchor, String content) {
        return words("axis", x, y, anchor, content);
    }

    /** Text of any class. */
    public Svg words(String css, double x, double y, String anchor, String content) {
        text.append("<text")
                .append(css.isEmpty() ? "" : " class=\"" + css + '"')
                .append(" x=\"")
                .append(n(x))
                .append("\" y=\"")
                .append(n(y))
                .append("\" text-anchor=\"")
                .append(anchor);
        text.append("\">").append(escape(content)).append("</text>\n");
        return this;
    }

    /** Number of strokes, dots and curves: 0 when there was nothing to draw. */
    public int marks() {
        return marks;
    }

    /** The element, with a description for readers that do not see it. */
    public String element(String description) {
        return "<svg viewBox=\"0 0 " + n(width) + ' ' + n(height) + "\" role=\"img\" aria-label=\""
                + escape(description) + "\" data-marks=\"" + marks + "\">\n" + text + "</svg>\n";
    }
}
