package org.shrinq.instances.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;

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

    /** The graph of an independent set problem or of an unweighted maximum cut. */
    public static Graph of(Problem problem) {
        if (problem instanceof MaximumIndependentSet mis) {
            return mis.graph();
        }
        MaxCut cut = (MaxCut) problem;
        int[] us = new int[cut.edges()];
        int[] vs = new int[cut.edges()];
        Arrays.setAll(us, cut::source);
        Arrays.setAll(vs, cut::target);
        return Graph.of(cut.vertices(), us, vs);
    }

    /** Weight of an edge. */
    @FunctionalInterface
    public interface EdgeWeight {
        double applyAsDouble(int u, int v);
    }

    /** The weights of a cut without parallel edges, by endpoints. */
    public static EdgeWeight weights(MaxCut cut) {
        Map<Long, Double> weights = new HashMap<>();
        for (int e = 0; e < cut.edges(); e++) {
            weights.put(key(cut.source(e), cut.target(e)), cut.weight(e));
        }
        return (u, v) -> weights.getOrDefault(key(u, v), 0.0);
    }

    private static long key(int u, int v) {
        return (long) Math.min(u, v) << 32 | Math.max(u, v);
    }

    /** Why a format without edge weights cannot hold the cut. */
    public static Optional<String> obstacleToUnweighted(MaxCut cut) {
        for (int e = 0; e < cut.edges(); e++) {
            if (cut.weight(e) != 1) {
                return Optional.of("it has no place for edge weights");
            }
        }
        return of(cut).edges() == cut.edges() ? Optional.empty() : Optional.of("it has no place for parallel edges");
    }
}
