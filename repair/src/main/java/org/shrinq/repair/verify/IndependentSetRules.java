package org.shrinq.repair.verify;

import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaximumIndependentSet;

/** One constraint per edge u &lt; v, ordered by u, then v: not both ends chosen. Names count from 1. */
final class IndependentSetRules implements Rules {
    private final MaximumIndependentSet problem;
    private final Graph graph;
    private final int[] firstEdge;
    private final int[] lower;

    IndependentSetRules(MaximumIndependentSet problem) {
        this.problem = problem;
        graph = problem.graph();
        int n = graph.vertices();
        firstEdge = new int[n + 1];
        lower = new int[n];
        for (int u = 0; u < n; u++) {
            while (lower[u] < graph.degree(u) && graph.neighbor(u, lower[u]) < u) {
                lower[u]++;
            }
            firstEdge[u + 1] = firstEdge[u] + graph.degree(u) - lower[u];
        }
    }

    @Override
    public int size() {
        return graph.vertices();
    }

    @Override
    public int constraints() {
        return graph.edges();
    }

    private int lowEnd(int edge) {
        int low = 0;
        int high = lower.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firstEdge[middle] <= edge) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private int highEnd(int edge, int u) {
        return graph.neighbor(u, lower[u] + edge - firstEdge[u]);
    }

    @Override
    public String name(int constraint) {
        int u = lowEnd(constraint);
        return "edge(" + (u + 1) + "," + (highEnd(constraint, u) + 1) + ")";
    }

    @Override
    public void check(byte[] x, Sink sink) {
        for (int u = 0; u < x.length; u++) {
            if (x[u] == 0) {
                continue;
            }
            for (int k = lower[u]; k < graph.degree(u); k++) {
                if (x[graph.neighbor(u, k)] != 0 && !sink.accept(firstEdge[u] + k - lower[u], 1)) {
                    return;
                }
            }
        }
    }

    @Override
    public String describe(int constraint, byte[] x, double amount) {
        int u = lowEnd(constraint);
        return "vertices " + (u + 1) + " and " + (highEnd(constraint, u) + 1)
                + " are both chosen but joined by an edge";
    }

    @Override
    public double objective(byte[] x) {
        double sum = 0;
        for (int v = 0; v < x.length; v++) {
            if (x[v] != 0) {
                sum += problem.weight(v);
            }
        }
        return sum;
    }
}
