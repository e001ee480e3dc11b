package org.shrinq.relax.roof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.alg.interfaces.MaximumFlowAlgorithm;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.shrinq.qubo.Dyadic;

/** Maximum flow between two nodes and the nodes that the source still reaches in the residual network. */
public final class MinCut {
    private static final double EPSILON = 1e-9;

    private final int nodes;
    private final SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> graph =
            new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    /** The capacities; flows are sums and differences of them. */
    private final Dyadic numbers = new Dyadic();

    private double largest;
    private double value;

    /** Without arcs. */
    public MinCut(int nodes) {
        this.nodes = nodes;
        for (int v = 0; v < nodes; v++) {
            graph.addVertex(v);
        }
    }

    /** Parallel arcs add up. */
    public void addArc(int from, int to, double capacity) {
        DefaultWeightedEdge arc = graph.getEdge(from, to);
        double total = capacity;
        if (arc == null) {
            arc = graph.addEdge(from, to);
        } else {
            total += graph.getEdgeWeight(arc);
        }
        graph.setEdgeWeight(arc, total);
        largest = Math.max(largest, total);
        numbers.add(capacity, 1);
    }

    /** Value of the maximum flow found by {@link #sourceSide}. */
    public double value() {
        return value;
    }

    /** What {@link #value} may exceed the true maximum by: the tolerance of the flow on every node, 0 where flows are exact. */
    public double error() {
        return isExact() ? 0 : 4 * EPSILON * largest * nodes;
    }

    private double epsilon() {
        return EPSILON * Math.min(1, Math.max(largest, Double.MIN_NORMAL));
    }

    private boolean isExact() {
        return numbers.isExact() && numbers.unit() > 2 * epsilon();
    }

    /** Nodes reachable from the source once the flow is maximum. */
    public boolean[] sourceSide(int source, int sink) {
        MaximumFlowAlgorithm.MaximumFlow<DefaultWeightedEdge> flow =
                new PushRelabelMFImpl<>(graph, epsilon()).getMaximumFlow(source, sink);
        value = flow.getValue();
        double threshold = isExact() ? numbers.unit() / 2 : 4 * EPSILON * largest;
        List<List<Integer>> residual = new ArrayList<>();
        for (int v = 0; v < nodes; v++) {
            residual.add(new ArrayList<>());
        }
        for (Map.Entry<DefaultWeightedEdge, Double> e : flow.getFlowMap().entrySet()) {
            int from = graph.getEdgeSource(e.getKey());
            int to = graph.getEdgeTarget(e.getKey());
            if (graph.getEdgeWeight(e.getKey()) - e.getValue() > threshold) {
                residual.get(from).add(to);
            }
            if (e.getValue() > threshold) {
                residual.get(to).add(from);
            }
        }
        boolean[] reached = new boolean[nodes];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        reached[source] = true;
        queue.add(source);
        while (!queue.isEmpty()) {
            for (int to : residual.get(queue.remove())) {
                if (!reached[to]) {
                    reached[to] = true;
                    queue.add(to);
                }
            }
        }
        return reached;
    }
}
