package org.shrinq.search.independentset;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Vertex cover search by edge weights and configuration checking: NuMVC (Cai, Su, Luo, Sattar 2013), on the graph
 * itself, never on its complement. A cover one smaller than the best is sought: a step takes the vertex of least loss
 * out, draws an uncovered edge and takes in its better end whose neighbourhood has changed since it left (two-stage
 * exchange), then adds 1 to the weight of every uncovered edge; when the mean weight passes n/2, all are multiplied by
 * 0.3 (forgetting). The rest of a cover is an independent set. O(n + degrees) a step. One thread.
 */
final class WeightedCover {
    private static final double FORGET_AT = 0.5;
    private static final double KEEP = 0.3;

    private final int n;
    private final int edges;
    private final int[] start;
    private final int[] neighbor;
    /** Edge of each adjacency entry. */
    private final int[] edge;

    private final int[] from;
    private final int[] to;
    private final int[] weight;
    private long totalWeight;
    /** Change of the weight of covered edges by moving the vertex in (≥ 0) or out (≤ 0). */
    private final int[] score;

    private final boolean[] inside;
    private final boolean[] changed;
    private final long[] movedAt;
    /** The vertices of the cover, at their places. */
    private final int[] cover;

    private final int[] place;
    private int size;
    private final int[] uncovered;
    private final int[] uncoveredPlace;
    private int uncoveredCount;
    private long clock;
    private int lastIn;
    private long work;

    WeightedCover(int n, int[] start, int[] neighbor) {
        this.n = n;
        this.start = start;
        this.neighbor = neighbor;
        edges = neighbor.length / 2;
        edge = new int[neighbor.length];
        from = new int[edges];
        to = new int[edges];
        int[] next = Arrays.copyOf(start, n);
        int count = 0;
        for (int v = 0; v < n; v++) {
            for (int e = start[v]; e < start[v + 1]; e++) {
                int u = neighbor[e];
                if (u > v) {
                    from[count] = v;
                    to[count] = u;
                    edge[e] = count;
                    // rows are ascending: the entries of u for smaller vertices come in the order of v
                    edge[next[u]++] = count;
                    count++;
                }
            }
        }
        weight = new int[edges];
        score = new int[n];
        inside = new boolean[n];
        changed = new boolean[n];
        movedAt = new long[n];
        cover = new int[n];
        place = new int[n];
        uncovered = new int[edges];
        uncoveredPlace = new int[edges];
    }

    /** Starts from the complement of an independent set (not modified), with all weights 1. */
    void load(byte[] independent) {
        Arrays.fill(weight, 1);
        totalWeight = edges;
        Arrays.fill(changed, true);
        Arrays.fill(movedAt, 0);
        Arrays.fill(score, 0);
        clock = 0;
        lastIn = -1;
        size = 0;
        uncoveredCount = 0;
        for (int v = 0; v < n; v++) {
            inside[v] = independent[v] == 0;
            if (inside[v]) {
                place[v] = size;
                cover[size++] = v;
            }
        }
        for (int e = 0; e < edges; e++) {
            countScore(e);
        }
    }

    private void countScore(int e) {
        int u = from[e];
        int v = to[e];
        if (inside[u] != inside[v]) {
            score[inside[u] ? u : v] -= weight[e];
        } else if (!inside[u]) {
            score[u] += weight[e];
            score[v] += weight[e];
        }
    }

    int size() {
        return size;
    }

    boolean isCover() {
        return uncoveredCount == 0;
    }

    long work() {
        return work;
    }

    /** The change of covered weight that moving v in or out makes. */
    int score(int v) {
        return score[v];
    }

    /** Weight of the edge at an adjacency entry. */
    int weight(int entry) {
        return weight[edge[entry]];
    }

    boolean contains(int v) {
        return inside[v];
    }

    /** The vertices outside as a 0/1 array: independent when {@link #isCover}. */
    void store(byte[] x) {
        for (int v = 0; v < n; v++) {
            x[v] = (byte) (inside[v] ? 0 : 1);
        }
    }

    /** Takes out the vertices of least loss until so many are left. */
    void shrinkTo(int most) {
        while (size > most) {
            takeOut(leastLoss());
        }
    }

    /** One exchange; the set must not be empty and an edge must be uncovered. */
    void step(SplittableRandom random) {
        clock++;
        int out = leastLoss();
        takeOut(out);
        movedAt[out] = clock;
        int e = uncovered[random.nextInt(uncoveredCount)];
        int in = better(from[e], to[e]);
        putIn(in);
        movedAt[in] = clock;
        lastIn = in;
        for (int k = 0; k < uncoveredCount; k++) {
            int f = uncovered[k];
            weight[f]++;
            score[from[f]]++;
            score[to[f]]++;
        }
        work += uncoveredCount;
        totalWeight += uncoveredCount;
        if (totalWeight > FORGET_AT * n * edges) {
            forget();
        }
    }

    private int better(int u, int v) {
        if (changed[u] != changed[v]) {
            return changed[u] ? u : v;
        }
        if (score[u] != score[v]) {
            return score[u] > score[v] ? u : v;
        }
        return movedAt[u] <= movedAt[v] ? u : v;
    }

    /** The vertex whose leaving uncovers least weight, the one longest in among equals; not the last that came in. */
    private int leastLoss() {
        int best = -1;
        int bestScore = Integer.MIN_VALUE;
        for (int k = 0; k < size; k++) {
            int v = cover[k];
            int s = score[v];
            if (s >= bestScore && v != lastIn && (s > bestScore || movedAt[v] < movedAt[best])) {
                best = v;
                bestScore = s;
            }
        }
        work += size / 4;
        return best < 0 ? cover[0] : best;
    }

    private void takeOut(int v) {
        inside[v] = false;
        score[v] = -score[v];
        changed[v] = false;
        int last = cover[--size];
        cover[place[v]] = last;
        place[last] = place[v];
        work += start[v + 1] - start[v];
        for (int k = start[v]; k < start[v + 1]; k++) {
            int u = neighbor[k];
            int e = edge[k];
            if (inside[u]) {
                score[u] -= weight[e];
            } else {
                score[u] += weight[e];
                changed[u] = true;
                uncoveredPlace[e] = uncoveredCount;
                uncovered[uncoveredCount++] = e;
            }
        }
    }

    private void putIn(int v) {
        inside[v] = true;
        score[v] = -score[v];
        place[v] = size;
        cover[size++] = v;
        work += start[v + 1] - start[v];
        for (int k = start[v]; k < start[v + 1]; k++) {
            int u = neighbor[k];
            int e = edge[k];
            if (inside[u]) {
                score[u] += weight[e];
            } else {
                score[u] -= weight[e];
                changed[u] = true;
                int other = uncovered[--uncoveredCount];
                uncovered[uncoveredPlace[e]] = other;
                uncoveredPlace[other] = uncoveredPlace[e];
            }
        }
    }

    private void forget() {
        Arrays.fill(score, 0);
        totalWeight = 0;
        for (int e = 0; e < edges; e++) {
            weight[e] = (int) (KEEP * weight[e]);
            totalWeight += weight[e];
            countScore(e);
        }
        work += edges;
    }
}
