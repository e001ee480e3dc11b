package org.shrinq.quantum.device;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Decomposition;
import org.shrinq.quantum.circuit.Gate;
import org.shrinq.quantum.circuit.GateKind;

/**
 * Writes circuits as OpenQASM 3 or 2 with a measurement of every qubit at the end, and reads such programs. Gates on
 * two qubits are written with {@code cx} and {@code cz} alone, gates on one with those of the standard include file, so
 * that every reader knows them. Bit {@code c[i]} is variable i; programs that print {@code c} as a number or text
 * (Qiskit) put variable 0 last, see {@link BitOrder}.
 */
public final class OpenQasm {
    private static final Set<GateKind> KEPT = Set.copyOf(EnumSet.of(GateKind.CX, GateKind.CZ));

    private OpenQasm() {}

    /** The dialects. */
    public enum Version {
        /** OpenQASM 3 (Cross et al. 2022) with {@code stdgates.inc}. */
        V3("OPENQASM 3.0;\ninclude \"stdgates.inc\";\n", "qubit[%d] q;\nbit[%d] c;\n", "c[%d] = measure q[%d];\n"),
        /** OpenQASM 2 (Cross et al. 2017) with {@code qelib1.inc}. */
        V2("OPENQASM 2.0;\ninclude \"qelib1.inc\";\n", "qreg q[%d];\ncreg c[%d];\n", "measure q[%2$d] -> c[%1$d];\n"),
        /** OpenQASM 3 as Amazon Braket takes it: no include file, and gates under Braket's own names. */
        BRAKET("OPENQASM 3.0;\n", "qubit[%d] q;\nbit[%d] c;\n", "c[%d] = measure q[%d];\n");

        private final String header;
        private final String registers;
        private final String measure;

        Version(String header, String registers, String measure) {
            this.header = header;
            this.registers = registers;
            this.measure = measure;
        }

        private String gateName(GateKind kind) {
            if (this == BRAKET) {
                return switch (kind) {
                    case PHASE -> "phaseshift";
                    case CX -> "cnot";
                    case SDG -> "si";
                    default -> kind.name().toLowerCase(Locale.ROOT);
                };
            }
            return switch (kind) {
                case PHASE -> this == V3 ? "p" : "u1";
                case U -> this == V3 ? "U" : "u3";
                default -> kind.name().toLowerCase(Locale.ROOT);
            };
        }
    }

    /**
     * The circuit with qubit i in {@code q[i]} and its measurement in {@code c[i]}.
     *
     * @throws IllegalArgumentException when the circuit has parameters without values, or no qubit
     */
    public static String write(Circuit circuit, Version version) {
        int[] identity = new int[circuit.qubits()];
        for (int i = 0; i < identity.length; i++) {
            identity[i] = i;
        }
        return write(circuit, identity, version);
    }

    /**
     * A routed circuit on the qubits that it uses: {@code q[k]} is the k-th of them ({@link Routed#used}), {@code c[i]}
     * is variable i wherever it ended.
     */
    public static String write(Routed routed, Version version) {
        MeasuredCircuit compact = routed.compact();
        int[] measured = compact.measured().stream().mapToInt(Integer::intValue).toArray();
        return write(compact.circuit(), measured, version);
    }

    /**
     * Reads a straight-line program in either dialect: one register of qubits, one of bits, gates of the standard
     * include files, measurements at the end.
     *
     * @throws IllegalArgumentException naming the line and what was expected
     */
    public static MeasuredCircuit read(String program) {
        return new OpenQasmReader().read(program);
    }

    private static String write(Circuit circuit, int[] measured, Version version) {
        if (circuit.parameters() > 0) {
            throw new IllegalArgumentException(
                    "the circuit has " + circuit.parameters() + " parameters without values. Maybe bind them first.");
        }
        if (circuit.qubits() == 0) {
            throw new IllegalArgumentException("a circuit without qubits cannot be written");
        }
        StringBuilder out = new StringBuilder(version.header);
        out.append("// variable i is measured into bit c[i]; texts that print c as a number put variable 0 last\n");
        out.append(String.format(Locale.ROOT, version.registers, circuit.qubits(), measured.length));
        for (Gate g : Decomposition.of(circuit, KEPT).gates()) {
            append(out, g, version);
        }
        for (int i = 0; i < measured.length; i++) {
            out.append(String.format(Locale.ROOT, version.measure, i, measured[i]));
        }
        return out.toString();
    }

    private static void append(StringBuilder out, Gate g, Version version) {
        if (version == Version.BRAKET && g.kind() == GateKind.U) { // equal up to a global phase
            append(out, Gate.of(GateKind.RZ, g.qubit(), g.angles().get(2)), version);
            append(out, Gate.of(GateKind.RY, g.qubit(), g.angles().get(0)), version);
            append(out, Gate.of(GateKind.RZ, g.qubit(), g.angles().get(1)), version);
            return;
        }
        out.append(version.gateName(g.kind()));
        if (!g.angles().isEmpty()) {
            out.append(g.angles().stream()
                    .map(a -> Double.toString(a.constant()))
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        out.append(" q[").append(g.qubit()).append(']');
        if (g.isTwoQubit()) {
            out.append(", q[").append(g.other()).append(']');
        }
        out.append(";\n");
    }
}
