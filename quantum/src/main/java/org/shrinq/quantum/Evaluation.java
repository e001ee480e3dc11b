package org.shrinq.quantum;

/** How a circuit is evaluated in training. */
public enum Evaluation {
    /** Its whole state is simulated; a {@link QuantumOptions#backend backend} measures the trained circuit. */
    STATE,
    /**
     * Formulas for the expectation of one layer of the plain QAOA (Ozaeta, van Dam and McMahon 2020): no state
     * vector and no backend, thousands of qubits.
     */
    CLOSED_FORM
}
