package org.shrinq.search.independentset;

/**
 * Local search on an independent set: free vertices are added by weight per residual degree, then (ω,1)-exchanges (a
 * vertex that outweighs its chosen neighbours goes in) and (1,2)-exchanges (two non-adjacent vertices replace their one
 * common chosen neighbour) until none is left; Andrade, Resende, Werneck 2012, and for weights Nogueira, Pinheiro,
 * Subramanian 2018. A pass over all exchanges costs O(n + edges) for bounded overlaps. One thread.
 */
public final class IndependentSetExchange {
    private final IndependentSetState s;
    private final boolean weighted;
    private final IndexedHeap heap;
    private final int[] residual;
    private final int[] stamp;
    private int time;
    private final int[] queue;
    private final boolean[] queued;
    private int queueSize;

    public IndependentSetExchange(IndependentSetState state) {
        s = state;
        boolean unit = true;
        for (double w : state.weight) {
            unit &= w <= 0 || w == 1;
        }
        weighted = !unit;
        heap = new IndexedHeap(state.n);
        residual = new int[state.n];
        stamp = new int[state.n];
        queue = new int[state.n];
        queued = new boolean[state.n];
    }

    /** Adds free vertices, best weight per (residual degree + 1) first, until none is free. */
    public void fill(java.util.SplittableRandom random) {
        int count = s.freeCount();
        if (count == 0) {
            return;
        }
        if (count == 1) {
            add(s.free(0));
            return;
        }
        for (int k = 0; k < count; k++) {
            int v = s.free(k);
            int degree = 0;
            s.count(s.start[v + 1] - s.start[v]);
            for (int e = s.start[v]; e < s.start[v + 1]; e++) {
                degree += s.isFree(s.neighbor[e]) ? 1 : 0;
            }
            residual[v] = degree;
            heap.add(v, s.weight[v] / (degree + 1), random.nextInt());
        }
        while (!heap.isEmpty()) {
            int v = heap.pop();
            for (int e = s.start[v]; e < s.start[v + 1]; e++) {
                int u = s.neighbor[e];
                if (heap.contains(u)) {
                    heap.remove(u);
                    for (int f = s.start[u]; f < s.start[u + 1]; f++) {
                        int t = s.neighbor[f];
                        if (heap.contains(t)) {
                            heap.update(t, s.weight[t] / (--residual[t] + 1));
                        }
                    }
                }
            }
            add(v);
        }
    }

    /** Adds a free vertex and remembers it as a place to look for exchanges. */
    public void add(int v) {
        s.insert(v);
        enqueue(v);
    }

    /** Puts a vertex in by force; the owners of vertices that became one-tight are remembered. */
    public void force(int v) {
        for (int e = s.start[v]; e < s.start[v + 1]; e++) {
            if (s.contains(s.neighbor[e])) {
                takeOut(s.neighbor[e]);
            }
        }
        add(v);
    }

    private void takeOut(int v) {
        s.remove(v);
        for (int e = s.start[v]; e < s.start[v + 1]; e++) {
            int u = s.neighbor[e];
            if (s.isOneTight(u)) {
                enqueue(s.owner(u));
            }
        }
    }

    private void enqueue(int v) {
        if (!queued[v]) {
            queued[v] = true;
            queue[queueSize++] = v;
        }
    }

    public void enqueueAll() {
        for (int k = 0; k < s.size(); k++) {
            enqueue(s.solution(k));
        }
    }

    public void forget() {
        while (queueSize > 0) {
            queued[queue[--queueSize]] = false;
        }
    }

    /** Exchanges until no remembered vertex offers one; the set stays maximal. */
    public void exhaust(java.util.SplittableRandom random) {
        fill(random);
        while (queueSize > 0) {
            int at = queueSize == 1 ? 0 : random.nextInt(queueSize);
            int v = queue[at];
            queue[at] = queue[--queueSize];
            queued[v] = false;
            if (s.contains(v) && (oneTwo(v) || (weighted && omegaOne(v)))) {
                fill(random);
            }
        }
    }

    /** Replaces v by two of its one-tight neighbours when they are not adjacent and outweigh it. */
    private boolean oneTwo(int v) {
        int candidates = 0;
        for (int e = s.start[v]; e < s.start[v + 1]; e++) {
            candidates += s.isOneTight(s.neighbor[e]) ? 1 : 0;
        }
        s.count(s.start[v + 1] - s.start[v]);
        if (candidates < 2) {
            return false;
        }
        for (int e = s.start[v]; e < s.start[v + 1]; e++) {
            int u = s.neighbor[e];
            if (!s.isOneTight(u)) {
                continue;
            }
            s.count(s.start[u + 1] - s.start[u]);
            int now = nextTime();
            stamp[u] = now;
            for (int f = s.start[u]; f < s.start[u + 1]; f++) {
                stamp[s.neighbor[f]] = now;
            }
            int partner = -1;
            for (int f = e + 1; f < s.start[v + 1]; f++) {
                int t = s.neighbor[f];
                if (s.isOneTight(t) && stamp[t] != now && (partner < 0 || s.weight[t] > s.weight[partner])) {
                    partner = t;
                    if (!weighted) {
                        break;
                    }
                }
            }
            if (partner >= 0 && s.weight[u] + s.weight[partner] > s.weight[v]) {
                takeOut(v);
                add(u);
                add(partner);
                return true;
            }
        }
        return false;
    }

    /** Puts in the neighbour of v that outweighs all its chosen neighbours the most, if any does. */
    private boolean omegaOne(int v) {
        int best = -1;
        double bestGain = s.rounding;
        for (int e = s.start[v]; e < s.start[v + 1]; e++) {
            int u = s.neighbor[e];
            double gain = s.weight[u] - s.cover(u);
            if (gain > bestGain) {
                bestGain = gain;
                best = u;
            }
        }
        if (best < 0) {
            return false;
        }
        force(best);
        return true;
    }

    private int nextTime() {
        if (++time == Integer.MAX_VALUE) {
            java.util.Arrays.fill(stamp, 0);
            time = 1;
        }
        return time;
    }
}
