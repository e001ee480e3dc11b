package org.shrinq.search.sampler;

import org.shrinq.qubo.KroneckerForm;

/**
 * A string of an assignment form as the list of its ones. The change of a flip costs O(ones), about the order of the
 * assignment, and a flip O(1), where maintained fields would cost O(n²) a flip: while annealing is hot, many flips are
 * accepted.
 */
final class KroneckerOnes {
    final byte[] x;
    private final KroneckerForm form;
    private final int order;
    private final double[] linear;
    private final int[] position;
    private final int[] facility;
    private final int[] location;
    private int count;

    KroneckerOnes(KroneckerForm form) {
        this.form = form;
        int n = form.size();
        order = form.order();
        x = new byte[n];
        position = new int[n];
        facility = new int[n];
        location = new int[n];
        linear = new double[n];
        java.util.Arrays.setAll(linear, form::linear);
    }

    /** Replaces the string. Not modified. */
    void reset(byte[] start) {
        java.util.Arrays.fill(x, (byte) 0);
        count = 0;
        for (int v = 0; v < start.length; v++) {
            if (start[v] != 0) {
                flip(v);
            }
        }
    }

    double delta(int v) {
        int i = v / order;
        int a = v % order;
        double field = linear[v];
        for (int k = 0; k < count; k++) {
            field += coupling(i, a, facility[k], location[k]);
        }
        return x[v] == 0 ? field : -field;
    }

    /** Number of ones. */
    int ones() {
        return count;
    }

    /** True when the p-th and the q-th one can exchange their locations: both targets are free and apart from them. */
    boolean canSwap(int p, int q) {
        int i = facility[p];
        int j = facility[q];
        int a = location[p];
        int b = location[q];
        return i != j && a != b && x[i * order + b] == 0 && x[j * order + a] == 0;
    }

    /** Change of the energy when the p-th and the q-th one exchange their locations: four flips at once. O(ones). */
    double swapDelta(int p, int q) {
        int i = facility[p];
        int j = facility[q];
        int a = location[p];
        int b = location[q];
        double delta = linear[i * order + b] + linear[j * order + a] - linear[i * order + a] - linear[j * order + b];
        delta += coupling(i, b, j, a) - coupling(i, a, j, b);
        for (int k = 0; k < count; k++) {
            if (k != p && k != q) {
                int f = facility[k];
                int l = location[k];
                delta += coupling(i, b, f, l) + coupling(j, a, f, l) - coupling(i, a, f, l) - coupling(j, b, f, l);
            }
        }
        return delta;
    }

    void swap(int p, int q) {
        int v = facility[p] * order + location[p];
        int w = facility[q] * order + location[q];
        int toV = facility[p] * order + location[q];
        int toW = facility[q] * order + location[p];
        flip(v);
        flip(w);
        flip(toV);
        flip(toW);
    }

    private double coupling(int i, int a, int j, int b) {
        if (j != i && b != a) {
            return form.flow(i, j) * form.distance(a, b) + form.flow(j, i) * form.distance(b, a);
        }
        if (j != i) {
            return 2 * form.columnPenalty(a);
        }
        return b != a ? 2 * form.rowPenalty(i) : 0;
    }

    void flip(int v) {
        if (x[v] == 0) {
            x[v] = 1;
            position[v] = count;
            facility[count] = v / order;
            location[count++] = v % order;
        } else {
            x[v] = 0;
            int hole = position[v];
            count--;
            facility[hole] = facility[count];
            location[hole] = location[count];
            position[facility[hole] * order + location[hole]] = hole;
        }
    }
}
