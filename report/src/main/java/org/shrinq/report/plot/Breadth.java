package org.shrinq.report.plot;

/** The two widths that a plot is drawn for; its text is as large on both. */
public enum Breadth {
    WIDE(912),
    NARROW(380);

    private final double width;

    Breadth(double width) {
        this.width = width;
    }

    /** In units of the picture, which are pixels where the page has room. */
    public double width() {
        return width;
    }

    /** What differs between the two. */
    public double pick(double wide, double narrow) {
        return this == WIDE ? wide : narrow;
    }
}
