package org.shrinq.quantum.device;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shrinq.quantum.circuit.Angle;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.GateKind;

/**
 * A small reader of the OpenQASM 2 and 3 subset that devices accept, written from the language definition and sharing
 * nothing with the writer: statements end at a semicolon, registers may have any name, angles may be expressions with
 * π, and gates run on a plain state vector of its own. {@link #probabilities} is over the classical register, bit k of
 * an index being c[k].
 */
final class QasmInterpreter {
    private static final Pattern CALL = Pattern.compile("([A-Za-z]\\w*)\\s*(?:\\(([^)]*)\\))?\\s+(.*)");
    private static final Pattern INDEXED = Pattern.compile("([A-Za-z]\\w*)\\s*\\[\\s*(\\d+)\\s*]");

    private static final Map<String, String> BRAKET = Map.ofEntries(
            Map.entry("h", "h"),
            Map.entry("x", "x"),
            Map.entry("y", "y"),
            Map.entry("z", "z"),
            Map.entry("s", "s"),
            Map.entry("si", "sdg"),
            Map.entry("rx", "rx"),
            Map.entry("ry", "ry"),
            Map.entry("rz", "rz"),
            Map.entry("phaseshift", "p"),
            Map.entry("cnot", "cx"),
            Map.entry("cz", "cz"));

    private final Map<String, Integer> quantum = new HashMap<>();
    private final Map<String, Integer> classical = new HashMap<>();
    private final Map<Integer, Integer> measuredInto = new HashMap<>();
    private final List<String> log = new ArrayList<>();
    private Circuit.Builder translated = Circuit.builder(0);
    private int qubits;
    private int bits;
    private int version;
    private boolean included;
    private double[] re = {1};
    private double[] im = {0};

    QasmInterpreter(String program) {
        String text = program.replaceAll("//[^\n]*", "");
        for (String raw : text.split(";")) {
            String s = raw.strip();
            if (!s.isEmpty()) {
                execute(s);
            }
        }
    }

    int version() {
        return version;
    }

    int qubits() {
        return qubits;
    }

    List<String> gateNames() {
        return log;
    }

    /** The gates as a circuit, for other backends. */
    Circuit circuit() {
        return translated.build();
    }

    private void execute(String s) {
        if (s.startsWith("OPENQASM")) {
            version = s.contains("3") ? 3 : 2;
        } else if (s.startsWith("include")) {
            included = true;
            if (!s.contains(version == 3 ? "\"stdgates.inc\"" : "\"qelib1.inc\"")) {
                throw new IllegalStateException(s);
            }
        } else if (version == 2 && (s.startsWith("qreg") || s.startsWith("creg"))) {
            Matcher m = INDEXED.matcher(s.substring(4).strip());
            require(m.matches(), s);
            declare(s.startsWith("qreg"), m.group(1), Integer.parseInt(m.group(2)));
        } else if (version == 3 && (s.startsWith("qubit") || s.startsWith("bit"))) {
            Matcher m = Pattern.compile("(qubit|bit)\\[(\\d+)]\\s+(\\w+)").matcher(s);
            require(m.matches(), s);
            declare(m.group(1).equals("qubit"), m.group(3), Integer.parseInt(m.group(2)));
        } else if (version == 2 && s.startsWith("measure")) {
            String[] sides = s.substring(7).split("->");
            measure(sides[0], sides[1]);
        } else if (version == 3 && s.contains("= measure")) {
            String[] sides = s.split("= measure");
            measure(sides[1], sides[0]);
        } else {
            call(s);
        }
    }

    private static void require(boolean holds, String statement) {
        if (!holds) {
            throw new IllegalStateException("cannot read: " + statement);
        }
    }

    private void declare(boolean isQuantum, String name, int size) {
        if (isQuantum) {
            quantum.put(name, qubits);
            qubits += size;
            translated = Circuit.builder(qubits);
            re = new double[1 << qubits];
            im = new double[1 << qubits];
            re[0] = 1;
        } else {
            classical.put(name, bits);
            bits += size;
        }
    }

    private static int index(String text, Map<String, Integer> registers) {
        Matcher m = INDEXED.matcher(text.strip());
        require(m.matches() && registers.containsKey(m.group(1)), text);
        return registers.get(m.group(1)) + Integer.parseInt(m.group(2));
    }

    private void measure(String from, String to) {
        measuredInto.put(index(from, quantum), index(to, classical));
    }

    /** sums, products and quotients of numbers and pi; enough for angles. */
    static double expression(String text) {
        String s = text.strip();
        for (int k = s.length() - 1; k > 0; k--) {
            char c = s.charAt(k);
            char before = Character.toLowerCase(s.charAt(k - 1));
            if ((c == '+' || c == '-') && before != 'e' && before != '*' && before != '/') {
                double left = expression(s.substring(0, k));
                double right = expression(s.substring(k + 1));
                return c == '+' ? left + right : left - right;
            }
        }
        int at = Math.max(s.lastIndexOf('*'), s.lastIndexOf('/'));
        if (at > 0) {
            double left = expression(s.substring(0, at));
            double right = expression(s.substring(at + 1));
            return s.charAt(at) == '*' ? left * right : left / right;
        }
        if (s.startsWith("-")) {
            return -expression(s.substring(1));
        }
        return s.equals("pi") || s.equals("π") ? Math.PI : Double.parseDouble(s);
    }

    private void call(String s) {
        Matcher m = CALL.matcher(s);
        require(m.matches(), s);
        String name = m.group(1);
        String arguments = m.group(2);
        double[] a = arguments == null ? new double[0] : angles(arguments);
        String[] operands = m.group(3).split(",");
        int q = index(operands[0], quantum);
        int r = operands.length > 1 ? index(operands[1], quantum) : -1;
        require(measuredInto.isEmpty(), "gate after measurement: " + s);
        log.add(name);
        double t = a.length > 0 ? a[0] / 2 : 0;
        double c = Math.cos(t);
        double d = Math.sin(t);
        double h = Math.sqrt(0.5);
        boolean three = version == 3;
        // Braket's names, known without an include file, which for its part defines none of them
        String known = included ? name : BRAKET.getOrDefault(name, "not Braket's: " + name);
        switch (known) {
            case "h" -> one(q, GateKind.H, a, h, 0, h, 0, h, 0, -h, 0);
            case "x" -> one(q, GateKind.X, a, 0, 0, 1, 0, 1, 0, 0, 0);
            case "y" -> one(q, GateKind.Y, a, 0, 0, 0, -1, 0, 1, 0, 0);
            case "z" -> one(q, GateKind.Z, a, 1, 0, 0, 0, 0, 0, -1, 0);
            case "s" -> one(q, GateKind.S, a, 1, 0, 0, 0, 0, 0, 0, 1);
            case "sdg" -> one(q, GateKind.SDG, a, 1, 0, 0, 0, 0, 0, 0, -1);
            case "rx" -> one(q, GateKind.RX, a, c, 0, 0, -d, 0, -d, c, 0);
            case "ry" -> one(q, GateKind.RY, a, c, 0, -d, 0, d, 0, c, 0);
            case "rz" -> one(q, GateKind.RZ, a, c, -d, 0, 0, 0, 0, c, d);
            case "p", "u1" -> {
                require(three == known.equals("p"), s);
                one(q, GateKind.PHASE, a, 1, 0, 0, 0, 0, 0, Math.cos(a[0]), Math.sin(a[0]));
            }
            case "U", "u3" -> {
                require(three == known.equals("U"), s);
                one(
                        q,
                        GateKind.U,
                        a,
                        c,
                        0,
                        -Math.cos(a[2]) * d,
                        -Math.sin(a[2]) * d,
                        Math.cos(a[1]) * d,
                        Math.sin(a[1]) * d,
                        Math.cos(a[1] + a[2]) * c,
                        Math.sin(a[1] + a[2]) * c);
            }
            case "cx" -> {
                translated.add(GateKind.CX, q, r);
                for (int z = 0; z < re.length; z++) {
                    if ((z >> q & 1) == 1 && (z >> r & 1) == 0) {
                        int w = z | 1 << r;
                        double x = re[z];
                        double y = im[z];
                        re[z] = re[w];
                        im[z] = im[w];
                        re[w] = x;
                        im[w] = y;
                    }
                }
            }
            case "cz" -> {
                translated.add(GateKind.CZ, q, r);
                for (int z = 0; z < re.length; z++) {
                    if ((z >> q & 1) == 1 && (z >> r & 1) == 1) {
                        re[z] = -re[z];
                        im[z] = -im[z];
                    }
                }
            }
            default -> throw new IllegalStateException("unknown gate: " + s);
        }
    }

    private static double[] angles(String arguments) {
        String[] parts = arguments.split(",");
        double[] a = new double[parts.length];
        for (int k = 0; k < a.length; k++) {
            a[k] = expression(parts[k]);
        }
        return a;
    }

    private void one(int q, GateKind kind, double[] angles, double... m) {
        Angle[] values = new Angle[angles.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = Angle.of(angles[k]);
        }
        translated.add(kind, q, values);
        for (int z = 0; z < re.length; z++) {
            if ((z >> q & 1) == 0) {
                int w = z | 1 << q;
                double a = re[z];
                double b = im[z];
                double c = re[w];
                double d = im[w];
                re[z] = m[0] * a - m[1] * b + m[2] * c - m[3] * d;
                im[z] = m[0] * b + m[1] * a + m[2] * d + m[3] * c;
                re[w] = m[4] * a - m[5] * b + m[6] * c - m[7] * d;
                im[w] = m[4] * b + m[5] * a + m[6] * d + m[7] * c;
            }
        }
    }

    /** Distribution of the classical register. */
    double[] probabilities() {
        double[] p = new double[1 << bits];
        for (int z = 0; z < re.length; z++) {
            int c = 0;
            for (Map.Entry<Integer, Integer> e : measuredInto.entrySet()) {
                c |= (z >> e.getKey() & 1) << e.getValue();
            }
            p[c] += re[z] * re[z] + im[z] * im[z];
        }
        return p;
    }
}
