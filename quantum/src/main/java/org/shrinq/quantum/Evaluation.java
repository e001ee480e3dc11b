package org.shrinq.quantum;

/** How a circuit is evaluated in training. */
public enum Evaluation {
    /** Its whole state is simulated; a {@link QuantumOptions#backend backend} measures the trained circuit. */
    STATE("statevector"),
    /**
     * Formulas for the expectation of one layer of the plain QAOA (Ozaeta, van Dam and McMahon 2020): no state
     * vector and no backend, thousands of qubits.
     */
    CLOSED_FORM("closed-form"),
    /**
     * Exact expectations of the plain QAOA from the light cones of its terms ({@link
     * org.shrinq.quantum.lightcone.LightConeQaoa}): no state vector and no backend, sparse problems of thousands of
     * variables.
     */
    LIGHT_CONE("light-cone"),
    /**
     * A matrix product state of limited bond ({@link org.shrinq.quantum.mps.MpsState}), from which the strings are
     * drawn too: up to several hundred qubits.
     */
    MATRIX_PRODUCT("mps");

    /** With more qubits no state vector is tried, whatever the heap: a run must not depend on it. */
    public static final int MOST_STATE_QUBITS = 30;

    private final String id;

    Evaluation(String id) {
        this.id = id;
    }

    /** The name in results and on the command line, as of a backend: {@code mps}. */
    public String id() {
        return id;
    }
}
