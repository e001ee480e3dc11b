package org.shrinq.shrink.reduce;

import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.roof.MinCut;

/**
 * The half-integral LP of the vertex cover (Nemhauser and Trotter 1975), solved as a minimum cut in the bipartite
 * double cover: some optimal independent set contains all vertices with LP value 0 in the cover and avoids all with
 * value 1.
 */
final class NemhauserTrotter implements MisRules.MisRule {
    /** Vertices of the network between two questions to the deadline. */
    private static final int ASK_EVERY = 256;

    @Override
    public ReductionRule id() {
        return ReductionRule.MIS_NEMHAUSER_TROTTER;
    }

    @Override
    public int pass(MisGraph g, Deadline deadline) {
        int[] vertices = g.aliveVertices();
        int n = vertices.length;
        if (n == 0) {
            return 0;
        }
        int[] to = new int[g.vertices()];
        double total = 1;
        for (int k = 0; k < n; k++) {
            to[vertices[k]] = k;
            total += Math.max(0, g.weight(vertices[k]));
        }
        // Left copies 0 … n−1, right copies n … 2n−1, source, sink.
        MinCut cut = new MinCut(2 * n + 2);
        for (int k = 0; k < n; k++) {
            if (k % ASK_EVERY == 0 && deadline.expired()) {
                return 0;
            }
            double w = Math.max(0, g.weight(vertices[k]));
            cut.addArc(2 * n, k, w);
            cut.addArc(n + k, 2 * n + 1, w);
            for (int u : g.neighbors(vertices[k])) {
                cut.addArc(k, n + to[u], total);
            }
        }
        if (!cut.maximise(2 * n, 2 * n + 1, deadline)) {
            return 0;
        }
        boolean[] reached = cut.sourceSide(2 * n);
        int count = 0;
        for (int k = 0; k < n; k++) {
            if (reached[k] && !reached[n + k] && g.isAlive(vertices[k])) {
                g.include(vertices[k]);
                count++;
            }
        }
        for (int k = 0; k < n; k++) {
            if (!reached[k] && reached[n + k] && g.isAlive(vertices[k])) {
                g.exclude(vertices[k]);
                count++;
            }
        }
        return count;
    }
}
