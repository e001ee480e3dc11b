package org.shrinq.quantum.circuit;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.shrinq.qubo.text.Brief;

/**
 * A parameterised state |ψ(θ)⟩ = U_L(θ) … U_1(θ)|start⟩ with exact gradients by the adjoint method (Jones and Gacon
 * 2020, arXiv 2009.02823): for an expectation E = ⟨ψ|O|ψ⟩ the vector O|ψ⟩ is carried back beside |ψ⟩, so that all
 * derivatives together cost about three evaluations. Not for use by two threads at once.
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

    /**
     * The evolution of a circuit from |0…0⟩; neighbouring gates are fused. At most {@value CircuitCompiler#MAX_QUBITS}
     * qubits.
     */
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
        evolve(state, values, () -> false);
        return state;
    }

    /** Overwrites {@code state} with |ψ(θ)⟩; the parameters are not modified. */
    public void run(double[] values, Amplitudes state) {
        run(values, state, () -> false);
    }

    /**
     * As {@link #run(double[], Amplitudes)}, unless it is stopped.
     *
     * @param stop asked before every operator; once true, the state is left unfinished
     * @return whether it was finished
     */
    public boolean run(double[] values, Amplitudes state, BooleanSupplier stop) {
        state.set(start);
        return evolve(state, values, stop);
    }

    private boolean evolve(Amplitudes state, double[] values, BooleanSupplier stop) {
        if (values.length < parameters) {
            throw new IllegalArgumentException("expected " + parameters + " parameters, found " + values.length);
        }
        for (Operator u : operators) {
            if (stop.getAsBoolean()) {
                return false;
            }
            u.apply(state, values);
        }
        return true;
    }

    /**
     * Adds dL/dθ to {@code gradient}, where L is a real function of the state whose derivative by ⟨ψ| is {@code bra}:
     * for an expectation ⟨ψ|O|ψ⟩ that is O|ψ⟩, for a function of several expectations Σ (∂L/∂⟨O_i⟩)·O_i|ψ⟩.
     *
     * @param bra overwritten
     * @param ket |ψ(θ)⟩ on entry; overwritten
     * @param values not modified
     * @param stop asked before every operator; once true, the gradient is left unfinished
     * @return whether it was finished
     */
    public boolean backward(Amplitudes bra, Amplitudes ket, double[] values, double[] gradient, BooleanSupplier stop) {
        for (int k = operators.size() - 1; k >= 0; k--) {
            if (stop.getAsBoolean()) {
                return false;
            }
            operators.get(k).backward(bra, ket, values, gradient);
        }
        return true;
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
        backward(bra, ket, values, gradient, () -> false);
        return value;
    }

    @Override
    public String toString() {
        return Brief.of(this, "operators", operators.size(), "parameters", parameters);
    }
}
