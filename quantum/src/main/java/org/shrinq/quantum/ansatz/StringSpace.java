package org.shrinq.quantum.ansatz;

import java.util.List;
import org.shrinq.qubo.Qubo;

/**
 * The strings that the entries of a state stand for: all 2ⁿ of them, or the product of one-hot groups and free bits.
 * Digit g takes {@code radix(g)} values; entry k has digits k mod radix(0), (k / radix(0)) mod radix(1), … Immutable.
 */
final class StringSpace {
    /** An array of states has no more. */
    private static final double MOST = 1 << 30;

    private final int[][] variables;
    private final int size;

    private StringSpace(int[][] variables, int size) {
        this.variables = variables;
        this.size = size;
    }

    /** All strings of n bits; the entry is the index. */
    static StringSpace all(int n) {
        return of(n, List.of());
    }

    /**
     * Exactly one variable of each group is 1; the others are free. Digit order: groups and free variables by their
     * smallest variable.
     *
     * @throws IllegalArgumentException when there are more than 2³⁰ strings, or more than 62 variables
     */
    static StringSpace of(int n, List<int[]> groups) {
        if (n > 62) {
            throw new IllegalArgumentException("at most 62 variables fit an index, there are " + n);
        }
        double size = count(n, groups);
        if (size > MOST) {
            throw new IllegalArgumentException(
                    "more than 2^30 strings. Maybe shrink to fewer variables, " + n + " are too many.");
        }
        int[] groupOf = new int[n];
        java.util.Arrays.fill(groupOf, -1);
        for (int g = 0; g < groups.size(); g++) {
            for (int v : groups.get(g)) {
                groupOf[v] = g;
            }
        }
        boolean[] done = new boolean[groups.size()];
        java.util.ArrayList<int[]> digits = new java.util.ArrayList<>();
        for (int v = 0; v < n; v++) {
            int g = groupOf[v];
            if (g >= 0 && done[g]) {
                continue;
            }
            int[] digit = g < 0 ? new int[] {v} : groups.get(g).clone();
            if (g >= 0) {
                done[g] = true;
            }
            digits.add(digit);
        }
        int[][] table = new int[digits.size()][];
        for (int d = 0; d < table.length; d++) {
            int[] digit = digits.get(d);
            boolean free = groupOf[digit[0]] < 0;
            // a free bit is the digit {none, v}
            table[d] = free ? new int[] {-1, digit[0]} : digit;
        }
        return new StringSpace(table, (int) size);
    }

    /** Number of strings of n bits of which each group has exactly one 1, whatever that is. */
    static double count(int n, List<int[]> groups) {
        double count = Math.pow(2, n);
        for (int[] group : groups) {
            count = count / Math.pow(2, group.length) * group.length;
        }
        return count;
    }

    /** Number of strings, the length of the state. */
    int size() {
        return size;
    }

    int digits() {
        return variables.length;
    }

    /** Number of values of a digit. */
    int radix(int digit) {
        return variables[digit].length;
    }

    /** True when the digit is one bit that may be 0 or 1. */
    boolean isFree(int digit) {
        return variables[digit][0] < 0;
    }

    /** The variable that is 1 when the digit has that value; −1 for none. */
    int variable(int digit, int value) {
        return variables[digit][value];
    }

    /** The state-vector index of the string at an entry. */
    long index(int entry) {
        long index = 0;
        int rest = entry;
        for (int[] digit : variables) {
            int v = digit[rest % digit.length];
            rest /= digit.length;
            if (v >= 0) {
                index |= 1L << v;
            }
        }
        return index;
    }

    /** Energy of every entry, offset included; O(size) additions once the first digits are done. */
    double[] energies(Qubo qubo) {
        double[] e = new double[size];
        double[] field = new double[size];
        e[0] = qubo.offset();
        int filled = 1;
        for (int d = 0; d < variables.length; d++) {
            int[] digit = variables[d];
            // from the last value down, so that the block of value 0 is overwritten last
            for (int value = digit.length - 1; value >= 0; value--) {
                int v = digit[value];
                if (v >= 0) {
                    fields(qubo, v, d, field);
                }
                for (int k = 0; k < filled; k++) {
                    e[value * filled + k] = v < 0 ? e[k] : e[k] + field[k];
                }
            }
            filled *= digit.length;
        }
        return e;
    }

    /** l_v + Σ_j q_vj x_j over the entries of the digits before {@code end}. */
    private void fields(Qubo qubo, int v, int end, double[] field) {
        field[0] = qubo.linear(v);
        int filled = 1;
        for (int d = 0; d < end; d++) {
            int[] digit = variables[d];
            for (int value = digit.length - 1; value >= 0; value--) {
                double q = digit[value] < 0 ? 0 : qubo.coupling(v, digit[value]);
                for (int k = 0; k < filled; k++) {
                    field[value * filled + k] = field[k] + q;
                }
            }
            filled *= digit.length;
        }
    }
}
