package org.shrinq.instances.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.shrinq.instances.family.WeightedEdges;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaxCut;

/** Small helpers over graphs. */
public final class Graphs {
    private Graphs() {}

    @FunctionalInterface
    public interface EdgeConsumer {
        void accept(int u, int v);
    }

    /** Calls back for every edge u &lt; v, ordered by u, then v. */
    public static void forEachEdge(Graph graph, EdgeConsumer consumer) {
        for (int u = 0; u < graph.vertices(); u++) {
            for (int k = 0; k < graph.degree(u); k++) {
                if (graph.neighbor(u, k) > u) {
                    consumer.accept(u, graph.neighbor(u, k));
                }
            }
        }
    }

    /** The maximum cut of a graph with unit weights, edges ordered by their endpoints. */
    public static MaxCut maxCut(String name, Graph graph) {
        int[] us = new int[graph.edges()];
        int[] vs = new int[graph.edges()];
        int[] count = {0};
        forEachEdge(graph, (u, v) -> {
            us[count[0]] = u;
            vs[count[0]++] = v;
        });
        double[] unit = new double[us.length];
        Arrays.fill(unit, 1);
        return MaxCut.of(name, graph.vertices(), us, vs, unit);
    }

    /** Weight of an edge. */
    @FunctionalInterface
    interface EdgeWeight {
        double applyAsDouble(int u, int v);
    }

    /** Writes edges with their weights, a line for each. */
    static void write(WeightedEdges edges, TextSink out) {
        for (int e = 0; e < edges.count(); e++) {
            out.add(edges.source(e) + 1)
                    .space()
                    .add(edges.target(e) + 1)
                    .space()
                    .add(edges.weight(e))
                    .line();
        }
    }

    /** The weights of edges of which none are parallel, by endpoints. */
    static EdgeWeight weights(WeightedEdges edges) {
        Map<Long, Double> weights = new HashMap<>();
        for (int e = 0; e < edges.count(); e++) {
            weights.put(key(edges.source(e), edges.target(e)), edges.weight(e));
        }
        return (u, v) -> weights.getOrDefault(key(u, v), 0.0);
    }

    private static long key(int u, int v) {
        return (long) Math.min(u, v) << 32 | Math.max(u, v);
    }
}
