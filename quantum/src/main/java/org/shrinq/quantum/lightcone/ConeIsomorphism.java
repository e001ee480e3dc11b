package org.shrinq.quantum.lightcone;

import java.util.Arrays;

/**
 * Whether two cones with the same colours are the same up to the names of their vertices: a backtracking search along
 * the breadth-first order of the first, which gives up after a bounded number of steps; to say no is always safe.
 */
final class ConeIsomorphism {
    private static final int STEPS_PER_VERTEX = 20;

    private final Cone a;
    private final Cone b;
    private final int[] colorA;
    private final int[] colorB;
    private final int[] image;
    private final boolean[] used;

    private ConeIsomorphism(Cone a, int[] colorA, Cone b, int[] colorB) {
        this.a = a;
        this.b = b;
        this.colorA = colorA;
        this.colorB = colorB;
        image = new int[a.size()];
        used = new boolean[a.size()];
        Arrays.fill(image, -1);
    }

    /**
     * True when an isomorphism was found that keeps roots, fields, couplings and mixers; the keys of both must be
     * equal.
     */
    static boolean exists(Cone a, int[] colorA, Cone b, int[] colorB) {
        return a.isTree() || new ConeIsomorphism(a, colorA, b, colorB).search();
    }

    private boolean search() {
        int n = a.size();
        int[] next = new int[n]; // the candidate that a vertex tries next
        int v = 0;
        for (long steps = (long) STEPS_PER_VERTEX * n; v < n && v >= 0 && steps > 0; steps--) {
            if (image[v] >= 0) {
                used[image[v]] = false;
                image[v] = -1;
            }
            int w = candidate(v, next);
            if (w < 0) {
                next[v] = 0;
                v--;
            } else {
                image[v] = w;
                used[w] = true;
                v++;
                if (v < n) {
                    next[v] = 0;
                }
            }
        }
        return v == n;
    }

    /**
     * The first vertex from next[v] on, among the neighbours of the image of an earlier neighbour, that v may go to.
     */
    private int candidate(int v, int[] next) {
        int anchor = -1;
        for (int e = a.rowStart(v); e < a.rowEnd(v) && anchor < 0; e++) {
            if (a.neighbor(e) < v) {
                anchor = image[a.neighbor(e)];
            }
        }
        int count = anchor < 0 ? b.roots() : b.rowEnd(anchor) - b.rowStart(anchor);
        while (next[v] < count) {
            int w = anchor < 0 ? next[v] : b.neighbor(b.rowStart(anchor) + next[v]);
            next[v]++;
            if (!used[w] && colorA[v] == colorB[w] && fits(v, w)) {
                return w;
            }
        }
        return -1;
    }

    private boolean fits(int v, int w) {
        int degree = a.rowEnd(v) - a.rowStart(v);
        if (degree != b.rowEnd(w) - b.rowStart(w) || a.field(v) != b.field(w) || a.mixers(v) != b.mixers(w)) {
            return false;
        }
        if ((v < a.roots()) != (w < b.roots())) {
            return false;
        }
        for (int e = a.rowStart(v); e < a.rowEnd(v); e++) {
            int u = a.neighbor(e);
            if (u < v && coupling(w, image[u]) != a.value(e)) {
                return false;
            }
        }
        return true;
    }

    private double coupling(int v, int w) {
        for (int e = b.rowStart(v); e < b.rowEnd(v); e++) {
            if (b.neighbor(e) == w) {
                return b.value(e);
            }
        }
        return Double.NaN;
    }
}
