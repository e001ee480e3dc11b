package org.shrinq.search.maxcut;

import java.util.SplittableRandom;
import org.shrinq.search.flip.CouplingRows;
import org.shrinq.search.flip.FlipState;

/**
 * Recombines two strings where they differ. <b>Partition crossover</b> (Whitley, Hains, Howe 2009; for k-bounded
 * functions Tinós, Whitley, Chicano 2015): the variables that differ fall into connected components, which do not
 * influence each other, so that the better side of each gives the best of 2^components children in O(entries of the
 * rows that differ). <b>Path relinking</b> (Glover 1997; Wang, Lü, Glover, Hao 2012): the flips of least cost lead part
 * of the way to the other string. One thread.
 */
final class Recombination {
    private final FlipState state;
    private final CouplingRows rows;
    private final boolean symmetric;
    private final double tolerance;
    private final boolean[] differs;
    private final int[] queue;
    private int components;

    Recombination(FlipState state, CouplingRows rows, boolean symmetric, double tolerance) {
        this.state = state;
        this.rows = rows;
        this.symmetric = symmetric;
        this.tolerance = tolerance;
        differs = new boolean[state.n];
        queue = new int[state.n];
    }

    /** Components of the last {@link #cross}. */
    int components() {
        return components;
    }

    /**
     * Marks where x of the state and another string differ, after complementing the latter where that is the same and
     * nearer.
     */
    private int compare(byte[] other) {
        int n = state.n;
        int count = 0;
        for (int i = 0; i < n; i++) {
            differs[i] = state.x[i] != other[i];
            count += differs[i] ? 1 : 0;
        }
        if (symmetric && 2 * count > n) {
            for (int i = 0; i < n; i++) {
                differs[i] = !differs[i];
            }
            count = n - count;
        }
        return count;
    }

    /** Moves the state to the best child of its x and another string. */
    void cross(byte[] other) {
        components = 0;
        int count = compare(other);
        crossMarked(true);
        if (symmetric && count > 0) {
            compare(other);
            for (int i = 0; i < state.n; i++) {
                differs[i] = !differs[i];
            }
            crossMarked(false);
        }
    }

    private void crossMarked(boolean counted) {
        for (int i = 0; i < state.n; i++) {
            if (!differs[i]) {
                continue;
            }
            double before = state.cost();
            int size = 1;
            queue[0] = i;
            differs[i] = false;
            for (int k = 0; k < size; k++) {
                int v = queue[k];
                for (int e = rows.rowStart(v); e < rows.rowStart(v + 1); e++) {
                    int u = rows.neighbor(e);
                    if (differs[u]) {
                        differs[u] = false;
                        queue[size++] = u;
                    }
                }
            }
            for (int k = 0; k < size; k++) {
                state.flip(queue[k]);
            }
            components += counted ? 1 : 0;
            if (state.cost() >= before - tolerance) {
                for (int k = 0; k < size; k++) {
                    state.flip(queue[k]);
                }
            }
        }
    }

    /** Walks from x of the state towards another string by that share of the flips that differ, cheapest first. */
    void relink(byte[] other, double share, SplittableRandom random) {
        int count = compare(other);
        int left = 0;
        for (int i = 0; i < state.n; i++) {
            if (differs[i]) {
                queue[left++] = i;
            }
        }
        int steps = (int) (share * count);
        // with thousands of differences the best of some hundreds drawn at random does as well
        int look = 512;
        for (int s = 0; s < steps; s++) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            int from = left <= look ? 0 : random.nextInt(left);
            for (int k = 0; k < Math.min(look, left); k++) {
                int at = from + k < left ? from + k : from + k - left;
                double d = state.delta(queue[at]);
                if (d < least) {
                    least = d;
                    best = at;
                }
            }
            state.flip(queue[best]);
            queue[best] = queue[--left];
        }
    }
}
