package org.shrinq.quantum.sampler;

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
            int j = facility[k];
            int b = location[k];
            if (j != i && b != a) {
                field += form.flow(i, j) * form.distance(a, b) + form.flow(j, i) * form.distance(b, a);
            } else if (j != i) {
                field += 2 * form.columnPenalty(a);
            } else if (b != a) {
                field += 2 * form.rowPenalty(i);
            }
        }
        return x[v] == 0 ? field : -field;
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
