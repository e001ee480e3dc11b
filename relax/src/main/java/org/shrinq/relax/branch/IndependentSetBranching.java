package org.shrinq.relax.branch;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.run.Deadline;

/**
 * Depth-first branch and bound for the (weighted) independent set with greedy clique covers as bounds, on bit sets: the
 * colouring bound of Tomita et al. (2010) and San Segundo et al. (2011), read on the complement. Vertices are in
 * degeneracy order. Vertices of weight 0 or less are left out.
 */
final class IndependentSetBranching {
    private static final int ASK_EVERY = 256;

    private final int n;
    private final int words;
    /** Vertex of the problem at each position. */
    private final int[] vertex;

    private final double[] weight;
    /** Row p: positions that are not adjacent to p. */
    private final long[][] compatible;
    /** Row p: positions adjacent to p. */
    private final long[][] adjacent;

    private final int size;
    private final BranchIncumbent incumbent;
    private final Deadline deadline;
    private final double tolerance;
    private final int[] chosen;
    private double best;
    private boolean ownBest;
    private @Nullable Bits bestSet;
    private long nodes;
    private boolean stopped;

    IndependentSetBranching(MaximumIndependentSet problem, BranchIncumbent incumbent, Deadline deadline) {
        this.size = problem.size();
        this.incumbent = incumbent;
        this.deadline = deadline;
        Graph graph = problem.graph();
        vertex = order(problem);
        n = vertex.length;
        words = (n + 63) >>> 6;
        weight = new double[n];
        adjacent = new long[n][words];
        compatible = new long[n][words];
        int[] position = new int[graph.vertices()];
        Arrays.fill(position, -1);
        for (int p = 0; p < n; p++) {
            position[vertex[p]] = p;
            weight[p] = problem.weight(vertex[p]);
        }
        for (int p = 0; p < n; p++) {
            for (int k = 0; k < graph.degree(vertex[p]); k++) {
                int q = position[graph.neighbor(vertex[p], k)];
                if (q >= 0) {
                    adjacent[p][q >>> 6] |= 1L << (q & 63);
                }
            }
            for (int w = 0; w < words; w++) {
                compatible[p][w] = ~adjacent[p][w];
            }
            compatible[p][p >>> 6] &= ~(1L << (p & 63));
            if ((n & 63) != 0) {
                compatible[p][words - 1] &= (1L << (n & 63)) - 1;
            }
        }
        double rounding = problem.objectiveRounding();
        tolerance = rounding == 0 ? 0.5 : rounding;
        chosen = new int[n + 1];
        best = Math.max(0, incumbent.objective());
    }

    /** Smallest degree last in the complement: the vertex with most neighbours among those left goes to the end. */
    private static int[] order(MaximumIndependentSet problem) {
        Graph graph = problem.graph();
        int size = graph.vertices();
        int[] degree = new int[size];
        boolean[] gone = new boolean[size];
        int count = 0;
        for (int v = 0; v < size; v++) {
            gone[v] = problem.weight(v) <= 0;
            count += gone[v] ? 0 : 1;
        }
        for (int v = 0; v < size; v++) {
            for (int k = 0; k < graph.degree(v); k++) {
                degree[v] += gone[graph.neighbor(v, k)] ? 0 : 1;
            }
        }
        int[] order = new int[count];
        for (int at = count - 1; at >= 0; at--) {
            int next = -1;
            for (int v = 0; v < size; v++) {
                if (!gone[v] && (next < 0 || degree[v] > degree[next])) {
                    next = v;
                }
            }
            gone[next] = true;
            order[at] = next;
            for (int k = 0; k < graph.degree(next); k++) {
                degree[graph.neighbor(next, k)]--;
            }
        }
        return order;
    }

    BranchResult run(double root) {
        long[] all = new long[words];
        for (int p = 0; p < n; p++) {
            all[p >>> 6] |= 1L << (p & 63);
        }
        expand(all, 0, 0);
        return new BranchResult(!stopped, stopped ? root : best, Optional.ofNullable(bestSet), nodes);
    }

    private Bits set(int depth) {
        byte[] x = new byte[size];
        for (int k = 0; k < depth; k++) {
            x[vertex[chosen[k]]] = 1;
        }
        return Bits.of(x);
    }

    /** Takes over a better solution from elsewhere. */
    private void learn() {
        double outside = incumbent.objective();
        if (outside > best) {
            best = outside;
            ownBest = false;
        }
    }

    private void expand(long[] open, double value, int depth) {
        nodes++;
        if (nodes % ASK_EVERY == 0) {
            stopped |= deadline.expired();
            learn();
        }
        if (stopped) {
            return;
        }
        int count = 0;
        for (long w : open) {
            count += Long.bitCount(w);
        }
        if (count == 0) {
            if (value > best + (ownBest ? 0 : tolerance / 2)) {
                best = value;
                ownBest = true;
                bestSet = set(depth);
                incumbent.found(bestSet);
            }
            return;
        }
        int[] order = new int[count];
        double[] bound = new double[count];
        int kept = cover(open, best + tolerance - value, order, bound);
        for (int k = count - 1; k >= kept && !stopped; k--) {
            if (value + bound[k] < best + tolerance) {
                return;
            }
            int p = order[k];
            chosen[depth] = p;
            long[] next = new long[words];
            for (int w = 0; w < words; w++) {
                next[w] = open[w] & compatible[p][w];
            }
            expand(next, value + weight[p], depth + 1);
            open[p >>> 6] &= ~(1L << (p & 63));
        }
    }

    /**
     * Covers the open vertices by cliques; {@code order} lists them clique by clique and {@code bound} the sum of the
     * largest weights up to each. Returns how many at the front cannot lead above the limit.
     */
    private int cover(long[] open, double limit, int[] order, double[] bound) {
        long[] left = open.clone();
        long[] clique = new long[words];
        double sum = 0;
        int at = 0;
        int kept = 0;
        while (at < order.length) {
            System.arraycopy(left, 0, clique, 0, words);
            double largest = 0;
            int first = at;
            for (int w = 0; w < words; w++) {
                while (clique[w] != 0) {
                    int p = (w << 6) + Long.numberOfTrailingZeros(clique[w]);
                    left[w] &= ~(1L << (p & 63));
                    for (int v = w; v < words; v++) {
                        clique[v] &= adjacent[p][v];
                    }
                    order[at++] = p;
                    largest = Math.max(largest, weight[p]);
                }
            }
            sum += largest;
            for (int k = first; k < at; k++) {
                bound[k] = sum;
            }
            if (sum < limit) {
                kept = at;
            }
        }
        return kept;
    }
}
