package org.shrinq.quantum.mps;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gates that are controlled by one site in the Z basis: Σ_s P_s ⊗ Π_u U_u(s), s the value of the control and U_u
 * unitary. All cost gates exp(−iγJ_uv Z_uZ_v) of one vertex together are a star, and so is a CX. A matrix product
 * operator of bond 2.
 */
final class Star {
    private final int control;
    private final SortedMap<Integer, Gate2[]> targets = new TreeMap<>();

    Star(int control) {
        this.control = control;
    }

    int control() {
        return control;
    }

    /** Adds a target that has none yet. */
    void put(int site, Gate2 whenZero, Gate2 whenOne) {
        targets.put(site, new Gate2[] {whenZero, whenOne});
    }

    boolean isEmpty() {
        return targets.isEmpty();
    }

    int first() {
        return Math.min(control, targets.firstKey());
    }

    int last() {
        return Math.max(control, targets.lastKey());
    }

    /** What branch s does on a site that is not the control. */
    Gate2 on(int site, int s) {
        Gate2[] gates = targets.get(site);
        return gates == null ? Gate2.identity() : gates[s];
    }
}
