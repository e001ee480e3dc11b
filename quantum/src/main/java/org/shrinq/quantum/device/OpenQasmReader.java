package org.shrinq.quantum.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shrinq.quantum.circuit.Angle;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Gate;
import org.shrinq.quantum.circuit.GateKind;

/**
 * Reads straight-line OpenQASM 2 and 3: one quantum and one classical register, the gates of the standard include files that
 * {@link GateKind} has, measurements at the end. Used once.
 */
final class OpenQasmReader {
    /** Registers of devices are smaller, and strings of matrix product states too. */
    private static final int MOST_QUBITS = 999;

    private static final Map<String, GateKind> GATES = gates();
    private static final Pattern DECLARATION =
            Pattern.compile("(qreg|creg)\\s+(\\w+)\\s*\\[\\s*(\\d+)\\s*]|(qubit|bit)\\s*\\[\\s*(\\d+)\\s*]\\s*(\\w+)");
    private static final Pattern MEASURE_2 = Pattern.compile("measure\\s+(.+?)\\s*->\\s*(.+)");
    private static final Pattern MEASURE_3 = Pattern.compile("(.+?)\\s*=\\s*measure\\s+(.+)");
    private static final Pattern CALL = Pattern.compile("([A-Za-z]\\w*)\\s*(?:\\((.*)\\))?\\s*([A-Za-z_].*)");
    private static final Pattern OPERAND = Pattern.compile("(\\w+)\\s*(?:\\[\\s*(\\d{1,9})\\s*])?");

    /** Of a statement in a message. */
    private static final int LONGEST_SHOWN = 60;

    private record Register(String name, int size) {}

    private Register quantum = new Register("", 0);
    private Register classical = new Register("", 0);
    private final List<Gate> gates = new ArrayList<>();
    private int[] measured = {};
    private boolean ended;
    private int line;
    private String statement = "";

    private static Map<String, GateKind> gates() {
        Map<String, GateKind> m = new HashMap<>();
        for (GateKind kind : GateKind.values()) {
            if (kind != GateKind.XY && kind != GateKind.PHASE && kind != GateKind.CPHASE && kind != GateKind.U) {
                m.put(kind.name().toLowerCase(java.util.Locale.ROOT), kind);
            }
        }
        m.put("p", GateKind.PHASE);
        m.put("u1", GateKind.PHASE);
        m.put("cp", GateKind.CPHASE);
        m.put("cu1", GateKind.CPHASE);
        m.put("U", GateKind.U);
        m.put("u3", GateKind.U);
        m.put("u", GateKind.U);
        m.put("CX", GateKind.CX);
        m.put("cnot", GateKind.CX);
        m.put("si", GateKind.SDG);
        m.put("phaseshift", GateKind.PHASE);
        m.put("cphaseshift", GateKind.CPHASE);
        return m;
    }

    MeasuredCircuit read(String program) {
        // comments become blanks, so that lines keep their numbers
        Matcher comments =
                Pattern.compile("//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL).matcher(program);
        String text = comments.replaceAll(m -> m.group().replaceAll("[^\n]", " "));
        int from = 0;
        line = 1;
        for (int end = text.indexOf(';'); end >= 0; end = text.indexOf(';', from)) {
            String raw = text.substring(from, end);
            int lead = raw.length() - raw.stripLeading().length();
            line += newlines(raw.substring(0, lead));
            statement = raw.strip().replaceAll("\\s+", " ");
            if (!statement.isEmpty()) {
                execute();
            }
            line += newlines(raw.substring(lead));
            from = end + 1;
        }
        if (!text.substring(from).isBlank()) {
            statement = text.substring(from).strip();
            throw wrong("expected ';'");
        }
        statement = "the end of the file";
        for (int i = 0; i < measured.length; i++) {
            if (measured[i] < 0) {
                throw wrong("bit " + classical.name + "[" + i + "] is never measured");
            }
        }
        if (measured.length == 0) {
            throw wrong("nothing is measured");
        }
        return new MeasuredCircuit(
                Circuit.of(quantum.size, gates), Arrays.stream(measured).boxed().toList());
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private IllegalArgumentException wrong(String message) {
        String shown = statement.replaceAll("\\s+", " ");
        if (shown.length() > LONGEST_SHOWN) {
            shown = shown.substring(0, LONGEST_SHOWN) + "…";
        }
        return new IllegalArgumentException("line " + line + ": '" + shown + "': " + message);
    }

    private void execute() {
        if (statement.startsWith("OPENQASM ") || statement.startsWith("include ") || statement.startsWith("barrier")) {
            return;
        }
        Matcher m = DECLARATION.matcher(statement);
        if (m.matches()) {
            boolean old = m.group(1) != null;
            declare(old ? m.group(1) : m.group(4), old ? m.group(2) : m.group(6), old ? m.group(3) : m.group(5));
            return;
        }
        Matcher two = MEASURE_2.matcher(statement);
        Matcher three = MEASURE_3.matcher(statement);
        if (two.matches()) {
            measure(two.group(1), two.group(2));
        } else if (three.matches()) {
            measure(three.group(2), three.group(1));
        } else {
            gate();
        }
    }

    private void declare(String kind, String name, String size) {
        boolean isQuantum = kind.startsWith("q");
        if ((isQuantum ? quantum : classical).size > 0) {
            throw wrong("a second register; expected one of qubits and one of bits");
        }
        int n = size.length() > 3 ? 0 : Integer.parseInt(size);
        if (n < 1 || n > MOST_QUBITS) {
            throw wrong("a register of " + size + ", expected 1 to " + MOST_QUBITS);
        }
        if (isQuantum) {
            quantum = new Register(name, n);
        } else {
            classical = new Register(name, n);
            measured = new int[n];
            Arrays.fill(measured, -1);
        }
    }

    /** The places that an operand names: one, or the whole register. */
    private int[] places(String operand, Register register) {
        Matcher m = OPERAND.matcher(operand.strip());
        if (!m.matches() || !m.group(1).equals(register.name)) {
            throw wrong("'" + operand.strip() + "' is not in register '" + register.name + "'");
        }
        if (m.group(2) == null) {
            int[] all = new int[register.size];
            Arrays.setAll(all, i -> i);
            return all;
        }
        int index = Integer.parseInt(m.group(2));
        if (index >= register.size) {
            throw wrong("register '" + register.name + "' has " + register.size + " places");
        }
        return new int[] {index};
    }

    private void measure(String from, String to) {
        int[] qubits = places(from, quantum);
        int[] bits = places(to, classical);
        if (qubits.length != bits.length) {
            throw wrong(qubits.length + " qubits into " + bits.length + " bits");
        }
        for (int k = 0; k < bits.length; k++) {
            measured[bits[k]] = qubits[k];
        }
        ended = true;
    }

    private void gate() {
        Matcher m = CALL.matcher(statement);
        GateKind kind = m.matches() ? GATES.get(m.group(1)) : null;
        if (kind == null) {
            throw wrong("not a statement that is known here");
        }
        if (ended) {
            throw wrong("a gate after a measurement");
        }
        String arguments = m.group(2) == null ? "" : m.group(2);
        List<Angle> angles = new ArrayList<>();
        if (!arguments.isBlank()) {
            for (String argument : arguments.split(",", -1)) {
                angles.add(Angle.of(angle(argument)));
            }
        }
        String[] operands = m.group(3).split(",", -1);
        if (operands.length != kind.qubits() || angles.size() != kind.angles()) {
            throw wrong(
                    m.group(1) + " takes " + count(kind.angles(), "angle") + " and " + count(kind.qubits(), "qubit"));
        }
        int[] first = places(operands[0], quantum);
        if (kind.qubits() == 1) {
            for (int q : first) {
                gates.add(new Gate(kind, q, Gate.NONE, angles));
            }
            return;
        }
        int[] second = places(operands[1], quantum);
        if (first.length != 1 || second.length != 1 || first[0] == second[0]) {
            throw wrong("expected two different qubits");
        }
        gates.add(new Gate(kind, first[0], second[0], angles));
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    private double angle(String text) {
        try {
            return new AngleExpression(text).value();
        } catch (IllegalArgumentException e) {
            throw wrong("angle '" + text.strip() + "': " + e.getMessage());
        }
    }
}
