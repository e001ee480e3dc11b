package org.shrinq.bench.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shrinq.qubo.Bits;

/** Counts of strings, in the order of their first appearance. */
final class Tally {
    private final Map<Bits, Long> counts = new LinkedHashMap<>();

    void add(Bits bits) {
        add(bits, 1);
    }

    void add(Bits bits, long count) {
        counts.merge(bits, count, Long::sum);
    }

    Map<Bits, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }
}
