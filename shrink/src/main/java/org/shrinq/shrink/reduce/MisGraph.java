package org.shrinq.shrink.reduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Graph;
import org.shrinq.shrink.contract.IntDoubleMap;

/**
 * A weighted graph under independent-set reductions. The optimum of the original graph is {@link #offset} plus the
 * optimum of what is left; {@link #lift} turns a solution of the rest into one of the original. Folding adds vertices.
 * Mutable.
 */
final class MisGraph {
    /** Undoes one reduction: sets the membership of the vertices it removed. */
    @FunctionalInterface
    interface Undo {
        void lift(boolean[] member);
    }

    private final List<IntDoubleMap> rows = new ArrayList<>();
    /** Neighbours in ascending order, where they were asked for since the row has changed. */
    private int[] @Nullable [] sorted;

    private double[] weight;
    private boolean[] alive;
    private int vertices;
    private int aliveCount;
    private double offset;
    private final int original;
    private final List<Undo> undos = new ArrayList<>();

    MisGraph(Graph graph, double[] weights) {
        original = graph.vertices();
        weight = weights.clone();
        alive = new boolean[original];
        sorted = new int[original][];
        for (int v = 0; v < original; v++) {
            addVertex(weights[v]);
        }
        for (int v = 0; v < original; v++) {
            for (int k = 0; k < graph.degree(v); k++) {
                rows.get(v).put(graph.neighbor(v, k), 1);
            }
        }
    }

    private int addVertex(double w) {
        if (vertices == alive.length) {
            alive = Arrays.copyOf(alive, vertices * 2 + 4);
            weight = Arrays.copyOf(weight, alive.length);
            sorted = Arrays.copyOf(sorted, alive.length);
        }
        rows.add(new IntDoubleMap(3));
        weight[vertices] = w;
        alive[vertices] = true;
        aliveCount++;
        return vertices++;
    }

    /** Number of vertices ever, folded ones included; ids are 0 … vertices − 1. */
    int vertices() {
        return vertices;
    }

    int aliveCount() {
        return aliveCount;
    }

    boolean isAlive(int v) {
        return alive[v];
    }

    double weight(int v) {
        return weight[v];
    }

    double offset() {
        return offset;
    }

    int degree(int v) {
        return rows.get(v).size();
    }

    boolean adjacent(int u, int v) {
        return rows.get(u).contains(v);
    }

    /** Ascending; not to be changed. */
    int[] neighbors(int v) {
        int[] present = sorted[v];
        if (present == null) {
            present = rows.get(v).sortedKeys();
            sorted[v] = present;
        }
        return present;
    }

    /** Weight of the neighbours that are worth anything. */
    double neighborhoodWeight(int v) {
        double sum = 0;
        IntDoubleMap row = rows.get(v);
        for (int s = 0; s < row.slots(); s++) {
            if (row.keyAt(s) >= 0) {
                sum += Math.max(0, weight[row.keyAt(s)]);
            }
        }
        return sum;
    }

    /** True when the neighbours of v are pairwise adjacent; O(degree²). */
    boolean isSimplicial(int v) {
        int[] ns = neighbors(v);
        for (int p = 0; p < ns.length; p++) {
            for (int q = p + 1; q < ns.length; q++) {
                if (!adjacent(ns[p], ns[q])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** v belongs to an optimum. */
    void include(int v) {
        offset += weight[v];
        for (int u : neighbors(v)) {
            delete(u);
        }
        delete(v);
        undos.add(member -> member[v] = true);
    }

    /** Some optimum avoids v. */
    void exclude(int v) {
        delete(v);
    }

    /** v is in exactly when none of these neighbours is, each of which becomes lighter by w_v. */
    void transfer(int v, int[] neighbors) {
        offset += weight[v];
        for (int u : neighbors) {
            weight[u] -= weight[v];
        }
        delete(v);
        undos.add(member -> {
            boolean free = true;
            for (int u : neighbors) {
                free &= !member[u];
            }
            member[v] = free;
        });
    }

    /**
     * v and its non-adjacent neighbours a and b become one vertex of weight w_a + w_b − w_v: in means a and b, out
     * means v.
     */
    void fold(int v, int a, int b) {
        offset += weight[v];
        int folded = addVertex(weight[a] + weight[b] - weight[v]);
        for (int u : new int[] {a, b}) {
            for (int k : neighbors(u)) {
                if (k != v) {
                    rows.get(folded).put(k, 1);
                    rows.get(k).put(folded, 1);
                    sorted[k] = null;
                }
            }
        }
        delete(a);
        delete(b);
        delete(v);
        undos.add(member -> {
            member[a] = member[folded];
            member[b] = member[folded];
            member[v] = !member[folded];
        });
    }

    /** v, whose neighbourhood is that of u, goes along with u. */
    void joinTwin(int u, int v) {
        weight[u] += weight[v];
        delete(v);
        undos.add(member -> member[v] = member[u]);
    }

    private void delete(int v) {
        for (int u : neighbors(v)) {
            rows.get(u).remove(v);
            sorted[u] = null;
        }
        rows.get(v).clear();
        sorted[v] = null;
        alive[v] = false;
        aliveCount--;
    }

    /** The remaining vertices in ascending order. */
    int[] aliveVertices() {
        int[] result = new int[aliveCount];
        int k = 0;
        for (int v = 0; v < vertices; v++) {
            if (alive[v]) {
                result[k++] = v;
            }
        }
        return result;
    }

    /** The remaining graph; vertex k is the k-th remaining one. */
    Graph kernel() {
        int[] kept = aliveVertices();
        int[] to = new int[vertices];
        int edges = 0;
        for (int k = 0; k < kept.length; k++) {
            to[kept[k]] = k;
            edges += degree(kept[k]);
        }
        int[] us = new int[edges / 2];
        int[] vs = new int[edges / 2];
        int e = 0;
        for (int v : kept) {
            for (int u : neighbors(v)) {
                if (u > v) {
                    us[e] = to[v];
                    vs[e++] = to[u];
                }
            }
        }
        return Graph.of(kept.length, us, vs);
    }

    /** Membership of the original vertices. */
    byte[] lift(byte[] kernelSolution) {
        boolean[] member = new boolean[vertices];
        int[] kept = aliveVertices();
        for (int k = 0; k < kept.length; k++) {
            member[kept[k]] = kernelSolution[k] != 0;
        }
        for (int k = undos.size() - 1; k >= 0; k--) {
            undos.get(k).lift(member);
        }
        byte[] x = new byte[original];
        for (int v = 0; v < original; v++) {
            x[v] = (byte) (member[v] ? 1 : 0);
        }
        return x;
    }
}
