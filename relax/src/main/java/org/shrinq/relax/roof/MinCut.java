package org.shrinq.relax.roof;

import java.util.Arrays;
import org.shrinq.qubo.Dyadic;
import org.shrinq.qubo.run.Deadline;

/**
 * Maximum flow between two nodes by blocking flows in level networks (Dinic 1970), and the nodes that the source still
 * reaches in the residual network. At a deadline the flow is feasible but perhaps not maximum. Used once.
 */
public final class MinCut {
    private static final double EPSILON = 1e-9;
    /** Augmenting paths and retreats between two questions to the deadline. */
    private static final int ASK_EVERY = 1024;

    private static final int NONE = -1;

    private final int nodes;
    /** First arc out of a node; arcs 2k and 2k + 1 are each other's reverse. */
    private final int[] first;

    private int[] next = new int[64];
    private int[] head = new int[64];
    private double[] residual = new double[64];
    private int arcs;
    /** The capacities; flows are sums and differences of them. */
    private final Dyadic numbers = new Dyadic();

    private double largest;
    private double value;

    private final int[] level;
    private final int[] current;
    private final int[] queue;

    /** Without arcs. */
    public MinCut(int nodes) {
        this.nodes = nodes;
        first = new int[nodes];
        Arrays.fill(first, NONE);
        level = new int[nodes];
        current = new int[nodes];
        queue = new int[nodes];
    }

    /** Parallel arcs add up. */
    public void addArc(int from, int to, double capacity) {
        if (arcs + 2 > head.length) {
            next = Arrays.copyOf(next, 2 * head.length);
            residual = Arrays.copyOf(residual, 2 * head.length);
            head = Arrays.copyOf(head, 2 * head.length);
        }
        link(from, to, capacity);
        link(to, from, 0);
        largest = Math.max(largest, capacity);
        numbers.add(capacity, 1);
    }

    private void link(int from, int to, double capacity) {
        head[arcs] = to;
        residual[arcs] = capacity;
        next[arcs] = first[from];
        first[from] = arcs++;
    }

    /** Value of the flow found by {@link #maximise}. */
    public double value() {
        return value;
    }

    /**
     * What {@link #value} may differ by from the flow of exact arithmetic: the tolerance on every node, 0 where flows
     * are exact.
     */
    public double error() {
        return isExact() ? 0 : 4 * EPSILON * largest * nodes;
    }

    private boolean isExact() {
        return numbers.isExact() && numbers.unit() > 2 * EPSILON * Math.max(largest, Double.MIN_NORMAL);
    }

    /**
     * Finds a maximum flow.
     *
     * @return false when the deadline came first
     */
    public boolean maximise(int source, int sink, Deadline deadline) {
        double threshold = threshold();
        while (layers(source, threshold)[sink] != NONE) {
            if (deadline.expired() || !block(source, sink, threshold, deadline)) {
                return false;
            }
        }
        return true;
    }

    private double threshold() {
        return isExact() ? numbers.unit() / 2 : EPSILON * largest;
    }

    /** Nodes reachable from the source in the residual network. */
    public boolean[] sourceSide(int source) {
        int[] reached = layers(source, threshold());
        boolean[] side = new boolean[nodes];
        for (int v = 0; v < nodes; v++) {
            side[v] = reached[v] != NONE;
        }
        return side;
    }

    /** Distances from the source over arcs with capacity left, {@link #NONE} for what it does not reach. */
    private int[] layers(int source, double threshold) {
        Arrays.fill(level, NONE);
        level[source] = 0;
        queue[0] = source;
        int end = 1;
        for (int at = 0; at < end; at++) {
            int u = queue[at];
            for (int e = first[u]; e != NONE; e = next[e]) {
                if (residual[e] > threshold && level[head[e]] == NONE) {
                    level[head[e]] = level[u] + 1;
                    queue[end++] = head[e];
                }
            }
        }
        return level;
    }

    /** Augments along shortest paths until none is left; false when the deadline came first. */
    private boolean block(int source, int sink, double threshold, Deadline deadline) {
        System.arraycopy(first, 0, current, 0, nodes);
        int[] path = queue; // free now, and no path is longer than the levels
        int depth = 0;
        int u = source;
        for (int steps = 1; ; ) {
            if (u == sink) {
                depth = augment(path, depth, threshold);
                u = head[path[depth] ^ 1];
            }
            int e = current[u];
            while (e != NONE && (residual[e] <= threshold || level[head[e]] != level[u] + 1)) {
                e = next[e];
            }
            current[u] = e;
            if (e != NONE) {
                path[depth++] = e;
                u = head[e];
                continue;
            }
            if (u == source) {
                return true;
            }
            level[u] = NONE; // a dead end
            u = head[path[--depth] ^ 1];
            if (++steps % ASK_EVERY == 0 && deadline.expired()) {
                return false;
            }
        }
    }

    /** Sends what the path takes; returns the place of its first arc without capacity left. */
    private int augment(int[] path, int length, double threshold) {
        double most = Double.POSITIVE_INFINITY;
        for (int k = 0; k < length; k++) {
            most = Math.min(most, residual[path[k]]);
        }
        int full = length;
        for (int k = length - 1; k >= 0; k--) {
            residual[path[k]] -= most;
            residual[path[k] ^ 1] += most;
            full = residual[path[k]] <= threshold ? k : full;
        }
        value += most;
        return full;
    }
}
