package org.shrinq.shrink;

import java.util.Arrays;
import org.shrinq.qubo.Bits;

/**
 * What became of every variable of a form: x_v = small bit ⊕ flip, or the constant flip. Enough to turn measured
 * strings into full ones without form and log. Immutable.
 */
public final class PostsolveMap {
    private final int qubits;
    private final int[] carrier;
    private final byte[] flip;

    private PostsolveMap(int qubits, int[] carrier, byte[] flip) {
        this.qubits = qubits;
        this.carrier = carrier;
        this.flip = flip;
    }

    /**
     * Arrays are copied.
     *
     * @param carrier per variable the qubit that carries it, −1 when it is fixed
     * @param flip per variable 0 or 1
     * @throws IllegalArgumentException for unequal lengths, unknown qubits or other flips
     */
    public static PostsolveMap of(int qubits, int[] carrier, byte[] flip) {
        if (carrier.length != flip.length) {
            throw new IllegalArgumentException(carrier.length + " carriers but " + flip.length + " flips");
        }
        for (int v = 0; v < carrier.length; v++) {
            if (carrier[v] < -1 || carrier[v] >= qubits || flip[v] < 0 || flip[v] > 1) {
                throw new IllegalArgumentException(
                        "variable " + v + " on qubit " + carrier[v] + " of " + qubits + " with flip " + flip[v]);
            }
        }
        return new PostsolveMap(qubits, carrier.clone(), flip.clone());
    }

    /** Number of qubits. */
    public int qubits() {
        return qubits;
    }

    /** Number of variables of the form. */
    public int variables() {
        return carrier.length;
    }

    /** The qubit that carries a variable, −1 when the variable is fixed. */
    public int carrier(int variable) {
        return carrier[variable];
    }

    /** 0 when a variable equals its carrier (or is fixed to 0), 1 when it is the opposite (or is fixed to 1). */
    public int flip(int variable) {
        return flip[variable];
    }

    /** The full state that a small state stands for. */
    public Bits expand(Bits small) {
        byte[] full = new byte[carrier.length];
        expand(small.toArray(), full);
        return Bits.of(full);
    }

    /**
     * The same without allocation.
     *
     * @param small 0/1, length {@link #qubits}; not modified
     * @param full length {@link #variables} or shorter; overwritten
     */
    public void expand(byte[] small, byte[] full) {
        for (int v = 0; v < full.length; v++) {
            full[v] = (byte) (carrier[v] < 0 ? flip[v] : small[carrier[v]] ^ flip[v]);
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof PostsolveMap m
                && m.qubits == qubits
                && Arrays.equals(m.carrier, carrier)
                && Arrays.equals(m.flip, flip);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(carrier) * 31 + Arrays.hashCode(flip);
    }

    @Override
    public String toString() {
        return "PostsolveMap[" + carrier.length + " variables on " + qubits + " qubits]";
    }
}
