package org.shrinq.quantum.device;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.CircuitCost;
import org.shrinq.quantum.circuit.Gate;

/**
 * A circuit laid out on a device: gates on one qubit and CX between coupled physical qubits only. Immutable.
 *
 * @see Router
 */
public final class Routed {
    private final Coupling coupling;
    private final Circuit circuit;
    private final int[] initialLayout;
    private final int[] finalLayout;

    Routed(Coupling coupling, Circuit circuit, int[] initialLayout, int[] finalLayout) {
        this.coupling = coupling;
        this.circuit = circuit;
        this.initialLayout = initialLayout;
        this.finalLayout = finalLayout;
    }

    public Coupling coupling() {
        return coupling;
    }

    /** The circuit on physical qubits. */
    public Circuit circuit() {
        return circuit;
    }

    /** Entry i is the physical qubit on which variable i starts; a copy. */
    public int[] initialLayout() {
        return initialLayout.clone();
    }

    /** Entry i is the physical qubit on which variable i is measured; a copy. */
    public int[] finalLayout() {
        return finalLayout.clone();
    }

    /**
     * The device's qubits that some gate touches or that are measured, ascending: a program needs to declare no others.
     */
    public int[] used() {
        boolean[] used = new boolean[circuit.qubits()];
        for (Gate g : circuit.gates()) {
            used[g.qubit()] = true;
            if (g.isTwoQubit()) {
                used[g.other()] = true;
            }
        }
        for (int q : finalLayout) {
            used[q] = true;
        }
        return IntStream.range(0, used.length).filter(q -> used[q]).toArray();
    }

    /** The circuit on the {@link #used} qubits alone, with the measured ones: qubit k is the k-th of them. */
    public MeasuredCircuit compact() {
        return new MeasuredCircuit(circuit, Arrays.stream(finalLayout).boxed().toList()).compact();
    }

    /** Depth and counts in gates on one qubit and CX. */
    public CircuitCost cost() {
        return circuit.cost();
    }

    @Override
    public String toString() {
        return "Routed[" + coupling + ", " + circuit + ", measured " + Arrays.toString(finalLayout) + "]";
    }
}
