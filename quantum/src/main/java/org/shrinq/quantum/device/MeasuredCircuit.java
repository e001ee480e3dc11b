package org.shrinq.quantum.device;

import java.util.List;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Gate;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.text.Brief;

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

    /**
     * The same without the qubits that no gate touches and nothing measures, such as the idle ones of a large device.
     */
    public MeasuredCircuit compact() {
        int[] to = new int[circuit.qubits()];
        measured.forEach(q -> to[q] = 1);
        for (Gate g : circuit.gates()) {
            to[g.qubit()] = 1;
            if (g.isTwoQubit()) {
                to[g.other()] = 1;
            }
        }
        int used = 0;
        for (int q = 0; q < to.length; q++) {
            to[q] = to[q] == 1 ? used++ : -1;
        }
        return new MeasuredCircuit(
                Circuit.of(
                        used,
                        circuit.gates().stream().map(g -> g.relabelled(to)).toList()),
                measured.stream().map(q -> to[q]).toList());
    }

    /** The classical register that a measured state index means: bit i of the result is bit i of the register. */
    public long register(long index) {
        long register = 0;
        for (int i = 0; i < measured.size(); i++) {
            register |= (index >>> measured.get(i) & 1) << i;
        }
        return register;
    }

    /** The same of the measured bits of any number of qubits: bit i of the result is bit i of the register. */
    public Bits register(Bits qubits) {
        byte[] register = new byte[measured.size()];
        for (int i = 0; i < register.length; i++) {
            register[i] = (byte) qubits.get(measured.get(i));
        }
        return Bits.of(register);
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
