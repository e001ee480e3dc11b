package org.shrinq.instances;

import java.util.Arrays;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaxCut;

/** Small helpers over graphs. */
final class Graphs {
    private Graphs() {}

    @FunctionalInterface
    interface EdgeConsumer {
        void accept(int u, int v);
    }

    /** Calls back for every edge u &lt; v, ordered by u, then v. */
    static void forEachEdge(Graph graph, EdgeConsumer consumer) {
        for (int u = 0; u < graph.vertices(); u++) {
            for (int k = 0; k < graph.degree(u); k++) {
                if (graph.neighbor(u, k) > u) {
                    consumer.accept(u, graph.neighbor(u, k));
                }
            }
        }
    }

    /** The maximum cut of a graph with unit weights, edges ordered by their endpoints. */
    static MaxCut maxCut(String name, Graph graph) {
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
}
