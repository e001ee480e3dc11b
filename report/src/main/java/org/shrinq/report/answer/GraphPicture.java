package org.shrinq.report.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.shrinq.report.plot.Breadth;
import org.shrinq.report.plot.Svg;

/**
 * A graph with two kinds of vertices and two kinds of edges.
 *
 * @param chosen vertices that are filled
 * @param strong edges that are strong
 * @param names of the vertices
 */
record GraphPicture(
        int[] us, int[] vs, boolean[] chosen, boolean[] strong, GraphLayout layout, IntFunction<String> names) {
    private static final double LARGEST = 10;
    private static final double SMALLEST = 1.8;
    private static final double MARGIN = 14;
    /** Radius from which a number has room in a vertex. */
    private static final double READABLE = 8.5;

    Svg draw(Breadth breadth, String css) {
        double width = breadth.width();
        double height = breadth.pick(560, 400);
        int n = chosen.length;
        double radius = Math.max(
                SMALLEST, Math.min(LARGEST, 0.3 * Math.sqrt(width * height / Math.max(1, n)) * breadth.pick(0.5, 0.6)));
        Svg svg = new Svg(width, height);
        double[] x = places(layout.xs(), width);
        double[] y = places(layout.ys(), height);
        List<double[]> weak = new ArrayList<>();
        List<double[]> marked = new ArrayList<>();
        for (int e = 0; e < us.length; e++) {
            (strong[e] ? marked : weak).add(new double[] {x[us[e]], y[us[e]], x[vs[e]], y[vs[e]]});
        }
        svg.lines("stroke hair " + (us.length > 1500 ? "pale" : "grey"), weak);
        svg.lines("stroke thin " + css, marked);
        for (int pass = 0; pass < 2; pass++) {
            for (int v = 0; v < n; v++) {
                if (chosen[v] == (pass == 1)) {
                    vertex(svg, v, x[v], y[v], radius, css);
                }
            }
        }
        return svg;
    }

    private void vertex(Svg svg, int v, double x, double y, double radius, String css) {
        String name = names.apply(v);
        svg.circle(
                chosen[v] ? "fill strong " + css : "ring grey",
                x,
                y,
                chosen[v] ? radius + 1 : radius * 0.9,
                (chosen[v] ? "chosen: " : "") + name);
        if (radius >= READABLE && name.length() <= 3) {
            svg.words(chosen[v] ? "on tiny" : "tiny", x, y + 3.5, "middle", name);
        }
    }

    private static double[] places(double[] share, double length) {
        double[] places = new double[share.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = MARGIN + share[i] * (length - 2 * MARGIN);
        }
        return places;
    }
}
