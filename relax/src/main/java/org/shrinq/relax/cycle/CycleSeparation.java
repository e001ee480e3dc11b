package org.shrinq.relax.cycle;

import java.util.Arrays;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Finds cycles C and odd F ⊆ C with x(F) − x(C∖F) &gt; |F| − 1 by shortest paths (Barahona and Mahjoub 1986): in the
 * doubled graph an edge keeps the side at length x_e and changes it at length 1 − x_e; a path from v to its copy that
 * is shorter than 1 is such a cycle. Exact: when none is found, none is violated by more than the tolerance.
 */
final class CycleSeparation {
    /** A violated inequality: edges, and whether each belongs to F. */
    record Cycle(int[] edges, boolean[] odd) {}

    /** Receives what was found. */
    interface Consumer {
        void accept(Cycle cycle);
    }

    private static final double TOLERANCE = 1e-6;

    private final CutGraph graph;
    private final int n;
    private final double[] distance;
    private final int[] parent;
    private final Set<String> seen = new HashSet<>();

    CycleSeparation(CutGraph graph) {
        this.graph = graph;
        n = graph.vertices;
        distance = new double[2 * n];
        parent = new int[2 * n];
    }

    /** Hands over the most violated new cycle through a vertex, if any; false when there is none. */
    boolean through(int v, double[] x, Consumer consumer) {
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        distance[v] = 0;
        parent[v] = -1;
        PriorityQueue<double[]> queue = new PriorityQueue<>((p, q) -> Double.compare(p[0], q[0]));
        queue.add(new double[] {0, v});
        while (!queue.isEmpty()) {
            double[] head = queue.poll();
            int node = (int) head[1];
            if (head[0] > distance[node]) {
                continue;
            }
            if (node == v + n || head[0] >= 1 - TOLERANCE) {
                break;
            }
            int vertex = node % n;
            int side = node - vertex;
            for (int k = 0; k < graph.degree(vertex); k++) {
                int e = graph.incident(vertex, k);
                int other = graph.from[e] + graph.to[e] - vertex;
                double value = Math.max(0, Math.min(1, x[e]));
                relax(queue, node, other + side, e, head[0] + value);
                relax(queue, node, other + n - side, e, head[0] + 1 - value);
            }
        }
        if (!(distance[v + n] < 1 - TOLERANCE)) {
            return false;
        }
        Cycle cycle = shortest(v);
        if (seen.add(Arrays.toString(cycle.edges) + Arrays.toString(cycle.odd))) {
            consumer.accept(cycle);
        }
        return true;
    }

    private void relax(PriorityQueue<double[]> queue, int node, int next, int edge, double length) {
        if (length < distance[next] - 1e-12 && length < 1 - TOLERANCE) {
            distance[next] = length;
            parent[next] = 2 * edge + (node < n == next < n ? 0 : 1);
            queue.add(new double[] {length, next});
        }
    }

    /**
     * The part of the path to v's copy between a vertex and its own copy that holds no other such pair: a simple cycle.
     */
    private Cycle shortest(int v) {
        int steps = 0;
        for (int node = v + n; node != v; node = before(node)) {
            steps++;
        }
        int[] nodes = new int[steps + 1];
        int[] edges = new int[steps];
        boolean[] odd = new boolean[steps];
        int node = v + n;
        for (int k = steps; k > 0; k--) {
            nodes[k] = node;
            edges[k - 1] = parent[node] >> 1;
            odd[k - 1] = (parent[node] & 1) != 0;
            node = before(node);
        }
        nodes[0] = v;
        int[] lastAt = new int[n];
        Arrays.fill(lastAt, -1);
        int begin = 0;
        int end = steps;
        for (int k = 0; k <= steps; k++) {
            int vertex = nodes[k] % n;
            if (lastAt[vertex] >= 0 && k - lastAt[vertex] < end - begin) {
                begin = lastAt[vertex];
                end = k;
            }
            lastAt[vertex] = k;
        }
        int[] cycle = Arrays.copyOfRange(edges, begin, end);
        boolean[] flags = Arrays.copyOfRange(odd, begin, end);
        return ordered(cycle, flags);
    }

    private int before(int node) {
        int e = parent[node] >> 1;
        int vertex = node % n;
        int other = graph.from[e] + graph.to[e] - vertex;
        boolean crosses = (parent[node] & 1) != 0;
        return (node < n) == crosses ? other + n : other;
    }

    private static Cycle ordered(int[] edges, boolean[] odd) {
        Integer[] order = new Integer[edges.length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (p, q) -> Integer.compare(edges[p], edges[q]));
        int[] sorted = new int[edges.length];
        boolean[] flags = new boolean[edges.length];
        for (int k = 0; k < order.length; k++) {
            sorted[k] = edges[order[k]];
            flags[k] = odd[order[k]];
        }
        return new Cycle(sorted, flags);
    }
}
