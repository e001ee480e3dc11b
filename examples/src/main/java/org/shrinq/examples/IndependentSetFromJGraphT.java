package org.shrinq.examples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.generate.NamedGraphGenerator;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.util.SupplierUtil;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.solver.RunListener;
import org.shrinq.solver.RunStage;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.Trace;

/**
 * The largest set of vertices of a JGraphT graph without an edge between them, with a listener that tells of progress.
 */
public final class IndependentSetFromJGraphT {
    private IndependentSetFromJGraphT() {}

    /** Vertices by number, since a problem knows its variables by number. */
    static <V, E> MaximumIndependentSet problem(String name, Graph<V, E> graph, List<V> vertices) {
        Map<V, Integer> number = new HashMap<>();
        for (V v : vertices) {
            number.put(v, number.size());
        }
        int[] us = new int[graph.edgeSet().size()];
        int[] vs = new int[us.length];
        int k = 0;
        for (E edge : graph.edgeSet()) {
            us[k] = number.getOrDefault(graph.getEdgeSource(edge), -1);
            vs[k++] = number.getOrDefault(graph.getEdgeTarget(edge), -1);
        }
        return MaximumIndependentSet.of(name, org.shrinq.qubo.Graph.of(vertices.size(), us, vs));
    }

    /** The graph of the 20 corners of a dodecahedron. */
    static Graph<Integer, DefaultEdge> dodecahedron() {
        Graph<Integer, DefaultEdge> graph =
                new SimpleGraph<>(SupplierUtil.createIntegerSupplier(), SupplierUtil.DEFAULT_EDGE_SUPPLIER, false);
        new NamedGraphGenerator<Integer, DefaultEdge>().generateDodecahedronGraph(graph);
        return graph;
    }

    static <V, E> Set<V> independentSet(Graph<V, E> graph, RunListener listener) {
        List<V> vertices = new ArrayList<>(graph.vertexSet());
        SolverOptions options = SolverOptions.defaults().withQubits(8).withTimeLimit(20);
        Solution solution = Shrinq.with(options).listener(listener).run(problem("graph", graph, vertices));
        Bits x = solution.x().orElseThrow();
        Set<V> chosen = new java.util.LinkedHashSet<>();
        for (int v = 0; v < x.size(); v++) {
            if (x.get(v) == 1) {
                chosen.add(vertices.get(v));
            }
        }
        return chosen;
    }

    public static void main(String[] args) {
        Set<Integer> chosen = independentSet(dodecahedron(), new RunListener() {
            @Override
            public void stage(RunStage stage, int round) {
                System.out.println("now: " + stage);
            }

            @Override
            public void improved(Trace.Improvement improvement) {
                System.out.println("found " + improvement.objective() + " by "
                        + improvement.origin().id());
            }
        });
        System.out.println(chosen.size() + " corners, no two joined: " + chosen);
    }
}
