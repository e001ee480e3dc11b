package org.shrinq.report.plot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Named rows with a few values each, over one horizontal scale; names stand beside the rows on wide pages and above
 * them on narrow ones.
 */
public final class DotRows {
    private static final double NAMES = 222;
    private static final double TOP = 22;
    private static final double AXIS = 40;

    private final List<Row> rows = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /** What a value looks like. */
    public enum Look {
        DOT,
        RING,
        TICK,
        DIAMOND
    }

    /**
     * A value of a row.
     *
     * @param title shown where the pointer rests
     */
    public record Mark(Look look, int series, double value, String title) {}

    private record Row(
            String name, List<Mark> marks, @Nullable String method) {}

    private record Line(String css, double value, String name) {}

    /** Another row, below the others. */
    public DotRows row(String name, List<Mark> marks) {
        rows.add(new Row(name, List.copyOf(marks), null));
        return this;
    }

    /** Another row that opens the runs of a method. */
    public DotRows runs(String method, List<Mark> marks) {
        rows.add(new Row(method, List.copyOf(marks), method));
        return this;
    }

    /** A vertical line over all rows, with its name on top. */
    public DotRows line(String css, double value, String name) {
        lines.add(new Line(css, value, name));
        return this;
    }

    /** Where the inside begins. */
    public static double left(Breadth breadth) {
        return breadth.pick(NAMES, 8);
    }

    /** Where it ends. */
    public static double right(Breadth breadth) {
        return breadth.width() - breadth.pick(16, 8);
    }

    private static double row(Breadth breadth) {
        return breadth.pick(28, 40);
    }

    /** A name as long as there is room for it. */
    public static String shortened(String name, Breadth breadth) {
        int most = (int) breadth.pick(26, 46);
        return name.length() <= most
                ? name
                : name.substring(0, most / 2) + "…" + name.substring(name.length() - most / 2 + 1);
    }

    /** How high the rows with their axis are. */
    public double height(Breadth breadth) {
        return TOP + rows.size() * row(breadth) + AXIS;
    }

    /** The smallest and the largest of all values and lines; 0 and 1 where there are none. */
    public double[] range() {
        List<Double> all = new ArrayList<>();
        rows.forEach(r -> r.marks().forEach(m -> all.add(m.value())));
        lines.forEach(l -> all.add(l.value()));
        double low = all.stream().mapToDouble(v -> v).min().orElse(0);
        double high = all.stream().mapToDouble(v -> v).max().orElse(1);
        return new double[] {low, high};
    }

    /** The rows from a height downwards. */
    public void draw(Svg svg, Breadth breadth, Scale x, double from, String axis) {
        double top = from + TOP;
        double bottom = top + rows.size() * row(breadth);
        for (Scale.Tick t : x.ticks()) {
            svg.grid(t.place(), top, t.place(), bottom);
            svg.label(t.place(), bottom + 16, "middle", t.label());
        }
        svg.caption((left(breadth) + right(breadth)) / 2, bottom + 34, "middle", axis);
        for (Line line : lines) {
            double at = x.at(line.value());
            svg.line("stroke " + line.css(), at, top - 4, at, bottom, line.name());
            double share = (at - left(breadth)) / (right(breadth) - left(breadth));
            svg.label(at, top - 8, share < 0.25 ? "start" : share > 0.75 ? "end" : "middle", line.name());
        }
        for (int k = 0; k < rows.size(); k++) {
            row(svg, breadth, rows.get(k), x, top + k * row(breadth));
        }
    }

    private static void row(Svg svg, Breadth breadth, Row row, Scale x, double top) {
        String method = row.method();
        if (method != null) {
            svg.runs(method, "");
        }
        marks(svg, breadth, row, x, top);
        if (method != null) {
            svg.end();
        }
    }

    private static void marks(Svg svg, Breadth breadth, Row row, Scale x, double top) {
        boolean wide = breadth == Breadth.WIDE;
        double y = top + (wide ? row(breadth) / 2 : 28);
        svg.words(
                "ink",
                wide ? NAMES - 12 : 0,
                wide ? y + 4.5 : top + 15,
                wide ? "end" : "start",
                shortened(row.name(), breadth));
        double low =
                row.marks().stream().mapToDouble(m -> x.at(m.value())).min().orElse(0);
        double high =
                row.marks().stream().mapToDouble(m -> x.at(m.value())).max().orElse(0);
        if (high > low) {
            svg.line("stroke thin grey", low, y, high, y, "");
        }
        for (Mark m : row.marks()) {
            double at = x.at(m.value());
            switch (m.look()) {
                case DOT -> svg.circle(Svg.colour(m.series()) + " fill strong", at, y, 5.5, m.title());
                case RING -> svg.circle(Svg.colour(m.series()) + " ring", at, y, 4.5, m.title());
                case TICK -> svg.line(Svg.colour(m.series()) + " stroke strong", at, y - 7, at, y + 7, m.title());
                case DIAMOND -> svg.diamond(m.series(), at, y, 6, m.title());
            }
        }
    }
}
