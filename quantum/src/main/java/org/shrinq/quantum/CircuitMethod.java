package org.shrinq.quantum;

import org.shrinq.quantum.circuit.Circuit;

/**
 * A method whose measured bits are the variables, so that its trained circuit can be written out, run elsewhere and its
 * counts brought back: bit i of a measured string is variable i of the QUBO.
 */
public interface CircuitMethod extends QuantumMethod {
    /**
     * The circuit that {@link #run} samples at the end, with numbers for angles.
     *
     * @param task the task that was run
     * @param parameters what the run returned
     * @throws IllegalArgumentException when the parameters are not those of such a run
     */
    Circuit circuit(QuantumTask task, ParameterSet parameters);
}
