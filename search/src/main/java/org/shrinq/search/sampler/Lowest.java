package org.shrinq.search.sampler;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.SampleSet;

/** The lowest of numbered states, as a heap with the highest on top; ties keep the smaller number. */
final class Lowest {
    private final double[] energy;
    private final int[] index;
    private int size;

    /**
     * Room for so many.
     *
     * @param reads at least 1
     * @param states how many there are
     */
    Lowest(int reads, long states) {
        if (reads < 1) {
            throw new IllegalArgumentException("reads is " + reads + ", expected at least 1");
        }
        int capacity = (int) Math.min(reads, states);
        energy = new double[capacity];
        index = new int[capacity];
    }

    void offer(double e, long at) {
        int i = (int) at;
        if (size < energy.length) {
            up(size++, e, i);
        } else if (below(e, i, energy[0], index[0])) {
            down(e, i);
        }
    }

    /** Each of them once. */
    SampleSet samples(QuadraticForm form, IntFunction<Bits> state) {
        Map<Bits, Long> counts = new HashMap<>();
        for (int k = 0; k < size; k++) {
            counts.put(state.apply(index[k]), 1L);
        }
        return SampleSet.ofCounts(form.size(), counts, x -> form.energy(x.toArray()));
    }

    private static boolean below(double e, int i, double f, int j) {
        return e < f || (e == f && i < j);
    }

    private void up(int from, double e, int i) {
        int k = from;
        while (k > 0) {
            int parent = (k - 1) >>> 1;
            if (!below(energy[parent], index[parent], e, i)) {
                break;
            }
            energy[k] = energy[parent];
            index[k] = index[parent];
            k = parent;
        }
        energy[k] = e;
        index[k] = i;
    }

    private void down(double e, int i) {
        int k = 0;
        while (2 * k + 1 < size) {
            int child = 2 * k + 1;
            if (child + 1 < size && below(energy[child], index[child], energy[child + 1], index[child + 1])) {
                child++;
            }
            if (!below(e, i, energy[child], index[child])) {
                break;
            }
            energy[k] = energy[child];
            index[k] = index[child];
            k = child;
        }
        energy[k] = e;
        index[k] = i;
    }
}
