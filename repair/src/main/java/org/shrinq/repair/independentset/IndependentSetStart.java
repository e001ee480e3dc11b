package org.shrinq.repair.independentset;

import java.util.stream.IntStream;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.Indices;
import org.shrinq.qubo.problem.MaximumIndependentSet;

/**
 * Takes a vertex of least degree among those left, in buckets by degree, and its neighbours out, again and again: O(n +
 * edges). With weights vertices by descending weight per degree in the whole graph, O(n log n + edges).
 */
public final class IndependentSetStart {
    private final Graph graph;
    private final int[] degree;
    /** Vertices by degree, and where each of them and each degree is. */
    private final int[] sorted;

    private final int[] place;
    private final int[] first;

    private IndependentSetStart(Graph graph) {
        this.graph = graph;
        int n = graph.vertices();
        degree = new int[n];
        sorted = new int[n];
        place = new int[n];
        first = new int[n + 1];
        for (int v = 0; v < n; v++) {
            degree[v] = graph.degree(v);
            first[degree[v] + 1]++;
        }
        for (int d = 1; d <= n; d++) {
            first[d] += first[d - 1];
        }
        int[] next = first.clone();
        for (int v = 0; v < n; v++) {
            place[v] = next[degree[v]]++;
            sorted[place[v]] = v;
        }
    }

    /** @param x zeros; modified */
    public static void write(MaximumIndependentSet problem, byte[] x) {
        if (problem.isWeighted()) {
            byWeight(problem, x);
        } else {
            new IndependentSetStart(problem.graph()).byDegree(x);
        }
    }

    private static void byWeight(MaximumIndependentSet problem, byte[] x) {
        Graph graph = problem.graph();
        int[] order = Indices.ascending(
                IntStream.range(0, x.length).filter(v -> problem.weight(v) > 0),
                v -> -problem.weight(v) / (1 + graph.degree(v)));
        boolean[] blocked = new boolean[x.length];
        for (int v : order) {
            if (!blocked[v]) {
                x[v] = 1;
                for (int k = 0; k < graph.degree(v); k++) {
                    blocked[graph.neighbor(v, k)] = true;
                }
            }
        }
    }

    private void byDegree(byte[] x) {
        // all before this place are taken or taken out; those after it are in the order of their degrees
        for (int at = 0; at < sorted.length; at++) {
            int v = sorted[at];
            if (degree[v] < 0) {
                continue;
            }
            x[v] = 1;
            degree[v] = -1;
            for (int k = 0; k < graph.degree(v); k++) {
                int out = graph.neighbor(v, k);
                if (degree[out] >= 0) {
                    degree[out] = -1;
                    for (int j = 0; j < graph.degree(out); j++) {
                        lower(graph.neighbor(out, j), at);
                    }
                }
            }
        }
    }

    /** Moves a vertex to the bucket below, by an exchange with the first of its own that comes after {@code done}. */
    private void lower(int u, int done) {
        if (degree[u] <= 0) {
            return;
        }
        int d = degree[u]--;
        int to = Math.max(first[d], done + 1);
        int other = sorted[to];
        sorted[to] = u;
        sorted[place[u]] = other;
        place[other] = place[u];
        place[u] = to;
        first[d] = to + 1;
        first[d - 1] = Math.min(first[d - 1], to);
    }
}
