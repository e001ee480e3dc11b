package org.shrinq.quantum.ansatz;

import org.shrinq.quantum.circuit.Amplitudes;

/**
 * A product of Pauli operators on some qubits: X or Y where {@code flips} has a bit, Z or Y where {@code signs} has
 * one. It maps |z⟩ to i^{#Y}·(−1)^{|z ∧ signs|}|z ⊕ flips⟩.
 */
record PauliString(int flips, int signs) {
    /** One operator on one qubit. */
    enum Axis {
        X(0),
        Y(1),
        Z(2);

        private final int component;

        Axis(int component) {
            this.component = component;
        }

        /** Place among the components of a Bloch vector: 0, 1 or 2. */
        int component() {
            return component;
        }
    }

    static PauliString of(Axis axis, int qubit) {
        int bit = 1 << qubit;
        return new PauliString(axis == Axis.Z ? 0 : bit, axis == Axis.X ? 0 : bit);
    }

    /** The product with a string on other qubits. */
    PauliString times(PauliString other) {
        if (((flips | signs) & (other.flips | other.signs)) != 0) {
            throw new IllegalArgumentException("the strings share a qubit");
        }
        return new PauliString(flips | other.flips, signs | other.signs);
    }

    private int ys() {
        return Integer.bitCount(flips & signs) & 3;
    }

    /** ⟨ψ|P|ψ⟩. O(length). */
    double expectation(Amplitudes state) {
        double[] re = state.re();
        double[] im = state.im();
        double a = 0;
        double b = 0;
        for (int z = 0; z < re.length; z++) {
            int w = z ^ flips;
            double x = re[w] * re[z] + im[w] * im[z];
            double y = re[w] * im[z] - im[w] * re[z];
            if ((Integer.bitCount(z & signs) & 1) == 0) {
                a += x;
                b += y;
            } else {
                a -= x;
                b -= y;
            }
        }
        return switch (ys()) {
            case 0 -> a;
            case 1 -> -b;
            case 2 -> -a;
            default -> b;
        };
    }

    /** out += weight·P|state⟩. O(length). The state is not modified. */
    void addApplied(double weight, Amplitudes state, Amplitudes out) {
        double[] re = state.re();
        double[] im = state.im();
        int ys = ys();
        double c = ys == 0 ? weight : ys == 2 ? -weight : 0;
        double s = ys == 1 ? weight : ys == 3 ? -weight : 0;
        for (int z = 0; z < re.length; z++) {
            int w = z ^ flips;
            int sign = 1 - 2 * (Integer.bitCount(z & signs) & 1);
            out.re()[w] += sign * (c * re[z] - s * im[z]);
            out.im()[w] += sign * (c * im[z] + s * re[z]);
        }
    }
}
