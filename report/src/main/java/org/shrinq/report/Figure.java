package org.shrinq.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.shrinq.report.plot.Breadth;
import org.shrinq.report.plot.Svg;

/**
 * A plot of a report, drawn once for wide pages and once for narrow ones.
 *
 * @param id short, for links
 * @param title heading
 * @param caption how to read it
 * @param wide the element; empty when the runs have nothing to show
 * @param narrow the element for narrow pages
 * @param reason why there is nothing to show, when there is nothing
 * @param keys the legend; empty when everything is named in the picture
 */
public record Figure(String id, String title, String caption, String wide, String narrow, String reason, List<Key> keys)
        implements Section {
    /** What a key of the legend looks like. */
    public enum Shape {
        LINE,
        DOT,
        DIAMOND,
        BOX
    }

    /**
     * A key of the legend.
     *
     * @param css classes of the mark, such as {@link Svg#colour}
     */
    public record Key(String name, String css, Shape shape) {
        public static Key line(String name, int series) {
            return new Key(name, Svg.colour(series), Shape.LINE);
        }

        public static Key dot(String name, int series) {
            return new Key(name, Svg.colour(series), Shape.DOT);
        }

        public static Key diamond(String name, int series) {
            return new Key(name, Svg.colour(series), Shape.DIAMOND);
        }

        public static Key box(String name, String css) {
            return new Key(name, css, Shape.BOX);
        }
    }

    public Figure {
        keys = List.copyOf(keys);
    }

    /** A figure from its drawing; its description for readers that do not see it is its title. */
    public static Figure of(String id, String title, String caption, Function<Breadth, Svg> drawing, List<Key> keys) {
        return new Figure(
                id,
                title,
                caption,
                drawing.apply(Breadth.WIDE).element(title),
                drawing.apply(Breadth.NARROW).element(title),
                "",
                keys);
    }

    public static Figure none(String id, String title, String reason) {
        return new Figure(id, title, "", "", "", reason, List.of());
    }

    /** Lines in the order of their series. */
    public static List<Key> lines(List<String> names) {
        List<Key> keys = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            keys.add(Key.line(names.get(k), k));
        }
        return keys;
    }

    /** Dots in the order of their series. */
    public static List<Key> dots(List<String> names) {
        List<Key> keys = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            keys.add(Key.dot(names.get(k), k));
        }
        return keys;
    }

    @Override
    public String anchor() {
        return id;
    }

    @Override
    public boolean isEmpty() {
        return wide.isEmpty();
    }
}
