package org.shrinq.instances.generate;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.run.RandomStreams;

/** Random maximum cut problems. */
public final class CutGenerator {
    private CutGenerator() {}

    /** G(n, p) with weights −1 and +1, equally likely. */
    public static MaxCut signedGnp(String name, int n, double p, RandomStreams streams) {
        return weighted(name, RandomGraphs.gnp(n, p, streams), signs(streams));
    }

    /**
     * The two-dimensional torus of {@code rows} × {@code columns} vertices, each joined to the four around it, with
     * weights −1 and +1, equally likely (an Ising spin glass). Both sides at least 3.
     */
    public static MaxCut torus(String name, int rows, int columns, RandomStreams streams) {
        Require.atLeast("rows", rows, 3);
        Require.atLeast("columns", columns, 3);
        Edges edges = new Edges();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                edges.add(r * columns + c, r * columns + (c + 1) % columns);
                edges.add(r * columns + c, (r + 1) % rows * columns + c);
            }
        }
        return weighted(name, edges.graph(rows * columns), signs(streams));
    }

    /** A random 3-regular graph with unit weights. n even and at least 4. */
    public static MaxCut cubic(String name, int n, RandomStreams streams) {
        return weighted(name, RandomGraphs.cubic(n, streams), () -> 1);
    }

    /** The edges ordered by their endpoints, each with the next weight. */
    private static MaxCut weighted(String name, Graph graph, DoubleSupplier weight) {
        Edges edges = new Edges();
        for (int u = 0; u < graph.vertices(); u++) {
            for (int k = 0; k < graph.degree(u); k++) {
                if (graph.neighbor(u, k) > u) {
                    edges.add(u, graph.neighbor(u, k));
                }
            }
        }
        double[] weights = new double[edges.size()];
        Arrays.setAll(weights, e -> weight.getAsDouble());
        return MaxCut.of(name, graph.vertices(), edges.us(), edges.vs(), weights);
    }

    private static DoubleSupplier signs(RandomStreams streams) {
        Draws draws = new Draws(streams.stream("signs"));
        return () -> draws.integer(0, 1) * 2 - 1;
    }
}
