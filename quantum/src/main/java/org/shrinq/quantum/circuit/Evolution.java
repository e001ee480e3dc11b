package org.shrinq.quantum.circuit;

import java.util.List;

/**
 * A parameterised state |ψ(θ)⟩ = U_L(θ) … U_1(θ)|start⟩ with exact gradients by the adjoint method (Jones and Gacon 2020,
 * arXiv 2009.02823): for an expectation E = ⟨ψ|O|ψ⟩ the vector O|ψ⟩ is carried back beside |ψ⟩, so that all derivatives
 * together cost about three evaluations. Not for use by two threads at once.
 */
public final class Evolution {
    private final Amplitudes start;
    private final List<Operator> operators;
    private final int parameters;

    /**
     * @param start the state before the first operator; not modified
     * @param operators in the order of time
     * @param parameters number of parameters m
     */
    public Evolution(Amplitudes start, List<Operator> operators, int parameters) {
        this.start = start;
        this.operators = List.copyOf(operators);
        this.parameters = parameters;
    }

    /** The evolution of a circuit from |0…0⟩; neighbouring gates are fused. At most {@value CircuitCompiler#MAX_QUBITS} qubits. */
    public static Evolution of(Circuit circuit) {
        List<Operator> compiled = CircuitCompiler.compile(circuit);
        return new Evolution(Amplitudes.ground(circuit.qubits()), compiled, circuit.parameters());
    }

    public int parameters() {
        return parameters;
    }

    /** Length of the state. */
    public int length() {
        return start.length();
    }

    /** |ψ(θ)⟩ as a fresh vector. */
    public Amplitudes run(double... values) {
        Amplitudes state = start.copy();
        evolve(state, values);
        return state;
    }

    /** Overwrites {@code state} with |ψ(θ)⟩; the parameters are not modified. */
    public void run(double[] values, Amplitudes state) {
        state.set(start);
        evolve(state, values);
    }

    private void evolve(Amplitudes state, double[] values) {
        if (values.length < parameters) {
            throw new IllegalArgumentException("expected " + parameters + " parameters, found " + values.length);
        }
        for (Operator u : operators) {
            u.apply(state, values);
        }
    }

    /**
     * Adds dL/dθ to {@code gradient}, where L is a real function of the state whose derivative by ⟨ψ| is {@code bra}: for
     * an expectation ⟨ψ|O|ψ⟩ that is O|ψ⟩, for a function of several expectations Σ (∂L/∂⟨O_i⟩)·O_i|ψ⟩.
     *
     * @param bra overwritten
     * @param ket |ψ(θ)⟩ on entry; overwritten
     * @param values not modified
     */
    public void backward(Amplitudes bra, Amplitudes ket, double[] values, double[] gradient) {
        for (int k = operators.size() - 1; k >= 0; k--) {
            operators.get(k).backward(bra, ket, values, gradient);
        }
    }

    /**
     * ⟨ψ|D|ψ⟩ for a diagonal observable D, with its gradient.
     *
     * @param observable one value per entry of the state; not modified
     * @param values not modified
     * @param gradient overwritten
     */
    public double valueAndGradient(double[] observable, double[] values, double[] gradient) {
        Amplitudes ket = run(values);
        double value = ket.expectation(observable);
        Amplitudes bra = ket.copy();
        bra.scaleBy(observable);
        java.util.Arrays.fill(gradient, 0.0);
        backward(bra, ket, values, gradient);
        return value;
    }
}
