package org.shrinq.report.plot;

import java.util.Locale;
import java.util.regex.Pattern;

/** Writes one SVG picture. Series take the colour of class c0, c1, … of the page. */
public final class Svg {
    /** Number of colours; beyond them they repeat, with dashes. */
    public static final int COLOURS = 8;

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

    /** Text in which control characters, and those that turn the direction of writing, stand as \\u001b: pages are shown in terminals too. */
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

    private static String n(double v) {
        return String.format(Locale.ROOT, "%.1f", v).replaceAll("\\.0$", "");
    }

    /** A line of the frame or the grid. */
    public Svg grid(double x1, double y1, double x2, double y2) {
        text.append("<path class=\"grid\" d=\"M")
                .append(n(x1))
                .append(' ')
                .append(n(y1))
                .append('L')
                .append(n(x2));
        text.append(' ').append(n(y2)).append("\"/>\n");
        return this;
    }

    /** A straight stroke of a series. */
    public Svg stroke(int series, String extra, double x1, double y1, double x2, double y2) {
        marks++;
        text.append("<path class=\"mark stroke ")
                .append(colour(series))
                .append(' ')
                .append(extra)
                .append("\" d=\"M");
        text.append(n(x1))
                .append(' ')
                .append(n(y1))
                .append('L')
                .append(n(x2))
                .append(' ')
                .append(n(y2))
                .append("\"/>\n");
        return this;
    }

    /** A curve that holds its value until the next point. */
    public Svg steps(int series, double[] xs, double[] ys, String title) {
        if (xs.length == 0) {
            return this;
        }
        marks++;
        text.append("<path class=\"mark stroke ").append(colour(series)).append("\" d=\"M");
        text.append(n(xs[0])).append(' ').append(n(ys[0]));
        for (int i = 1; i < xs.length; i++) {
            text.append('H').append(n(xs[i]));
            if (ys[i] != ys[i - 1]) {
                text.append('V').append(n(ys[i]));
            }
        }
        text.append("\"><title>").append(escape(title)).append("</title></path>\n");
        return this;
    }

    public Svg dot(int series, double x, double y, double radius, String title) {
        marks++;
        text.append("<circle class=\"mark fill ")
                .append(colour(series))
                .append("\" cx=\"")
                .append(n(x))
                .append("\" cy=\"");
        text.append(n(y))
                .append("\" r=\"")
                .append(n(radius))
                .append("\"><title>")
                .append(escape(title));
        text.append("</title></circle>\n");
        return this;
    }

    /** A diamond, for what is not a run of ours, or a median. */
    public Svg diamond(int series, double x, double y, double radius, String title) {
        marks++;
        text.append("<path class=\"mark fill strong ")
                .append(colour(series))
                .append("\" d=\"M")
                .append(n(x))
                .append(' ');
        text.append(n(y - radius))
                .append('L')
                .append(n(x + radius))
                .append(' ')
                .append(n(y))
                .append('L')
                .append(n(x));
        text.append(' ')
                .append(n(y + radius))
                .append('L')
                .append(n(x - radius))
                .append(' ')
                .append(n(y));
        text.append("Z\"><title>").append(escape(title)).append("</title></path>\n");
        return this;
    }

    /** Text; {@code anchor} is start, middle or end. */
    public Svg label(double x, double y, String anchor, String content) {
        text.append("<text x=\"")
                .append(n(x))
                .append("\" y=\"")
                .append(n(y))
                .append("\" text-anchor=\"")
                .append(anchor);
        text.append("\">").append(escape(content)).append("</text>\n");
        return this;
    }

    /** The name of the vertical axis, above its top. */
    public Svg caption(double x, double y, String anchor, String content) {
        text.append("<text class=\"axis\" x=\"")
                .append(n(x))
                .append("\" y=\"")
                .append(n(y))
                .append("\" text-anchor=\"");
        text.append(anchor).append("\">").append(escape(content)).append("</text>\n");
        return this;
    }

    /** Classes of a series. */
    public static String colour(int series) {
        int dash = series / COLOURS % 3;
        return "c" + series % COLOURS + (dash == 0 ? "" : " d" + dash);
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
