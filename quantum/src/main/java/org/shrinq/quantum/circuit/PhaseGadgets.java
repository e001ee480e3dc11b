package org.shrinq.quantum.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts together again what compilers for gates on two qubits take apart: CX(a, b) RZ(θ, b) CX(a, b) is RZZ(θ), a phase
 * gadget (Cowtan et al. 2019, arXiv 1906.01734), and H(b) CZ(a, b) H(b) is CX(a, b). Diagonal gates on a may stand
 * between, since they commute with the control. For engines to which one RZZ costs less than three gates.
 */
public final class PhaseGadgets {
    private final List<@Nullable Gate> gates = new ArrayList<>(); // null where a gate went into another
    private final List<List<Integer>> onQubit = new ArrayList<>(); // places in gates, in the order of time

    private PhaseGadgets(int qubits) {
        for (int q = 0; q < qubits; q++) {
            onQubit.add(new ArrayList<>());
        }
    }

    /** A circuit with the same state up to a global phase; the given one where nothing is to be put together. */
    public static Circuit fold(Circuit circuit) {
        if (circuit.count(GateKind.CX) + circuit.count(GateKind.CZ) == 0) {
            return circuit; // as the ansaetze are, which training runs often
        }
        PhaseGadgets flips = new PhaseGadgets(circuit.qubits());
        circuit.gates().forEach(flips::addFlip);
        PhaseGadgets phases = new PhaseGadgets(circuit.qubits());
        flips.left().forEach(phases::addPhase);
        List<Gate> left = phases.left();
        return left.size() == circuit.gates().size() ? circuit : Circuit.of(circuit.qubits(), left);
    }

    private List<Gate> left() {
        return gates.stream().filter(Objects::nonNull).toList();
    }

    private void append(Gate gate) {
        int place = gates.size();
        gates.add(gate);
        onQubit.get(gate.qubit()).add(place);
        if (gate.isTwoQubit()) {
            onQubit.get(gate.other()).add(place);
        }
    }

    /** The gate that is so many steps back on a qubit, or null. */
    private @Nullable Gate back(int qubit, int steps) {
        List<Integer> places = onQubit.get(qubit);
        return places.size() < steps ? null : gates.get(places.get(places.size() - steps));
    }

    private int placeBack(int qubit, int steps) {
        List<Integer> places = onQubit.get(qubit);
        return places.get(places.size() - steps);
    }

    private void remove(int place) {
        Gate gate = gates.set(place, null);
        Integer boxed = place;
        onQubit.get(gate.qubit()).remove(boxed);
        if (gate.isTwoQubit()) {
            onQubit.get(gate.other()).remove(boxed);
        }
    }

    private void addFlip(Gate gate) {
        Gate flip = gate.kind() == GateKind.H ? back(gate.qubit(), 1) : null;
        Gate first = back(gate.qubit(), 2);
        if (flip == null || flip.kind() != GateKind.CZ || first == null || first.kind() != GateKind.H) {
            append(gate);
            return;
        }
        int target = gate.qubit();
        int place = placeBack(target, 1);
        int control = flip.qubit() == target ? flip.other() : flip.qubit();
        remove(placeBack(target, 2));
        gates.set(place, Gate.of(GateKind.CX, control, target));
    }

    private void addPhase(Gate gate) {
        if (gate.kind() != GateKind.CX) {
            append(gate);
            return;
        }
        int target = gate.other();
        int rotations = 0;
        while (isRotation(back(target, rotations + 1))) {
            rotations++;
        }
        if (rotations == 0 || !gate.equals(back(target, rotations + 1))) {
            append(gate);
            return;
        }
        int opening = placeBack(target, rotations + 1);
        int between = 1;
        while (placeBack(gate.qubit(), between) != opening) {
            Gate other = Objects.requireNonNull(back(gate.qubit(), between));
            if (other.isTwoQubit() || !other.kind().isDiagonal()) {
                append(gate);
                return;
            }
            between++;
        }
        List<Angle> angles = new ArrayList<>();
        for (; rotations > 0; rotations--) {
            angles.add(Objects.requireNonNull(back(target, 1)).angles().get(0));
            remove(placeBack(target, 1));
        }
        remove(opening);
        angles.forEach(angle -> append(Gate.of(GateKind.RZZ, gate.qubit(), target, angle)));
    }

    private static boolean isRotation(@Nullable Gate gate) {
        return gate != null && (gate.kind() == GateKind.RZ || gate.kind() == GateKind.PHASE);
    }
}
