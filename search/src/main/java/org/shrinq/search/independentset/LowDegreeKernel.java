package org.shrinq.search.independentset;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.search.SearchControl;

/**
 * Exact reductions at vertices of low degree, to a fixpoint, in about linear time; what is left is the kernel. With
 * weight w:
 *
 * <ul>
 *   <li>v with w(v) ≥ w(N(v)) is taken, as is v of degree 2 with adjacent neighbours of at most its weight;
 *   <li>pendant v lighter than its neighbour u: v leaves, w(u) −= w(v), and v is chosen when u is not;
 *   <li>v between x and y that are not adjacent, max(w(x), w(y)) ≤ w(v) &lt; w(x) + w(y): the three are folded into x
 *       with weight w(x) + w(y) − w(v), which stands for x and y, else v (Chen, Kanj, Jia 2001; weights: Lamm et al.
 *       2019).
 * </ul>
 *
 * <b>Reducing-peeling</b> (Chang, Li, Zhang 2017) goes on where none applies by dropping the vertex of most degree per
 * weight, which is not exact. One thread.
 */
final class LowDegreeKernel {
    /** Of the heavy rule; a weight changes its verdict at any degree, but seldom at a large one. */
    private static final int MOST_NEIGHBORS = 8;

    private final int n;
    private final int[][] adjacent;
    /** Entries in use of each row, those of dead neighbours among them. */
    private final int[] length;
    /** Neighbours alive. */
    private final int[] degree;

    private final double[] weight;
    private final boolean[] alive;
    private final int[] queue;
    private final boolean[] queued;
    private int queueSize;
    private final int[] stamp;
    private int time;
    private final Log log = new Log();
    private double offset;
    private final IndexedHeap heap;

    /** What was done, for undoing it from the end: three numbers a step. */
    private static final class Log {
        private int[] entries = new int[96];
        private int size;

        void add(int v, int x, int y) {
            if (size + 3 > entries.length) {
                entries = Arrays.copyOf(entries, 2 * entries.length);
            }
            entries[size++] = v;
            entries[size++] = x;
            entries[size++] = y;
        }
    }

    /** Of a graph in CSR form; arrays are not modified. Nothing is reduced yet. */
    LowDegreeKernel(int[] start, int[] neighbor, double[] weights) {
        n = weights.length;
        weight = weights.clone();
        adjacent = new int[n][];
        length = new int[n];
        degree = new int[n];
        alive = new boolean[n];
        queue = new int[n];
        queued = new boolean[n];
        stamp = new int[n];
        heap = new IndexedHeap(n);
        for (int v = 0; v < n; v++) {
            alive[v] = weight[v] > 0;
        }
        for (int v = 0; v < n; v++) {
            adjacent[v] = Arrays.copyOfRange(neighbor, start[v], start[v + 1]);
            length[v] = adjacent[v].length;
            live(v);
            degree[v] = length[v];
            touch(v);
        }
    }

    /** Drops dead neighbours of v from its row, which is returned and starts with the {@code degree[v]} live ones. */
    private int[] live(int v) {
        int[] row = adjacent[v];
        int out = 0;
        for (int k = 0; k < length[v]; k++) {
            if (alive[row[k]]) {
                row[out++] = row[k];
            }
        }
        length[v] = out;
        return row;
    }

    private void append(int v, int u) {
        if (length[v] == adjacent[v].length) {
            live(v);
            if (length[v] == adjacent[v].length) {
                adjacent[v] = Arrays.copyOf(adjacent[v], 2 * length[v] + 4);
            }
        }
        adjacent[v][length[v]++] = u;
        degree[v]++;
    }

    /** Something about v has changed. */
    private void touch(int v) {
        if (!alive[v]) {
            return;
        }
        if (degree[v] <= MOST_NEIGHBORS && !queued[v]) {
            queued[v] = true;
            queue[queueSize++] = v;
        }
        if (heap.contains(v)) {
            heap.update(v, degree[v] / weight[v]);
        }
    }

    private void bury(int v) {
        alive[v] = false;
        if (heap.contains(v)) {
            heap.remove(v);
        }
    }

    private void kill(int v) {
        bury(v);
        int[] row = live(v);
        for (int k = 0; k < length[v]; k++) {
            degree[row[k]]--;
            touch(row[k]);
        }
    }

    /** Applies the rules until none does. */
    void reduce() {
        while (queueSize > 0) {
            int v = queue[--queueSize];
            queued[v] = false;
            if (alive[v]) {
                apply(v);
            }
        }
    }

    private void apply(int v) {
        int d = degree[v];
        if (d > MOST_NEIGHBORS) {
            return;
        }
        int[] row = live(v);
        double around = 0;
        double most = 0;
        for (int k = 0; k < d; k++) {
            around += weight[row[k]];
            most = Math.max(most, weight[row[k]]);
        }
        double w = weight[v];
        if (w >= around) {
            take(v);
        } else if (d == 1) {
            log.add(v, row[0], -1);
            offset += w;
            weight[row[0]] -= w;
            kill(v);
        } else if (d == 2 && w >= most) {
            if (areAdjacent(row[0], row[1])) {
                take(v);
            } else {
                fold(v, row[0], row[1]);
            }
        }
    }

    private void take(int v) {
        log.add(v, -1, -1);
        offset += weight[v];
        bury(v);
        int[] row = adjacent[v];
        int d = degree[v];
        for (int k = 0; k < d; k++) {
            kill(row[k]);
        }
    }

    private boolean areAdjacent(int x, int y) {
        int a = degree[x] <= degree[y] ? x : y;
        int b = a == x ? y : x;
        int[] row = live(a);
        for (int k = 0; k < degree[a]; k++) {
            if (row[k] == b) {
                return true;
            }
        }
        return false;
    }

    private void fold(int v, int x, int y) {
        log.add(v, x, y);
        offset += weight[v];
        weight[x] += weight[y] - weight[v];
        kill(v);
        time++;
        int[] row = live(x);
        for (int k = 0; k < degree[x]; k++) {
            stamp[row[k]] = time;
        }
        int[] other = live(y);
        int count = degree[y];
        bury(y);
        for (int k = 0; k < count; k++) {
            int z = other[k];
            degree[z]--;
            if (stamp[z] != time) {
                append(z, x);
                append(x, z);
            }
            touch(z);
        }
        touch(x);
    }

    /**
     * Reduces to nothing by dropping the vertex of most degree per weight where no rule applies; unfinished when time
     * is up.
     */
    void peel(SplittableRandom random, SearchControl control) {
        for (int v = 0; v < n; v++) {
            if (alive[v]) {
                heap.add(v, degree[v] / weight[v], random.nextInt());
            }
        }
        reduce();
        for (int k = 1; !heap.isEmpty(); k++) {
            kill(heap.pop());
            reduce();
            if (k % 256 == 0 && control.expired()) {
                return;
            }
        }
    }

    /** What the reductions add to the value of a set in the kernel. */
    double offset() {
        return offset;
    }

    /** The vertices that are left, ascending. */
    int[] vertices() {
        int[] vertices = new int[n];
        int count = 0;
        for (int v = 0; v < n; v++) {
            if (alive[v]) {
                vertices[count++] = v;
            }
        }
        return Arrays.copyOf(vertices, count);
    }

    /** The kernel, its vertices numbered as in {@link #vertices}. */
    IndependentSetState state() {
        int[] vertices = vertices();
        int[] number = new int[n];
        int[] start = new int[vertices.length + 1];
        double[] weights = new double[vertices.length];
        for (int k = 0; k < vertices.length; k++) {
            number[vertices[k]] = k;
            weights[k] = weight[vertices[k]];
            start[k + 1] = start[k] + degree[vertices[k]];
        }
        int[] neighbor = new int[start[vertices.length]];
        for (int k = 0; k < vertices.length; k++) {
            int[] row = live(vertices[k]);
            for (int e = start[k]; e < start[k + 1]; e++) {
                neighbor[e] = number[row[e - start[k]]];
            }
            Arrays.sort(neighbor, start[k], start[k + 1]);
        }
        return new IndependentSetState(start, neighbor, weights);
    }

    /** The part of an independent set of the graph that lies in the kernel, an independent set there. Not modified. */
    byte[] project(byte[] x) {
        byte[] in = x.clone();
        for (int k = 0; k < log.size; k += 3) {
            if (log.entries[k + 2] >= 0) {
                in[log.entries[k + 1]] &= in[log.entries[k + 2]];
            }
        }
        int[] vertices = vertices();
        byte[] projected = new byte[vertices.length];
        for (int k = 0; k < vertices.length; k++) {
            projected[k] = in[vertices[k]];
        }
        return projected;
    }

    /**
     * The independent set of the graph that an independent set of the kernel (not modified) stands for, worth {@link
     * #offset} more.
     */
    byte[] expand(byte[] inKernel) {
        byte[] x = new byte[n];
        int[] vertices = vertices();
        for (int k = 0; k < vertices.length; k++) {
            x[vertices[k]] = inKernel[k];
        }
        for (int k = log.size - 3; k >= 0; k -= 3) {
            int v = log.entries[k];
            int u = log.entries[k + 1];
            int other = log.entries[k + 2];
            if (u < 0 || x[u] == 0) {
                x[v] = 1;
            } else if (other >= 0) {
                x[other] = 1;
            }
        }
        return x;
    }
}
