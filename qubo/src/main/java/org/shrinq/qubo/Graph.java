package org.shrinq.qubo;

import java.util.Arrays;

/** An immutable simple undirected graph on vertices 0 … n−1 in CSR form, neighbours ascending. */
public final class Graph {
    private final int[] start;
    private final int[] neighbor;

    private Graph(int[] start, int[] neighbor) {
        this.start = start;
        this.neighbor = neighbor;
    }

    /**
     * Builds from endpoint lists (not modified). Repeated edges count once.
     *
     * @throws IllegalArgumentException for a self-loop or an endpoint outside 0 … n−1
     */
    public static Graph of(int vertices, int[] us, int[] vs) {
        int[] start = new int[vertices + 1];
        for (int e = 0; e < us.length; e++) {
            if (us[e] == vs[e] || Math.min(us[e], vs[e]) < 0 || Math.max(us[e], vs[e]) >= vertices) {
                throw new IllegalArgumentException(
                        "edge " + e + " joins " + us[e] + " and " + vs[e] + " in a graph of " + vertices + " vertices");
            }
            start[us[e] + 1]++;
            start[vs[e] + 1]++;
        }
        for (int v = 0; v < vertices; v++) {
            start[v + 1] += start[v];
        }
        int[] neighbor = new int[start[vertices]];
        int[] cursor = Arrays.copyOf(start, vertices);
        for (int e = 0; e < us.length; e++) {
            neighbor[cursor[us[e]]++] = vs[e];
            neighbor[cursor[vs[e]]++] = us[e];
        }
        int out = 0;
        int from = 0;
        for (int v = 0; v < vertices; v++) {
            int to = start[v + 1];
            Arrays.sort(neighbor, from, to);
            int rowStart = out;
            for (int e = from; e < to; e++) {
                if (out == rowStart || neighbor[out - 1] != neighbor[e]) {
                    neighbor[out++] = neighbor[e];
                }
            }
            from = to;
            start[v + 1] = out;
        }
        return new Graph(start, Arrays.copyOf(neighbor, out));
    }

    public int vertices() {
        return start.length - 1;
    }

    public int edges() {
        return neighbor.length / 2;
    }

    public int degree(int v) {
        return start[v + 1] - start[v];
    }

    /** The k-th neighbour of v, 0 ≤ k &lt; degree(v). */
    public int neighbor(int v, int k) {
        return neighbor[start[v] + k];
    }

    /** O(log degree). */
    public boolean hasEdge(int u, int v) {
        return Arrays.binarySearch(neighbor, start[u], start[u + 1], v) >= 0;
    }

    /** The graph with exactly the missing edges; O(n²). */
    public Graph complement() {
        int n = vertices();
        long missing = (long) n * (n - 1) / 2 - edges();
        if (missing > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("the complement would have " + missing + " edges");
        }
        int[] us = new int[(int) missing];
        int[] vs = new int[(int) missing];
        int e = 0;
        for (int u = 0; u < n; u++) {
            int k = start[u];
            for (int v = 0; v < n; v++) {
                boolean adjacent = k < start[u + 1] && neighbor[k] == v;
                if (adjacent) {
                    k++;
                } else if (v > u) {
                    us[e] = u;
                    vs[e++] = v;
                }
            }
        }
        return of(n, us, vs);
    }

    /** The subgraph on the given vertices; vertex k of the result is {@code vertices[k]}. Not modified; distinct. */
    public Graph induced(int[] vertices) {
        int[] to = new int[vertices()];
        Arrays.fill(to, -1);
        for (int k = 0; k < vertices.length; k++) {
            to[vertices[k]] = k;
        }
        int count = 0;
        for (int v : vertices) {
            for (int e = start[v]; e < start[v + 1]; e++) {
                if (to[neighbor[e]] >= 0 && neighbor[e] > v) {
                    count++;
                }
            }
        }
        int[] us = new int[count];
        int[] vs = new int[count];
        count = 0;
        for (int v : vertices) {
            for (int e = start[v]; e < start[v + 1]; e++) {
                if (to[neighbor[e]] >= 0 && neighbor[e] > v) {
                    us[count] = to[v];
                    vs[count++] = to[neighbor[e]];
                }
            }
        }
        return of(vertices.length, us, vs);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Graph g && Arrays.equals(start, g.start) && Arrays.equals(neighbor, g.neighbor);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(start) + Arrays.hashCode(neighbor);
    }

    @Override
    public String toString() {
        return "Graph[" + vertices() + " vertices, " + edges() + " edges]";
    }
}
