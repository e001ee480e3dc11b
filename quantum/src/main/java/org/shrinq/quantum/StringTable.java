package org.shrinq.quantum;

import java.util.Arrays;
import java.util.List;
import org.shrinq.qubo.text.Brief;

/**
 * The strings among which a circuit moves, each with its energy: those of a code whose bits are no variables of a QUBO,
 * such as ranks of permutations. All other strings have amplitude zero. Immutable.
 */
public final class StringTable {
    private final int qubits;
    private final long[] strings;
    private final double[] energies;
    private final List<Exchange> exchanges;

    /**
     * A move between strings.
     *
     * @param partner per string the one that it is exchanged with, itself where there is none; not to be modified
     * @param weight by which a mixer's angle is multiplied
     */
    public record Exchange(int[] partner, double weight) {
        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    private StringTable(int qubits, long[] strings, double[] energies, List<Exchange> exchanges) {
        this.exchanges = exchanges;
        this.qubits = qubits;
        this.strings = strings;
        this.energies = energies;
    }

    /**
     * A table. Arrays are copied.
     *
     * @param qubits length of the strings, at most 62
     * @param strings state-vector indices, ascending, at least one
     * @param energies one each, finite
     * @throws IllegalArgumentException when they are anything else
     */
    public static StringTable of(int qubits, long[] strings, double[] energies) {
        if (qubits < 0 || qubits > 62) {
            throw new IllegalArgumentException("strings of " + qubits + " qubits, expected 0 to 62");
        }
        if (strings.length == 0 || strings.length != energies.length) {
            throw new IllegalArgumentException(strings.length + " strings with " + energies.length + " energies");
        }
        for (int k = 0; k < strings.length; k++) {
            long least = k == 0 ? 0 : strings[k - 1] + 1;
            if (strings[k] < least || strings[k] >= 1L << qubits || !Double.isFinite(energies[k])) {
                throw new IllegalArgumentException("string " + k + " is " + strings[k] + " with energy " + energies[k]
                        + ", expected from " + least + " to " + ((1L << qubits) - 1) + " and a finite energy");
            }
        }
        return new StringTable(qubits, strings.clone(), energies.clone(), List.of());
    }

    /**
     * The same with moves, for mixers that go from string to string. Arrays are kept.
     *
     * @throws IllegalArgumentException for a move that is no involution of the strings
     */
    public StringTable withExchanges(List<Exchange> value) {
        for (Exchange e : value) {
            if (e.partner.length != size()) {
                throw new IllegalArgumentException(e.partner.length + " partners for " + size() + " strings");
            }
            for (int k = 0; k < e.partner.length; k++) {
                int j = e.partner[k];
                if (j < 0 || j >= e.partner.length || e.partner[j] != k) {
                    throw new IllegalArgumentException(
                            "string " + k + " is exchanged with " + j + ", which is not exchanged with it");
                }
            }
        }
        return new StringTable(qubits, strings, energies, List.copyOf(value));
    }

    /** The moves, none unless given. */
    public List<Exchange> exchanges() {
        return exchanges;
    }

    /** Length of the strings. */
    public int qubits() {
        return qubits;
    }

    /** Number of strings. */
    public int size() {
        return strings.length;
    }

    /** String k as a state-vector index; they ascend. */
    public long string(int k) {
        return strings[k];
    }

    /** Energy of string k. */
    public double energy(int k) {
        return energies[k];
    }

    /**
     * The energy of a string.
     *
     * @throws IllegalArgumentException for one that is not in the table
     */
    public double energyOf(long string) {
        int at = Arrays.binarySearch(strings, string);
        if (at < 0) {
            throw new IllegalArgumentException("string " + string + " is not in the table");
        }
        return energies[at];
    }

    /** Mean energy. */
    public double mean() {
        double sum = 0;
        for (double e : energies) {
            sum += e;
        }
        return sum / energies.length;
    }

    /** Standard deviation of the energies. */
    public double deviation() {
        double mean = mean();
        double sum = 0;
        for (double e : energies) {
            sum += (e - mean) * (e - mean);
        }
        return Math.sqrt(sum / energies.length);
    }

    @Override
    public String toString() {
        return "StringTable[" + strings.length + " strings of " + qubits + " qubits]";
    }
}
