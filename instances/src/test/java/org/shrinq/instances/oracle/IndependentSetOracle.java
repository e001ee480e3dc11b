package org.shrinq.instances.oracle;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.shrinq.qubo.problem.MaximumIndependentSet;

/** Exact maximum (weight) independent sets by branch and bound over a greedy clique cover. Weights &gt; 0. */
public final class IndependentSetOracle {
    private final double[] weight;
    private final BitSet[] neighbors;
    private double best;

    private IndependentSetOracle(MaximumIndependentSet p) {
        int n = p.size();
        // Vertices of high degree first: the clique cover then has few, large cliques.
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((u, v) -> p.graph().degree(v) - p.graph().degree(u))
                .mapToInt(v -> v)
                .toArray();
        int[] place = new int[n];
        for (int k = 0; k < n; k++) {
            place[order[k]] = k;
        }
        weight = new double[n];
        neighbors = new BitSet[n];
        for (int k = 0; k < n; k++) {
            weight[k] = p.weight(order[k]);
            neighbors[k] = new BitSet(n);
            for (int e = 0; e < p.graph().degree(order[k]); e++) {
                neighbors[k].set(place[p.graph().neighbor(order[k], e)]);
            }
        }
    }

    public static double optimum(MaximumIndependentSet p) {
        IndependentSetOracle oracle = new IndependentSetOracle(p);
        BitSet all = new BitSet();
        all.set(0, p.size());
        oracle.branch(all, 0);
        return oracle.best;
    }

    /** Cliques cover the candidates; a set takes at most the heaviest vertex of each. */
    private void branch(BitSet candidates, double taken) {
        best = Math.max(best, taken);
        int count = candidates.cardinality();
        int[] vertices = new int[count];
        double[] bounds = new double[count];
        int filled = 0;
        double bound = 0;
        BitSet left = (BitSet) candidates.clone();
        while (!left.isEmpty()) {
            BitSet clique = (BitSet) left.clone();
            double heaviest = 0;
            int from = filled;
            for (int v = clique.nextSetBit(0); v >= 0; v = clique.nextSetBit(v + 1)) {
                clique.and(neighbors[v]);
                left.clear(v);
                vertices[filled++] = v;
                heaviest = Math.max(heaviest, weight[v]);
            }
            bound += heaviest;
            Arrays.fill(bounds, from, filled, bound);
        }
        BitSet open = (BitSet) candidates.clone();
        for (int k = count - 1; k >= 0; k--) {
            if (taken + bounds[k] <= best) {
                return;
            }
            int v = vertices[k];
            BitSet next = (BitSet) open.clone();
            next.andNot(neighbors[v]);
            next.clear(v);
            branch(next, taken + weight[v]);
            open.clear(v);
        }
    }
}
