package org.shrinq.quantum.circuit;

import java.util.List;
import org.shrinq.qubo.text.Brief;

/**
 * A gate at its place.
 *
 * @param kind what it does
 * @param qubit its qubit; the control of a controlled gate
 * @param other its second qubit, or {@link #NONE} for a gate on one
 * @param angles as many as {@link GateKind#angles}
 */
public record Gate(GateKind kind, int qubit, int other, List<Angle> angles) {
    /** No second qubit. */
    public static final int NONE = -1;

    public Gate {
        angles = List.copyOf(angles);
        if (angles.size() != kind.angles()) {
            throw new IllegalArgumentException(kind + " takes " + kind.angles() + " angles, found " + angles.size());
        }
        if (qubit < 0 || (kind.qubits() == 1 ? other != NONE : other < 0 || other == qubit)) {
            throw new IllegalArgumentException(kind + " on qubits " + qubit + " and " + other);
        }
    }

    /** A gate on one qubit. */
    public static Gate of(GateKind kind, int qubit, Angle... angles) {
        return new Gate(kind, qubit, NONE, List.of(angles));
    }

    /** A gate on two qubits. */
    public static Gate of(GateKind kind, int qubit, int other, Angle... angles) {
        return new Gate(kind, qubit, other, List.of(angles));
    }

    public boolean isTwoQubit() {
        return other != NONE;
    }

    public boolean isConstant() {
        for (Angle a : angles) {
            if (!a.isConstant()) {
                return false;
            }
        }
        return true;
    }

    public boolean touches(int q) {
        return qubit == q || other == q;
    }

    /** The same gate on qubits {@code to[qubit]} and {@code to[other]}. Not modified. */
    public Gate relabelled(int[] to) {
        return new Gate(kind, to[qubit], other == NONE ? NONE : to[other], angles);
    }

    /** The same gate with its two qubits exchanged; for gates on two. */
    public Gate exchanged() {
        int first = other;
        int second = qubit;
        return new Gate(kind, first, second, angles);
    }

    /** The same gate with its angles as numbers. The array is not modified. */
    public Gate bind(double[] parameters) {
        return isConstant()
                ? this
                : new Gate(
                        kind,
                        qubit,
                        other,
                        angles.stream().map(a -> Angle.of(a.value(parameters))).toList());
    }

    /** The gate that undoes this one. */
    public Gate inverse() {
        return switch (kind) {
            case H, X, Y, Z, CX, CZ, SWAP -> this;
            case S -> new Gate(GateKind.SDG, qubit, other, angles);
            case SDG -> new Gate(GateKind.S, qubit, other, angles);
            case U ->
                new Gate(
                        kind,
                        qubit,
                        other,
                        List.of(
                                angles.get(0).negated(),
                                angles.get(2).negated(),
                                angles.get(1).negated()));
            default -> new Gate(kind, qubit, other, List.of(angles.get(0).negated()));
        };
    }

    /** The angles' values in radians. The array is not modified. */
    double[] values(double[] parameters) {
        double[] v = new double[angles.size()];
        for (int k = 0; k < v.length; k++) {
            v[k] = angles.get(k).value(parameters);
        }
        return v;
    }

    /** The matrix for the given parameters; with two qubits, {@code qubit} is the low bit of its indices. */
    public GateMatrix matrix(double[] parameters) {
        return GateMatrix.of(kind, values(parameters));
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
