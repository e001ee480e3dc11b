package org.shrinq.report.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names of curves at their right ends, moved apart where they would meet, each with a piece of its line. */
public final class LineNames {
    private static final double APART = 15;
    private static final double KEY = 18;
    private static final double LETTER = 7.3;

    private final List<Name> names = new ArrayList<>();
    private final Breadth breadth;
    private final double right;

    private record Name(String text, int series, double end) {}

    /** @param right where the curves end */
    public LineNames(Breadth breadth, double right) {
        this.breadth = breadth;
        this.right = right;
    }

    /** The name of a curve that ends at a height. */
    public void add(String text, int series, double end) {
        names.add(new Name(text, series, end));
    }

    /** All of them between two heights; more than have room there go below the lower one. */
    public void draw(Svg svg, double top, double bottom) {
        List<Name> order = new ArrayList<>(names);
        order.sort(Comparator.comparingDouble(Name::end));
        int n = order.size();
        double[] at = new double[n];
        for (int k = 0; k < n; k++) {
            at[k] = Math.max(order.get(k).end(), k == 0 ? top : at[k - 1] + APART);
        }
        // from below: nothing under the frame as long as there is room above
        double limit = Math.max(bottom, top + (n - 1) * APART);
        for (int k = n - 1; k >= 0; k--) {
            at[k] = Math.min(at[k], limit);
            limit = at[k] - APART;
        }
        int room = (int) ((breadth.width() - right - KEY - 26) / LETTER);
        for (int k = 0; k < n; k++) {
            Name name = order.get(k);
            svg.line("stroke thin grey", right, name.end(), right + 8, at[k], "");
            svg.stroke(name.series(), "", right + 8, at[k], right + 8 + KEY, at[k]);
            String text =
                    name.text().length() <= room ? name.text() : name.text().substring(0, Math.max(1, room - 1)) + "…";
            svg.runs(name.text(), "")
                    .words("ink", right + KEY + 14, at[k] + 4.5, "start", text)
                    .end();
        }
    }
}
