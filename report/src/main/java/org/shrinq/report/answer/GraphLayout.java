package org.shrinq.report.answer;

import java.util.Random;
import org.jgrapht.Graph;
import org.jgrapht.alg.drawing.FRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.IndexedFRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.LayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.LayoutModel2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/**
 * Places of the vertices of a graph, by forces between them (Fruchterman and Reingold, Software: Practice and Experience 21, 1991):
 * all pairs for small graphs, far vertices together in a quadtree for larger ones, O(n log n + m) a step. The same graph always gets
 * the same places.
 *
 * @param xs from 0 to 1
 * @param ys from 0 to 1
 */
record GraphLayout(double[] xs, double[] ys) {
    /** Vertices of the largest graph that is drawn: it takes about a second. */
    static final int MOST = 2000;

    private static final long SEED = 20250614;
    private static final int ALL_PAIRS = 80;
    private static final int STEPS = 100;
    private static final int LONG = 500;
    private static final int FEW_STEPS = 30;
    private static final double FAR = 0.8;
    private static final double NORMALIZATION = 0.5;

    /** @param us one end of every edge; loops are passed over */
    static GraphLayout of(int vertices, int[] us, int[] vs) {
        Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        for (int v = 0; v < vertices; v++) {
            graph.addVertex(v);
        }
        for (int e = 0; e < us.length; e++) {
            if (us[e] != vs[e]) {
                graph.addEdge(us[e], vs[e]);
            }
        }
        LayoutModel2D<Integer> model = new MapLayoutModel2D<>(new Box2D(1, 1));
        Random random = new Random(SEED);
        LayoutAlgorithm2D<Integer, DefaultEdge> algorithm = vertices <= ALL_PAIRS
                ? new FRLayoutAlgorithm2D<>(STEPS, NORMALIZATION, random)
                : new IndexedFRLayoutAlgorithm2D<>(vertices > LONG ? FEW_STEPS : STEPS, FAR, NORMALIZATION, random);
        algorithm.layout(graph, model);
        double[] xs = new double[vertices];
        double[] ys = new double[vertices];
        for (int v = 0; v < vertices; v++) {
            Point2D place = model.get(v);
            xs[v] = place.getX();
            ys[v] = place.getY();
        }
        return new GraphLayout(spread(xs), spread(ys));
    }

    /** The same places over the whole of 0 to 1. */
    static double[] spread(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        double[] spread = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            spread[i] = high > low ? (values[i] - low) / (high - low) : 0.5;
        }
        return spread;
    }
}
