package org.shrinq.qubo;

import java.util.Arrays;

/** Growing list of (i, j, value) entries shared by the builders of {@link Qubo} and {@link Ising}. */
final class Triplets {
    private int[] is = new int[64];
    private int[] js = new int[64];
    private double[] values = new double[64];
    private int count;

    /** Makes room for that many entries in all. */
    void expect(int entries) {
        if (entries > is.length) {
            is = Arrays.copyOf(is, entries);
            js = Arrays.copyOf(js, entries);
            values = Arrays.copyOf(values, entries);
        }
    }

    void add(int i, int j, double value) {
        if (count == is.length) {
            int capacity = count + (count >> 1) + 1;
            is = Arrays.copyOf(is, capacity);
            js = Arrays.copyOf(js, capacity);
            values = Arrays.copyOf(values, capacity);
        }
        is[count] = i;
        js[count] = j;
        values[count++] = value;
    }

    Couplings build(int size) {
        return Couplings.ofTriplets(size, is, js, values, count);
    }
}
