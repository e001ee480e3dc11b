package org.shrinq.quantum.device;

import java.util.List;
import org.shrinq.quantum.circuit.Circuit;

/**
 * A circuit with the classical bits that its qubits are measured into at the end.
 *
 * @param circuit without free parameters
 * @param measured entry i is the qubit whose measurement is bit i
 */
public record MeasuredCircuit(Circuit circuit, List<Integer> measured) {
    public MeasuredCircuit {
        measured = List.copyOf(measured);
    }

    /** The classical register that a measured state index means: bit i of the result is bit i of the register. */
    public long register(long index) {
        long register = 0;
        for (int i = 0; i < measured.size(); i++) {
            register |= (index >>> measured.get(i) & 1) << i;
        }
        return register;
    }
}
