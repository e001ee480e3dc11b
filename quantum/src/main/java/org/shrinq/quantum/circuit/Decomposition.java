package org.shrinq.quantum.circuit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Rewrites gates in terms of fewer kinds, exactly, the global phase included, with parameters kept. */
public final class Decomposition {
    private Decomposition() {}

    /** Gates on one qubit, CX, CZ and SWAP: what every device, file format and simulator knows. */
    public static final Set<GateKind> COMMON = Set.copyOf(EnumSet.of(
            GateKind.H,
            GateKind.X,
            GateKind.Y,
            GateKind.Z,
            GateKind.S,
            GateKind.SDG,
            GateKind.RX,
            GateKind.RY,
            GateKind.RZ,
            GateKind.PHASE,
            GateKind.U,
            GateKind.CX,
            GateKind.CZ,
            GateKind.SWAP));

    /**
     * The circuit with every gate on two qubits that is not in {@code kept} written with CX and gates on one qubit. CX
     * itself is always kept.
     */
    public static Circuit of(Circuit circuit, Set<GateKind> kept) {
        Circuit.Builder b = Circuit.builder(circuit.qubits());
        for (Gate g : circuit.gates()) {
            expand(g, kept, b);
        }
        return b.build();
    }

    private static void expand(Gate g, Set<GateKind> kept, Circuit.Builder b) {
        if (!g.isTwoQubit() || g.kind() == GateKind.CX || kept.contains(g.kind())) {
            b.add(g);
        } else {
            for (Gate part : parts(g)) {
                expand(part, kept, b);
            }
        }
    }

    private static List<Gate> parts(Gate g) {
        int q = g.qubit();
        int r = g.other();
        Gate cx = Gate.of(GateKind.CX, q, r);
        return switch (g.kind()) {
            case CZ -> List.of(Gate.of(GateKind.H, r), cx, Gate.of(GateKind.H, r));
            case SWAP -> List.of(cx, Gate.of(GateKind.CX, r, q), cx);
            case CPHASE -> {
                Angle half = g.angles().get(0).times(0.5);
                yield List.of(
                        Gate.of(GateKind.PHASE, q, half),
                        Gate.of(GateKind.PHASE, r, half),
                        cx,
                        Gate.of(GateKind.PHASE, r, half.negated()),
                        cx);
            }
            case CRY -> {
                Angle half = g.angles().get(0).times(0.5);
                yield List.of(Gate.of(GateKind.RY, r, half), cx, Gate.of(GateKind.RY, r, half.negated()), cx);
            }
            case RZZ -> List.of(cx, Gate.of(GateKind.RZ, r, g.angles().get(0)), cx);
            case RXX -> conjugated(g, Gate.of(GateKind.H, q), Gate.of(GateKind.H, r));
            case RYY ->
                conjugated(
                        g,
                        Gate.of(GateKind.RX, q, Angle.of(Math.PI / 2)),
                        Gate.of(GateKind.RX, r, Angle.of(Math.PI / 2)));
            case XY -> {
                Angle half = g.angles().get(0).times(0.5);
                yield List.of(Gate.of(GateKind.RXX, q, r, half), Gate.of(GateKind.RYY, q, r, half));
            }
            default -> throw new IllegalArgumentException(g + " has no parts");
        };
    }

    /** RZZ between a change of basis on both qubits and its inverse. */
    private static List<Gate> conjugated(Gate g, Gate onQubit, Gate onOther) {
        return List.of(
                onQubit,
                onOther,
                Gate.of(GateKind.RZZ, g.qubit(), g.other(), g.angles().get(0)),
                onQubit.inverse(),
                onOther.inverse());
    }
}
