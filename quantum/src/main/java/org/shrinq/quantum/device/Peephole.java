package org.shrinq.quantum.device;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Gate;
import org.shrinq.quantum.circuit.GateKind;

/** Removes what undoes itself. */
final class Peephole {
    private Peephole() {}

    /** Removes pairs of equal CX gates with nothing on their qubits in between, until there are none. */
    static Circuit cancelCx(Circuit circuit) {
        List<Gate> kept = new ArrayList<>();
        int[][] last = new int[circuit.qubits()][]; // per qubit, indices of its gates in kept, as a stack
        int[] size = new int[circuit.qubits()];
        List<Boolean> removed = new ArrayList<>();
        for (Gate g : circuit.gates()) {
            int top = size[g.qubit()] == 0 ? -1 : last[g.qubit()][size[g.qubit()] - 1];
            if (g.kind() == GateKind.CX
                    && top >= 0
                    && size[g.other()] > 0
                    && last[g.other()][size[g.other()] - 1] == top
                    && kept.get(top).equals(g)) {
                removed.set(top, true);
                size[g.qubit()]--;
                size[g.other()]--;
                continue;
            }
            push(last, size, g.qubit(), kept.size());
            if (g.isTwoQubit()) {
                push(last, size, g.other(), kept.size());
            }
            kept.add(g);
            removed.add(false);
        }
        Circuit.Builder b = Circuit.builder(circuit.qubits());
        for (int k = 0; k < kept.size(); k++) {
            if (!removed.get(k)) {
                b.add(kept.get(k));
            }
        }
        return b.build();
    }

    private static void push(int[][] stacks, int[] size, int q, int value) {
        if (stacks[q] == null) {
            stacks[q] = new int[16];
        } else if (size[q] == stacks[q].length) {
            stacks[q] = java.util.Arrays.copyOf(stacks[q], 2 * size[q]);
        }
        stacks[q][size[q]++] = value;
    }
}
