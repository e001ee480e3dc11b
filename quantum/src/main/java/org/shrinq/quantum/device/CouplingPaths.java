package org.shrinq.quantum.device;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shrinq.qubo.Graph;

/** Where a circuit goes on a given device. */
final class CouplingPaths {
    /** Steps of the depth-first search from each start. */
    private static final int STEPS = 20_000;

    private CouplingPaths() {}

    /**
     * A simple path of that many vertices, by depth-first search that goes first where fewest ways go on (Warnsdorff's
     * rule); empty where none was found.
     */
    static int[] path(Graph graph, int wanted) {
        for (int start : byDegree(graph)) {
            List<Integer> path = new ArrayList<>(List.of(start));
            boolean[] used = new boolean[graph.vertices()];
            used[start] = true;
            int[] steps = {STEPS};
            if (extend(graph, path, used, wanted, steps)) {
                return path.stream().mapToInt(Integer::intValue).toArray();
            }
        }
        return new int[0];
    }

    private static boolean extend(Graph graph, List<Integer> path, boolean[] used, int wanted, int[] steps) {
        if (path.size() == wanted) {
            return true;
        }
        if (steps[0]-- <= 0) {
            return false;
        }
        int last = path.get(path.size() - 1);
        List<Integer> next = new ArrayList<>();
        for (int k = 0; k < graph.degree(last); k++) {
            if (!used[graph.neighbor(last, k)]) {
                next.add(graph.neighbor(last, k));
            }
        }
        next.sort(Comparator.comparingInt(v -> free(graph, used, v)));
        for (int v : next) {
            used[v] = true;
            path.add(v);
            if (extend(graph, path, used, wanted, steps)) {
                return true;
            }
            path.remove(path.size() - 1);
            used[v] = false;
        }
        return false;
    }

    private static int free(Graph graph, boolean[] used, int v) {
        int free = 0;
        for (int k = 0; k < graph.degree(v); k++) {
            free += used[graph.neighbor(v, k)] ? 0 : 1;
        }
        return free;
    }

    /** The vertices, those with fewest couplings first. */
    private static List<Integer> byDegree(Graph graph) {
        List<Integer> vertices = new ArrayList<>();
        for (int v = 0; v < graph.vertices(); v++) {
            vertices.add(v);
        }
        vertices.sort(Comparator.comparingInt(graph::degree));
        return vertices;
    }

    /**
     * That many vertices that hang together, breadth-first from a vertex of largest degree.
     *
     * @throws IllegalArgumentException when no part has so many
     */
    static int[] cluster(Graph graph, int wanted) {
        int largest = 0;
        List<Integer> starts = byDegree(graph);
        for (int s = starts.size() - 1; s >= 0; s--) {
            boolean[] used = new boolean[graph.vertices()];
            ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(starts.get(s)));
            used[starts.get(s)] = true;
            List<Integer> part = new ArrayList<>();
            while (!queue.isEmpty() && part.size() < wanted) {
                int v = queue.remove();
                part.add(v);
                for (int k = 0; k < graph.degree(v); k++) {
                    int w = graph.neighbor(v, k);
                    if (!used[w]) {
                        used[w] = true;
                        queue.add(w);
                    }
                }
            }
            if (part.size() == wanted) {
                return part.stream().mapToInt(Integer::intValue).toArray();
            }
            largest = Math.max(largest, part.size());
        }
        throw new IllegalArgumentException("the circuit has " + wanted + " qubits, the device at most " + largest
                + " that hang together. Maybe a smaller --qubits");
    }
}
