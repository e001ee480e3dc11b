package org.shrinq.relax.theta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.run.Deadline;

/**
 * Some commuting involutive automorphisms of a weighted graph, by colour refinement from pairs of vertices that are to
 * change places. A bounded search that may miss some; every one it returns is verified.
 */
final class Involutions {
    private static final long MARK_LOW = 0x243F6A8885A308D3L;
    private static final long MARK_HIGH = 0x13198A2E03707344L;

    /** Refinements of one edge that the search may cost: about as much as a few eigendecompositions. */
    private static final double BUDGET_PER_CUBE = 10;

    private static final int ASK_EVERY = 32;

    private final Graph graph;
    private final long[] base;
    private final int most;
    private final Deadline deadline;
    private final List<int[]> found = new ArrayList<>();
    private double budget;

    private Involutions(Graph graph, double[] weights, int most, Deadline deadline) {
        this.graph = graph;
        this.most = most;
        this.deadline = deadline;
        int n = graph.vertices();
        budget = BUDGET_PER_CUBE * n * n * n;
        base = new long[n];
        Arrays.setAll(base, v -> mix(Double.doubleToLongBits(weights[v])));
        refine(base, n);
    }

    /** At most {@code most} permutations π with π∘π = id, each commuting with and independent of the others. */
    static List<int[]> find(Graph graph, double[] weights, int most, Deadline deadline) {
        Involutions search = new Involutions(graph, weights, most, deadline);
        search.run();
        return search.found;
    }

    private void run() {
        int n = graph.vertices();
        int tried = 0;
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                if (found.size() == most || budget <= 0) {
                    return;
                }
                if (base[a] == base[b]) {
                    if (tried++ % ASK_EVERY == 0 && deadline.expired()) {
                        return;
                    }
                    int[] p = exchange(a, b);
                    if (p.length > 0 && isNew(p)) {
                        found.add(p);
                    }
                }
            }
        }
    }

    /** An automorphism that exchanges a and b, empty when the greedy search finds none. */
    private int[] exchange(int a, int b) {
        int n = graph.vertices();
        long[] from = base.clone();
        long[] to = base.clone();
        mark(from, to, a, b, 0);
        for (int depth = 1; depth <= n && budget > 0; depth++) {
            int rounds = refine(from, n);
            refine(to, rounds);
            long[] sortedFrom = from.clone();
            long[] sortedTo = to.clone();
            Arrays.sort(sortedFrom);
            Arrays.sort(sortedTo);
            if (!Arrays.equals(sortedFrom, sortedTo)) {
                return new int[0];
            }
            int v = firstAmbiguous(from, sortedFrom);
            if (v < 0) {
                int[] p = match(from, to);
                return isInvolution(p) && isAutomorphism(p) ? p : new int[0];
            }
            mark(from, to, v, to[v] == from[v] ? v : firstOf(to, from[v]), depth);
        }
        return new int[0];
    }

    private static void mark(long[] from, long[] to, int v, int w, int depth) {
        from[v] = mix(from[v] ^ MARK_LOW + depth);
        to[w] = mix(to[w] ^ MARK_LOW + depth);
        if (v != w) {
            from[w] = mix(from[w] ^ MARK_HIGH + depth);
            to[v] = mix(to[v] ^ MARK_HIGH + depth);
        }
    }

    private static int firstOf(long[] colors, long color) {
        int v = 0;
        while (colors[v] != color) {
            v++;
        }
        return v;
    }

    private static int firstAmbiguous(long[] colors, long[] sorted) {
        for (int v = 0; v < colors.length; v++) {
            int at = Arrays.binarySearch(sorted, colors[v]);
            if ((at > 0 && sorted[at - 1] == colors[v]) || (at + 1 < sorted.length && sorted[at + 1] == colors[v])) {
                return v;
            }
        }
        return -1;
    }

    private static int[] match(long[] from, long[] to) {
        java.util.Map<Long, Integer> at = new java.util.HashMap<>();
        for (int v = 0; v < to.length; v++) {
            at.put(to[v], v);
        }
        int[] p = new int[from.length];
        Arrays.setAll(p, v -> at.getOrDefault(from[v], -1));
        return p;
    }

    private static boolean isInvolution(int[] p) {
        for (int v = 0; v < p.length; v++) {
            if (p[v] < 0 || p[p[v]] != v) {
                return false;
            }
        }
        return true;
    }

    private boolean isAutomorphism(int[] p) {
        for (int v = 0; v < p.length; v++) {
            if (base[v] != base[p[v]] || graph.degree(v) != graph.degree(p[v])) {
                return false;
            }
            for (int k = 0; k < graph.degree(v); k++) {
                if (!graph.hasEdge(p[v], p[graph.neighbor(v, k)])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Commutes with all and is no product of them. */
    private boolean isNew(int[] p) {
        for (int[] q : found) {
            for (int v = 0; v < p.length; v++) {
                if (p[q[v]] != q[p[v]]) {
                    return false;
                }
            }
        }
        for (int subset = 0; subset < 1 << found.size(); subset++) {
            if (Arrays.equals(Symmetry.product(found, subset, p.length), p)) {
                return false;
            }
        }
        return true;
    }

    /** Colour refinement until no class splits, at most {@code limit} rounds; the number of rounds. */
    private int refine(long[] colors, int limit) {
        int n = colors.length;
        int classes = 0;
        long[] next = new long[n];
        for (int round = 1; ; round++) {
            for (int v = 0; v < n; v++) {
                long sum = 0;
                for (int k = 0; k < graph.degree(v); k++) {
                    sum += mix(colors[graph.neighbor(v, k)] + 1);
                }
                next[v] = mix(colors[v] ^ Long.rotateLeft(sum, 17));
            }
            System.arraycopy(next, 0, colors, 0, n);
            budget -= 2.0 * graph.edges() + 20.0 * n;
            Arrays.sort(next);
            int count = n > 0 ? 1 : 0;
            for (int v = 1; v < n; v++) {
                count += next[v] != next[v - 1] ? 1 : 0;
            }
            // a second map must take as many rounds as the first, even when nothing splits any more
            if (round >= limit || (limit == n && count == classes)) {
                return round;
            }
            classes = count;
        }
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
