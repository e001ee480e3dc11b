package org.shrinq.relax.clique;

import java.util.Arrays;
import java.util.BitSet;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.run.Deadline;

/**
 * Partitions of the vertices into cliques: an independent set has at most one vertex in each, so that the sum of the
 * largest weights bounds it. O(n²) for the greedy cover, O(n³/64) for DSATUR.
 */
public final class CliqueCover {
    private static final int ASK_EVERY = 1024;

    private CliqueCover() {}

    /** The better of both covers; valid, but larger, where the deadline strikes. */
    public static double bound(Graph graph, double[] weights, Deadline deadline) {
        double greedy = value(greedy(graph, weights, deadline), weights);
        return graph.vertices() > 3000 || deadline.expired()
                ? greedy
                : Math.min(greedy, value(dsatur(graph, deadline.uncounted()), weights));
    }

    /** Σ over the cliques of the largest positive weight. */
    public static double value(int[] cliqueOf, double[] weights) {
        int cliques = Arrays.stream(cliqueOf).max().orElse(-1) + 1;
        double[] largest = new double[cliques];
        for (int v = 0; v < cliqueOf.length; v++) {
            largest[cliqueOf[v]] = Math.max(largest[cliqueOf[v]], weights[v]);
        }
        return Arrays.stream(largest).sum();
    }

    /**
     * Vertices by descending weight, then ascending degree, each into the fullest clique that takes it, or into one of
     * its own once the deadline has passed: the clique of every vertex.
     */
    public static int[] greedy(Graph graph, double[] weights, Deadline deadline) {
        int n = graph.vertices();
        Integer[] order = new Integer[n];
        Arrays.setAll(order, v -> v);
        Arrays.sort(order, (a, b) -> {
            int byWeight = Double.compare(weights[b], weights[a]);
            return byWeight != 0 ? byWeight : Integer.compare(graph.degree(a), graph.degree(b));
        });
        int[] cliqueOf = new int[n];
        Arrays.fill(cliqueOf, -1);
        int[] size = new int[n];
        int[] adjacent = new int[n];
        int cliques = 0;
        int placed = 0;
        boolean late = false;
        for (int v : order) {
            late = late || (++placed % ASK_EVERY == 0 && deadline.expired());
            if (late) {
                cliqueOf[v] = cliques++;
                continue;
            }
            for (int k = 0; k < graph.degree(v); k++) {
                int c = cliqueOf[graph.neighbor(v, k)];
                if (c >= 0) {
                    adjacent[c]++;
                }
            }
            int best = -1;
            for (int k = 0; k < graph.degree(v); k++) {
                int c = cliqueOf[graph.neighbor(v, k)];
                if (c >= 0 && adjacent[c] == size[c] && (best < 0 || size[c] > size[best])) {
                    best = c;
                }
            }
            for (int k = 0; k < graph.degree(v); k++) {
                int c = cliqueOf[graph.neighbor(v, k)];
                if (c >= 0) {
                    adjacent[c] = 0;
                }
            }
            cliqueOf[v] = best >= 0 ? best : cliques++;
            size[cliqueOf[v]]++;
        }
        return cliqueOf;
    }

    /**
     * DSATUR (Brélaz 1979) on the complement: the vertex with the fewest cliques left to it goes first. Those that the
     * deadline leaves have a clique each.
     */
    public static int[] dsatur(Graph graph, Deadline deadline) {
        int n = graph.vertices();
        BitSet[] neighbors = new BitSet[n];
        for (int v = 0; v < n; v++) {
            neighbors[v] = new BitSet(n);
            for (int k = 0; k < graph.degree(v); k++) {
                neighbors[v].set(graph.neighbor(v, k));
            }
        }
        int[] cliqueOf = new int[n];
        Arrays.fill(cliqueOf, -1);
        BitSet[] closed = new BitSet[n];
        Arrays.setAll(closed, v -> new BitSet());
        BitSet[] common = new BitSet[n];
        int cliques = 0;
        for (int step = 0; step < n && !deadline.expired(); step++) {
            int next = -1;
            for (int v = 0; v < n; v++) {
                if (cliqueOf[v] < 0 && (next < 0 || before(v, next, closed, graph))) {
                    next = v;
                }
            }
            int chosen = -1;
            for (int c = 0; c < cliques && chosen < 0; c++) {
                chosen = common[c].get(next) ? c : -1;
            }
            if (chosen < 0) {
                chosen = cliques++;
                common[chosen] = (BitSet) neighbors[next].clone();
            } else {
                common[chosen].and(neighbors[next]);
            }
            cliqueOf[next] = chosen;
            for (int v = 0; v < n; v++) {
                if (cliqueOf[v] < 0 && !common[chosen].get(v)) {
                    closed[v].set(chosen);
                }
            }
        }
        for (int v = 0; v < n; v++) {
            cliqueOf[v] = cliqueOf[v] < 0 ? cliques++ : cliqueOf[v];
        }
        return cliqueOf;
    }

    private static boolean before(int v, int w, BitSet[] closed, Graph graph) {
        int byClosed = Integer.compare(closed[v].cardinality(), closed[w].cardinality());
        return byClosed > 0 || (byClosed == 0 && graph.degree(v) < graph.degree(w));
    }
}
