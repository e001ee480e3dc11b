package org.shrinq.report.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.plot.Breadth;
import org.shrinq.report.plot.Svg;

/** Rows of a model as bars: what is used of what a row allows, or what it has of what it asks for. */
final class RowBars {
    /** Rows that are drawn; the table has all. */
    static final int MOST = 40;

    private static final double ROW = 44;
    private static final double BAR = 16;
    /** Pieces narrower than this many units are drawn as one. */
    private static final double PIECE = 2;

    private RowBars() {}

    /**
     * One row.
     *
     * @param from where the bar begins, the least that the row can have
     * @param value what it has
     * @param bound what it may have at most, must have at least, or must have
     * @param words value, bound and what is left, behind the name
     * @param segments that the value is made of, where there is more to show than their sum
     */
    record Row(String name, double from, double value, double bound, String words, List<Segment> segments) {
        Row {
            segments = List.copyOf(segments);
        }
    }

    /** A part of a row's value. */
    record Segment(String name, double size) {}

    /** "93 of 100, 7 left". */
    static String ofCapacity(double value, double bound) {
        double left = bound - value;
        return ReportNumbers.number(value) + " of " + ReportNumbers.number(bound) + ", "
                + (left >= 0 ? ReportNumbers.number(left) + " left" : ReportNumbers.number(-left) + " too much");
    }

    static Svg draw(Breadth breadth, List<Row> rows) {
        double width = breadth.width();
        Svg svg = new Svg(width, ROW * rows.size());
        for (int k = 0; k < rows.size(); k++) {
            Row row = rows.get(k);
            double y = ROW * k;
            double room = width - 7.3 * row.words().length() - 16;
            svg.words("ink", 0, y + 14, "start", shortened(row.name(), (int) (room / 7.3)));
            svg.label(width, y + 14, "end", row.words());
            double reach = Math.max(row.value(), row.bound()) - row.from();
            double unit = reach > 0 ? width / reach : 0;
            svg.box("blank", 0, y + 20, (row.bound() - row.from()) * unit, BAR, "");
            if (row.segments().isEmpty()) {
                svg.box("fill c0", 0, y + 20, (row.value() - row.from()) * unit, BAR, row.name() + ": " + row.words());
            } else {
                segments(svg, row, y + 20, unit);
            }
            double at = Math.min(width - 1, Math.max(1, (row.bound() - row.from()) * unit));
            svg.line("stroke zero", at, y + 16, at, y + 20 + BAR + 3, "");
        }
        return svg;
    }

    private static void segments(Svg svg, Row row, double y, double unit) {
        double at = 0;
        int shade = 0;
        for (Segment p : merged(row.segments(), unit)) {
            double w = p.size() * unit;
            svg.box(
                    shade % 2 == 0 ? "fill c0" : "fill c5",
                    at,
                    y,
                    w,
                    BAR,
                    p.name() + ": " + ReportNumbers.number(p.size()));
            at += w;
            shade++;
        }
    }

    /** Pieces that are too small to be seen are put together with the next. */
    private static List<Segment> merged(List<Segment> segments, double unit) {
        List<Segment> merged = new ArrayList<>();
        List<Segment> small = new ArrayList<>();
        double sum = 0;
        for (Segment p : segments) {
            small.add(p);
            sum += p.size();
            if (sum * unit >= PIECE) {
                merged.add(new Segment(names(small), sum));
                small.clear();
                sum = 0;
            }
        }
        if (sum > 0) {
            merged.add(new Segment(names(small), sum));
        }
        return merged;
    }

    private static String names(List<Segment> segments) {
        return segments.stream().map(Segment::name).collect(Collectors.joining(", "));
    }

    static String shortened(String name, int most) {
        return name.length() <= Math.max(6, most) ? name : name.substring(0, Math.max(5, most - 1)) + "…";
    }
}
