package org.shrinq.quantum.device;

import org.shrinq.qubo.Bits;

/** In which order a text lists the measured bits. This is the one place where bits are reversed. */
public enum BitOrder {
    /** Variable 0 is the first character: Shrinq, Amazon Braket, Cirq. */
    FIRST_VARIABLE_FIRST,
    /** Variable 0 is the last character: Qiskit and everything that prints a classical register as a number. */
    FIRST_VARIABLE_LAST;

    /**
     * Reads a text of 0 and 1.
     *
     * @throws IllegalArgumentException on any other character
     */
    public Bits parse(String text) {
        return Bits.parse(ordered(text));
    }

    /** Writes a string in this order. */
    public String format(Bits bits) {
        return ordered(bits.toString());
    }

    private String ordered(String text) {
        return this == FIRST_VARIABLE_FIRST
                ? text
                : new StringBuilder(text).reverse().toString();
    }
}
