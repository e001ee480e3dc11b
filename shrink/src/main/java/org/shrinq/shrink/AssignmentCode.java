package org.shrinq.shrink;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How qubits stand for what is left of an assignment: blocks of facilities that may permute among as many places.
 * Qubits for a block of k:
 *
 * <ul>
 *   <li>one-hot: k², one for k = 2, a bit for every facility and place; strings outside the code are infeasible;
 *   <li>binary: k⌈log₂ k⌉, one for k = 2, the number of every facility's place;
 *   <li>permutation: ⌈log₂ Π k!⌉ for all blocks together, the rank of the permutation ({@link
 *       org.shrinq.search.sampler.BlockPermutations}).
 * </ul>
 *
 * One-hot strings have a quadratic energy; of the other two only a table of energies is known, and a circuit stays
 * among the valid strings by the Grover mixer (Bärtschi and Eidenbenz 2020).
 */
public enum AssignmentCode {
    ONE_HOT("one-hot"),
    BINARY("binary"),
    PERMUTATION("permutation");

    private final String id;

    AssignmentCode(String id) {
        this.id = id;
    }

    /** "one-hot", "binary" or "permutation". */
    public String id() {
        return id;
    }

    public static Optional<AssignmentCode> ofId(String id) {
        return Arrays.stream(values()).filter(c -> c.id.equals(id)).findFirst();
    }

    /** Whether qubits are other than the variables of the small QUBO. */
    public boolean isCompact() {
        return this != ONE_HOT;
    }

    /** Qubits for blocks of these sizes, each at least 2. */
    public int qubits(List<Integer> sizes) {
        if (this == PERMUTATION) {
            double total = 1;
            for (int k : sizes) {
                for (int i = 2; i <= k; i++) {
                    total *= i;
                }
            }
            // exact: products that matter are whole numbers below 2⁵³
            return total <= 1
                    ? 0
                    : Math.getExponent(total) + (total > Math.scalb(1.0, Math.getExponent(total)) ? 1 : 0);
        }
        int sum = 0;
        for (int k : sizes) {
            sum += k == 2 ? 1 : this == BINARY ? k * bits(k) : k * k;
        }
        return sum;
    }

    /** ⌈log₂ k⌉. */
    static int bits(int k) {
        return k <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(k - 1);
    }
}
