package org.shrinq.quantum;

/**
 * A real function of the measured bitstring, that is a diagonal operator O = Σ_z f(z)|z⟩⟨z|, to be minimised; bit i of
 * an index is variable i. Any such function can be trained on.
 */
@FunctionalInterface
public interface Observable {
    /** f(z) for the basis state with that index; finite, and the same each time. */
    double valueAt(long index);

    /**
     * A table of 2ⁿ values in index order.
     *
     * @param table kept, not copied: must not be modified afterwards
     */
    static Observable ofTable(double[] table) {
        return index -> table[Math.toIntExact(index)];
    }
}
