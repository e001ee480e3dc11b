package org.shrinq.quantum.circuit;

/** One unitary factor U(θ) of an {@link Evolution}. May hold scratch memory: not for use by two threads at once. */
public interface Operator {
    /** state ← U(θ)·state. Parameters are not modified. */
    void apply(Amplitudes state, double[] parameters);

    /**
     * The adjoint step. With {@code ket} = U|φ⟩ and {@code bra} the adjoint vector after U, adds 2·Re⟨bra|∂U/∂θ_k|φ⟩ to
     * {@code gradient[k]} for every parameter of U, then undoes U on both vectors.
     *
     * @param bra overwritten with U†·bra
     * @param ket overwritten with U†·ket
     * @param parameters not modified
     * @param gradient added to
     */
    void backward(Amplitudes bra, Amplitudes ket, double[] parameters, double[] gradient);
}
