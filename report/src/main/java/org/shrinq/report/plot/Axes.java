package org.shrinq.report.plot;

/** The usual frame: horizontal and vertical scale with grid, ticks and names. */
public final class Axes {
    private static final double LEFT = 64;
    private static final double RIGHT = 16;
    private static final double TOP = 28;
    private static final double BOTTOM = 44;
    /** Characters on the left of the frame in letters of the usual size. */
    private static final int WIDEST_LABEL = 7;

    private Axes() {}

    /** Where the inside of a picture of that size begins and ends. */
    public static double left() {
        return LEFT;
    }

    public static double right(double width) {
        return width - RIGHT;
    }

    public static double top() {
        return TOP;
    }

    public static double bottom(double height) {
        return height - BOTTOM;
    }

    /** Draws both axes of a picture. */
    public static void draw(Svg svg, double width, double height, Scale x, Scale y, String nameX, String nameY) {
        vertical(svg, width, y, nameY);
        horizontal(svg, width, height, x, nameX, LEFT);
    }

    /** Draws the vertical axis alone, its name above its top. */
    public static void vertical(Svg svg, double width, Scale y, String name) {
        for (Scale.Tick t : y.ticks()) {
            svg.grid(LEFT, t.place(), right(width), t.place());
            svg.words(t.label().length() > WIDEST_LABEL ? "tiny" : "", LEFT - 6, t.place() + 4, "end", t.label());
        }
        svg.caption(0, 14, "start", name);
    }

    /** Draws the horizontal axis alone, for pictures whose rows have names. */
    public static void horizontal(Svg svg, double width, double height, Scale x, String nameX, double left) {
        for (Scale.Tick t : x.ticks()) {
            svg.grid(t.place(), TOP, t.place(), bottom(height));
            svg.label(t.place(), bottom(height) + 16, "middle", t.label());
        }
        svg.caption((left + right(width)) / 2, height - 8, "middle", nameX);
    }
}
