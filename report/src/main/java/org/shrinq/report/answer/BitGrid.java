package org.shrinq.report.answer;

import java.util.List;
import org.shrinq.report.Figure;
import org.shrinq.report.Figure.Key;
import org.shrinq.report.ReportNumbers;
import org.shrinq.report.plot.Breadth;
import org.shrinq.report.plot.Svg;

/** All bits of a solution in the order of the variables, line by line. */
final class BitGrid {
    private static final int MOST = 4000;
    private static final int MANY = 600;

    private BitGrid() {}

    /**
     * @param zero what a 0 means
     * @param one what a 1 means
     * @param cell side of a cell for few variables
     */
    static Figure of(String id, String title, Answer answer, String zero, String one, double cell) {
        int n = answer.x().size();
        if (n > MOST) {
            return Figure.none(id, title, "there are " + n + " variables, up to " + MOST + " are drawn");
        }
        double side = n > MANY ? cell / 2 : cell;
        return Figure.of(
                id,
                title,
                answer.x().ones() + " of " + ReportNumbers.count(n, "variable") + " are " + one
                        + ". They are in their order, line by line.",
                breadth -> draw(answer, side, breadth),
                List.of(Key.box(one, "c0"), Key.box(zero, "blank")));
    }

    private static Svg draw(Answer answer, double cell, Breadth breadth) {
        int columns = (int) (breadth.width() / cell);
        int n = answer.x().size();
        int lines = (n + columns - 1) / columns;
        Svg svg = new Svg(breadth.width(), lines * cell);
        for (int i = 0; i < n; i++) {
            boolean one = answer.isChosen(i);
            svg.box(
                    one ? "fill c0" : "blank",
                    i % columns * cell,
                    (i / columns) * cell,
                    cell - 2,
                    cell - 2,
                    answer.name(i) + " = " + (one ? 1 : 0));
        }
        return svg;
    }
}
