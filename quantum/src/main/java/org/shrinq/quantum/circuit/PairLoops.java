package org.shrinq.quantum.circuit;

/** The loops that apply a 2×2 matrix to the pairs of amplitudes that differ in one qubit. */
interface PairLoops {
    /** state ← M on qubit q. */
    void apply(Amplitudes state, int q, GateMatrix m);

    /**
     * The 2×2 matrix C_rc = Σ conj(bra_r)·ket_c over the pairs of qubit q, and in the same pass bra ← M·bra, ket ←
     * M·ket.
     */
    GateMatrix crossThenApply(Amplitudes bra, Amplitudes ket, int q, GateMatrix m);

    /** The implementation chosen when this class was loaded. */
    static PairLoops chosen() {
        return PairLoopsChoice.CHOSEN;
    }
}
