package org.shrinq.shrink;

import org.jspecify.annotations.Nullable;
import org.shrinq.shrink.contract.IntDoubleMap;
import org.shrinq.shrink.contract.Step;

/**
 * The risk of each candidate when it was weighed last, as a first guess for the next recalculation: thousands of
 * candidates may tie in |X|, and without it all of them would be weighed again to find the least risky one. Mutable.
 */
final class KnownRisks {
    private final @Nullable IntDoubleMap[] byVertex;

    KnownRisks(int variables) {
        byVertex = new IntDoubleMap[variables];
    }

    /** 0 for a candidate that has not been weighed yet. */
    double of(int i, int j) {
        IntDoubleMap map = byVertex[Math.max(i, j)];
        return map == null ? 0 : map.get(key(i, j), 0);
    }

    void learn(int i, int j, double risk) {
        int owner = Math.max(i, j);
        IntDoubleMap map = byVertex[owner];
        if (map == null) {
            if (risk == 0) {
                return;
            }
            map = new IntDoubleMap(4);
            byVertex[owner] = map;
        }
        map.put(key(i, j), risk);
    }

    /** The partner of the later vertex; vertex 0 stands for a fix and gets the owner's own number. */
    private static int key(int i, int j) {
        return j == Step.GROUND ? i : Math.min(i, j);
    }
}
