package org.shrinq.quantum.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A quantum circuit on n qubits that starts in |0…0⟩ and is measured in the computational basis: a list of gates in the
 * order of time, whose angles are numbers or refer to parameters θ_0 … θ_{m−1}. Immutable, compared by value.
 */
public final class Circuit {
    private final int qubits;
    private final int parameters;
    private final List<Gate> gates;

    private Circuit(int qubits, int parameters, List<Gate> gates) {
        this.qubits = qubits;
        this.parameters = parameters;
        this.gates = gates;
    }

    public static Builder builder(int qubits) {
        return new Builder(qubits);
    }

    /** A circuit from its gates. */
    public static Circuit of(int qubits, List<Gate> gates) {
        Builder b = builder(qubits);
        gates.forEach(b::add);
        return b.build();
    }

    /** Collects gates in the order of time. Not thread-safe. */
    public static final class Builder {
        private final int qubits;
        private final List<Gate> gates = new ArrayList<>();
        private int parameters;

        private Builder(int qubits) {
            if (qubits < 0) {
                throw new IllegalArgumentException("a circuit of " + qubits + " qubits");
            }
            this.qubits = qubits;
        }

        /**
         * Appends a gate.
         *
         * @throws IllegalArgumentException when it names a qubit that is not there
         */
        public Builder add(Gate gate) {
            if (Math.max(gate.qubit(), gate.other()) >= qubits) {
                throw new IllegalArgumentException(gate + " in a circuit of " + qubits + " qubits");
            }
            for (Angle a : gate.angles()) {
                parameters = Math.max(parameters, a.parameter() + 1);
            }
            gates.add(gate);
            return this;
        }

        public Builder add(GateKind kind, int qubit, Angle... angles) {
            return add(Gate.of(kind, qubit, angles));
        }

        public Builder add(GateKind kind, int qubit, int other, Angle... angles) {
            return add(Gate.of(kind, qubit, other, angles));
        }

        /** Appends all gates of a circuit on at most as many qubits. */
        public Builder addAll(Circuit circuit) {
            circuit.gates.forEach(this::add);
            return this;
        }

        public Circuit build() {
            return new Circuit(qubits, parameters, List.copyOf(gates));
        }
    }

    public int qubits() {
        return qubits;
    }

    /** Number of parameters m: one more than the largest index that a gate refers to. */
    public int parameters() {
        return parameters;
    }

    /** The gates in the order of time; unmodifiable. */
    public List<Gate> gates() {
        return gates;
    }

    /**
     * The circuit with every angle a number.
     *
     * @param values at least {@link #parameters} numbers; not modified
     */
    public Circuit bind(double... values) {
        if (values.length < parameters) {
            throw new IllegalArgumentException("expected " + parameters + " parameters, found " + values.length);
        }
        return new Circuit(qubits, 0, gates.stream().map(g -> g.bind(values)).toList());
    }

    /** The circuit that undoes this one. */
    public Circuit inverse() {
        List<Gate> reversed = new ArrayList<>(gates.size());
        for (int k = gates.size() - 1; k >= 0; k--) {
            reversed.add(gates.get(k).inverse());
        }
        return new Circuit(qubits, parameters, List.copyOf(reversed));
    }

    /** Time steps when every gate takes one and starts as soon as its qubits are free; measurement not counted. */
    public int depth() {
        int[] free = new int[qubits];
        for (Gate g : gates) {
            int start = g.isTwoQubit() ? Math.max(free[g.qubit()], free[g.other()]) : free[g.qubit()];
            free[g.qubit()] = start + 1;
            if (g.isTwoQubit()) {
                free[g.other()] = start + 1;
            }
        }
        return Arrays.stream(free).max().orElse(0);
    }

    public int count(GateKind kind) {
        return (int) gates.stream().filter(g -> g.kind() == kind).count();
    }

    public int twoQubitGates() {
        return (int) gates.stream().filter(Gate::isTwoQubit).count();
    }

    /** Depth and counts of the gates as they stand, on qubits that are all coupled. */
    public CircuitCost cost() {
        return new CircuitCost(depth(), gates.size(), twoQubitGates());
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Circuit c && c.qubits == qubits && c.gates.equals(gates);
    }

    @Override
    public int hashCode() {
        return 31 * gates.hashCode() + qubits;
    }

    @Override
    public String toString() {
        return "Circuit[" + qubits + " qubits, " + gates.size() + " gates, " + twoQubitGates()
                + " on two qubits, depth " + depth() + ", " + parameters + " parameters]";
    }
}
