package org.shrinq.search.independentset;

import java.util.Arrays;
import org.shrinq.qubo.Dyadic;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaximumIndependentSet;

/**
 * An independent set that grows and shrinks vertex by vertex (Andrade, Resende, Werneck 2012): the vertices are kept in
 * one array as solution, free and blocked blocks, and each knows how many solution neighbours it has and what they
 * weigh, so that an insertion or removal costs O(degree). Vertices of weight ≤ 0 never count as free. One thread.
 */
public final class IndependentSetState {
    /** Added to the tightness of worthless vertices, so that they are never free nor one step from it. */
    private static final int WORTHLESS = 1 << 30;

    public final int n;
    public final int[] start;
    public final int[] neighbor;
    public final double[] weight;

    /**
     * Changes of value no larger than this are rounding: 0 where no sum of weights rounds, else 2⁻⁴⁰ of the largest
     * weight.
     */
    final double rounding;

    private final int[] order;
    private final int[] position;
    private int solutionEnd;
    private int freeEnd;
    private final int[] tightness;
    private final int[] ownerSum;
    private final double[] cover;
    private double value;

    private int[] journal = new int[64];
    private int journalSize;
    /** Vertices that moved since the last {@link #storeChanges}; more than the array holds when those are not known. */
    private int[] recent = new int[0];

    private int unstored = 1;
    private long work;

    public IndependentSetState(MaximumIndependentSet problem) {
        Graph graph = problem.graph();
        n = graph.vertices();
        start = new int[n + 1];
        neighbor = new int[2 * graph.edges()];
        weight = new double[n];
        for (int v = 0; v < n; v++) {
            weight[v] = problem.weight(v);
            for (int k = 0; k < graph.degree(v); k++) {
                neighbor[start[v] + k] = graph.neighbor(v, k);
            }
            start[v + 1] = start[v] + graph.degree(v);
        }
        order = new int[n];
        position = new int[n];
        tightness = new int[n];
        ownerSum = new int[n];
        cover = new double[n];
        rounding = rounding(weight);
        clear();
    }

    /** A state over a graph in CSR form, which is not copied. */
    IndependentSetState(int[] start, int[] neighbor, double[] weight) {
        n = weight.length;
        this.start = start;
        this.neighbor = neighbor;
        this.weight = weight;
        order = new int[n];
        position = new int[n];
        tightness = new int[n];
        ownerSum = new int[n];
        cover = new double[n];
        rounding = rounding(weight);
        clear();
    }

    /** A state with its own workspace over the same graph. */
    public IndependentSetState(IndependentSetState other) {
        n = other.n;
        start = other.start;
        neighbor = other.neighbor;
        weight = other.weight;
        order = new int[n];
        position = new int[n];
        tightness = new int[n];
        ownerSum = new int[n];
        cover = new double[n];
        rounding = other.rounding;
        clear();
    }

    private static double rounding(double[] weight) {
        Dyadic sums = new Dyadic();
        double largest = 0;
        for (double w : weight) {
            sums.add(w, 4);
            largest = Math.max(largest, Math.abs(w));
        }
        return sums.isExact() ? 0 : 0x1p-40 * largest;
    }

    /** Empties the set and the journal. */
    public void clear() {
        Arrays.fill(tightness, 0);
        Arrays.fill(ownerSum, 0);
        Arrays.fill(cover, 0);
        value = 0;
        unstored = recent.length + 1;
        journalSize = 0;
        solutionEnd = 0;
        int front = 0;
        int back = n;
        for (int v = 0; v < n; v++) {
            int at;
            if (weight[v] > 0) {
                at = front++;
            } else {
                tightness[v] = WORTHLESS;
                at = --back;
            }
            order[at] = v;
            position[v] = at;
        }
        freeEnd = front;
    }

    /** Loads the chosen vertices of positive weight of an independent set. Not modified. */
    public void load(byte[] x) {
        clear();
        for (int v = 0; v < n; v++) {
            if (x[v] != 0 && weight[v] > 0) {
                insert(v);
            }
        }
        journalSize = 0;
    }

    /** Writes the set over a 0/1 array that holds what the last call wrote: O(changes since), O(n) at first. */
    void storeChanges(byte[] x) {
        if (unstored > recent.length) {
            store(x);
            recent = recent.length > 0 ? recent : new int[n / 4 + 1];
        } else {
            for (int k = 0; k < unstored; k++) {
                x[recent[k]] = (byte) (contains(recent[k]) ? 1 : 0);
            }
        }
        unstored = 0;
    }

    /** Writes the set as a 0/1 array. */
    public void store(byte[] x) {
        for (int v = 0; v < n; v++) {
            x[v] = (byte) (position[v] < solutionEnd ? 1 : 0);
        }
    }

    public double value() {
        return value;
    }

    /** Number of chosen vertices. */
    public int size() {
        return solutionEnd;
    }

    public int solution(int k) {
        return order[k];
    }

    public int freeCount() {
        return freeEnd - solutionEnd;
    }

    public int free(int k) {
        return order[solutionEnd + k];
    }

    public boolean contains(int v) {
        return position[v] < solutionEnd;
    }

    public boolean isFree(int v) {
        return position[v] >= solutionEnd && position[v] < freeEnd;
    }

    /** True when v is not chosen and has exactly one chosen neighbour, {@link #owner}(v). */
    public boolean isOneTight(int v) {
        return tightness[v] == 1;
    }

    public int owner(int v) {
        return ownerSum[v];
    }

    /** Total weight of the chosen neighbours of v. */
    public double cover(int v) {
        return cover[v];
    }

    /** Adds a free vertex. */
    public void insert(int v) {
        record(v, v);
        move(v, solutionEnd++);
        value += weight[v];
        for (int e = start[v]; e < start[v + 1]; e++) {
            int u = neighbor[e];
            if (tightness[u]++ == 0) {
                move(u, --freeEnd);
            }
            ownerSum[u] += v;
            cover[u] += weight[v];
        }
    }

    /** Takes out a chosen vertex, which becomes free. */
    public void remove(int v) {
        record(~v, v);
        move(v, --solutionEnd);
        value -= weight[v];
        for (int e = start[v]; e < start[v + 1]; e++) {
            int u = neighbor[e];
            ownerSum[u] -= v;
            cover[u] -= weight[v];
            if (--tightness[u] == 0) {
                move(u, freeEnd++);
                cover[u] = 0;
            }
        }
    }

    /** Adds a vertex that is not chosen, after taking out its chosen neighbours. */
    public void force(int v) {
        for (int e = start[v]; e < start[v + 1]; e++) {
            if (contains(neighbor[e])) {
                remove(neighbor[e]);
            }
        }
        insert(v);
    }

    /** Forgets the journal: what happens from now on can be undone. */
    public void mark() {
        journalSize = 0;
    }

    /** Undoes everything since the last {@link #mark}. */
    public void undo() {
        int count = journalSize;
        for (int k = count - 1; k >= 0; k--) {
            if (journal[k] >= 0) {
                remove(journal[k]);
            } else {
                insert(~journal[k]);
            }
        }
        journalSize = 0;
    }

    /** Adjacency entries read so far, about. */
    long work() {
        return work;
    }

    void count(long entries) {
        work += entries;
    }

    private void record(int entry, int v) {
        work += start[v + 1] - start[v];
        if (unstored < recent.length) {
            recent[unstored] = v;
        }
        unstored = Math.min(unstored + 1, recent.length + 1);
        if (journalSize == journal.length) {
            journal = Arrays.copyOf(journal, 2 * journalSize);
        }
        journal[journalSize++] = entry;
    }

    /** Swaps v with whatever stands at a place. */
    private void move(int v, int to) {
        int other = order[to];
        int from = position[v];
        order[to] = v;
        position[v] = to;
        order[from] = other;
        position[other] = from;
    }
}
