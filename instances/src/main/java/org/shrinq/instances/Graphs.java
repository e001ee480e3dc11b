package org.shrinq.instances;

import java.util.Arrays;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaxCut;

/** Small helpers over graphs. */
final class Graphs {
    private Graphs() {}

    /** The maximum cut of a graph with unit weights, edges ordered by their endpoints. */
    static MaxCut maxCut(String name, Graph graph) {
        int[] us = new int[graph.edges()];
        int[] vs = new int[graph.edges()];
        int e = 0;
        for (int u = 0; u < graph.vertices(); u++) {
            for (int k = 0; k < graph.degree(u); k++) {
                int v = graph.neighbor(u, k);
                if (v > u) {
                    us[e] = u;
                    vs[e++] = v;
                }
            }
        }
        double[] unit = new double[e];
        Arrays.fill(unit, 1);
        return MaxCut.of(name, graph.vertices(), us, vs, unit);
    }
}
