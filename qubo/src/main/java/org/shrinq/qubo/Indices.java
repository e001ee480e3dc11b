package org.shrinq.qubo;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Orders of indices by keys. */
public final class Indices {
    private Indices() {}

    /**
     * Indices by ascending key, those of equal keys as they came. O(n log n).
     *
     * @param key asked more than once for an index; −0 comes before 0, NaN last
     */
    public static int[] ascending(IntStream indices, IntToDoubleFunction key) {
        return indices.boxed()
                .sorted(Comparator.comparingDouble(key::applyAsDouble))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
