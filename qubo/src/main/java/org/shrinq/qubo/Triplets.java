package org.shrinq.qubo;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Growing list of (i, j, value) entries shared by the builders of {@link Qubo} and {@link Ising}. Where it would grow
 * although it already holds an entry for every pair, as with penalties of many long rows, it turns into a triangular
 * matrix of sums, which is smaller. Sums are taken in the order of the entries either way, so that the result is the
 * same to the bit.
 */
final class Triplets {
    private final int size;
    private int[] is = new int[64];
    private int[] js = new int[64];
    private double[] values = new double[64];
    private int count;
    /** Entry (i, j), i &lt; j, at {@link #pair}(i, j); then the list is empty. */
    private double @Nullable [] sums;

    /** For entries with 0 ≤ i, j &lt; size. */
    Triplets(int size) {
        this.size = size;
    }

    /** Makes room for that many entries in all. */
    void expect(int entries) {
        if (entries > is.length && sums == null) {
            resize(entries);
        }
    }

    void add(int i, int j, double value) {
        if (count == is.length && sums == null) {
            if (count >= pairs()) {
                sums = sum();
            } else {
                resize(count + (count >> 1) + 1);
            }
        }
        if (sums != null) {
            sums[pair(i, j)] += value;
            return;
        }
        is[count] = i;
        js[count] = j;
        values[count++] = value;
    }

    private void resize(int capacity) {
        is = Arrays.copyOf(is, capacity);
        js = Arrays.copyOf(js, capacity);
        values = Arrays.copyOf(values, capacity);
    }

    private long pairs() {
        return (long) size * (size - 1) / 2;
    }

    private int pair(int i, int j) {
        int low = Math.min(i, j);
        return (int) ((long) low * (2L * size - low - 1) / 2 + Math.max(i, j) - low - 1);
    }

    /** The matrix of the entries so far; empties the list. */
    private double[] sum() {
        double[] matrix = new double[(int) pairs()];
        for (int e = 0; e < count; e++) {
            matrix[pair(is[e], js[e])] += values[e];
        }
        count = 0;
        is = new int[0];
        js = new int[0];
        values = new double[0];
        return matrix;
    }

    Couplings build() {
        return sums == null ? Couplings.ofTriplets(size, is, js, values, count) : ofSums(sums);
    }

    /** The nonzeros of the matrix as an ordered list. */
    private Couplings ofSums(double[] matrix) {
        int nonzeros = 0;
        for (double sum : matrix) {
            nonzeros += sum != 0 ? 1 : 0;
        }
        Triplets ordered = new Triplets(size);
        ordered.expect(nonzeros);
        int p = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++, p++) {
                if (matrix[p] != 0) {
                    ordered.add(i, j, matrix[p]);
                }
            }
        }
        return ordered.build();
    }
}
