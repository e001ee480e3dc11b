package org.shrinq.report.answer;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
 * Places of the vertices of a graph, by forces between them (Fruchterman and Reingold, Software: Practice and
 * Experience 21, 1991): all pairs for small graphs, far vertices together in a quadtree for larger ones, O(n log n + m)
 * a step. Vertices without an edge stand in a line below the others. The same graph always gets the same places.
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
    private static final double OUTSIDE = 0.01;
    /** Height of the others above vertices without an edge. */
    private static final double ABOVE = 0.93;

    /** @param us one end of every edge; loops are passed over */
    static GraphLayout of(int vertices, int[] us, int[] vs) {
        Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        for (int e = 0; e < us.length; e++) {
            if (us[e] != vs[e]) {
                graph.addVertex(us[e]);
                graph.addVertex(vs[e]);
                graph.addEdge(us[e], vs[e]);
            }
        }
        int joined = graph.vertexSet().size();
        LayoutModel2D<Integer> model = new MapLayoutModel2D<>(new Box2D(1, 1));
        Random random = new Random(SEED);
        LayoutAlgorithm2D<Integer, DefaultEdge> algorithm = vertices <= ALL_PAIRS
                ? new FRLayoutAlgorithm2D<>(STEPS, NORMALIZATION, random)
                : new IndexedFRLayoutAlgorithm2D<>(vertices > LONG ? FEW_STEPS : STEPS, FAR, NORMALIZATION, random);
        if (joined > 0) {
            algorithm.layout(graph, model);
        }
        double[] xs = new double[vertices];
        double[] ys = new double[vertices];
        int alone = vertices - joined;
        int next = 0;
        int[] order = graph.vertexSet().stream().mapToInt(v -> v).sorted().toArray();
        double[] x = spread(IntStream.of(order).mapToDouble(v -> place(model, v).getX()), OUTSIDE);
        double[] y = spread(IntStream.of(order).mapToDouble(v -> place(model, v).getY()), OUTSIDE);
        double height = alone == 0 ? 1 : joined == 0 ? 0 : ABOVE;
        for (int k = 0; k < joined; k++) {
            xs[order[k]] = x[k];
            ys[order[k]] = y[k] * height;
        }
        for (int v = 0; v < vertices; v++) {
            if (!graph.containsVertex(v)) {
                xs[v] = alone == 1 ? 0.5 : next++ / (alone - 1.0);
                ys[v] = joined == 0 ? 0.5 : 1;
            }
        }
        return new GraphLayout(xs, ys);
    }

    private static Point2D place(LayoutModel2D<Integer> model, int v) {
        return Objects.requireNonNull(model.get(v));
    }

    /**
     * The same places over the whole of 0 to 1.
     *
     * @param outside share at either end that is moved to the edge, so that a few far ones do not press all others
     *     together
     */
    static double[] spread(DoubleStream places, double outside) {
        double[] values = places.toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int cut = (int) (outside * values.length);
        double low = sorted.length == 0 ? 0 : sorted[cut];
        double high = sorted.length == 0 ? 0 : sorted[sorted.length - 1 - cut];
        double[] spread = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            spread[i] = high > low ? Math.max(0, Math.min(1, (values[i] - low) / (high - low))) : 0.5;
        }
        return spread;
    }
}
