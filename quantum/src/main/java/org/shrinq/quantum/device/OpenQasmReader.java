package org.shrinq.quantum.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shrinq.quantum.circuit.Angle;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Gate;
import org.shrinq.quantum.circuit.GateKind;

/**
 * Reads straight-line OpenQASM 2 and 3: registers of qubits or physical qubits such as {@code $13}, registers of bits,
 * the gates of {@link GateLibrary} and those that the program defines, {@code const} and {@code let}, measurements at
 * the end. Bits of several registers follow each other in the order of their declaration. Used once.
 */
final class OpenQasmReader {
    /** Registers of devices are smaller, and strings of matrix product states too. */
    private static final int MOST_QUBITS = 999;

    /** Of definitions in definitions. */
    private static final int DEEPEST = 50;

    private static final Pattern DECLARATION = Pattern.compile(
            "(qreg|creg)\\s+(\\w+)\\s*\\[\\s*(\\d+)\\s*]|(qubit|bit)\\s*(?:\\[\\s*(\\d+)\\s*])?\\s*(\\w+)");
    private static final Pattern MEASURE_2 = Pattern.compile("measure\\s+(.+?)\\s*->\\s*(.+)");
    private static final Pattern MEASURE_3 = Pattern.compile("(.+?)\\s*=\\s*measure\\s+(.+)");
    private static final Pattern CALL = Pattern.compile("([A-Za-z_]\\w*)\\s*(?:\\((.*)\\))?\\s*([A-Za-z_$].*)");
    private static final Pattern OPERAND = Pattern.compile("(\\w+)\\s*(?:\\[(.*)])?");
    private static final Pattern CONSTANT =
            Pattern.compile("const\\s+(?:float|angle|int|uint)(?:\\s*\\[[^]]*])?\\s+(\\w+)\\s*=\\s*(.+)");
    private static final Pattern ALIAS = Pattern.compile("let\\s+(\\w+)\\s*=\\s*(.+)");
    private static final Pattern DEFINITION =
            Pattern.compile("gate\\s+(\\w+)\\s*(?:\\((.*?)\\))?\\s*([^{]*)\\{(.*)}", Pattern.DOTALL);

    private final Map<String, int[]> qubits = new HashMap<>();
    private final Map<String, int[]> bits = new LinkedHashMap<>();
    private final Map<String, Double> constants = new HashMap<>();
    private final Map<String, GateLibrary.Definition> definitions = new HashMap<>();
    private final List<Gate> gates = new ArrayList<>();
    private final List<Integer> measured = new ArrayList<>();
    private int virtual;
    private int physical;
    private boolean ended;
    private final QasmStatements statements = new QasmStatements();

    MeasuredCircuit read(String program) {
        statements.execute(program, this::execute);
        bits.forEach((name, places) -> {
            for (int i = 0; i < places.length; i++) {
                if (measured.get(places[i]) < 0) {
                    throw wrong("bit " + name + "[" + i + "] is never measured");
                }
            }
        });
        if (measured.isEmpty()) {
            throw wrong("nothing is measured");
        }
        if (virtual > 0 && physical > 0) {
            throw wrong("both a register of qubits and physical ones");
        }
        return new MeasuredCircuit(Circuit.of(Math.max(virtual, physical), gates), measured);
    }

    private IllegalArgumentException wrong(String message) {
        return statements.wrong(message);
    }

    private void execute(String text) {
        if (text.startsWith("OPENQASM ") || text.startsWith("include ") || text.startsWith("barrier")) {
            return;
        }
        Matcher m = DECLARATION.matcher(text);
        if (m.matches()) {
            boolean old = m.group(1) != null;
            String size = old ? m.group(3) : m.group(5) == null ? "1" : m.group(5);
            declare(old ? m.group(1) : m.group(4), old ? m.group(2) : m.group(6), size);
            return;
        }
        Matcher constant = CONSTANT.matcher(text);
        Matcher alias = ALIAS.matcher(text);
        Matcher definition = DEFINITION.matcher(text);
        Matcher two = MEASURE_2.matcher(text);
        Matcher three = MEASURE_3.matcher(text);
        if (constant.matches()) {
            constants.put(constant.group(1), angle(constant.group(2), constants));
        } else if (alias.matches()) {
            qubits.put(
                    unused(alias.group(1)),
                    Arrays.stream(alias.group(2).split("\\+\\+"))
                            .flatMapToInt(part -> Arrays.stream(qubits(part, qubits)))
                            .toArray());
        } else if (definition.matches()) {
            definitions.put(
                    definition.group(1),
                    new GateLibrary.Definition(
                            names(definition.group(2)), names(definition.group(3)), names(definition.group(4), ";")));
        } else if (two.matches()) {
            measure(two.group(1), two.group(2));
        } else if (three.matches()) {
            measure(three.group(2), three.group(1));
        } else if (!text.startsWith("gphase")) {
            call(text, constants, qubits, 0);
        }
    }

    private static List<String> names(@org.jspecify.annotations.Nullable String list) {
        return names(list == null ? "" : list, ",");
    }

    private static List<String> names(String list, String separator) {
        return Arrays.stream(list.split(separator, -1))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private String unused(String name) {
        if (qubits.containsKey(name) || bits.containsKey(name)) {
            throw wrong("'" + name + "' is declared twice");
        }
        return name;
    }

    private void declare(String kind, String name, String size) {
        int n = size.length() > 3 ? 0 : Integer.parseInt(size);
        if (n < 1 || n > MOST_QUBITS || Math.max(virtual, measured.size()) + n > 2 * MOST_QUBITS) {
            throw wrong("a register of " + size + ", expected 1 to " + MOST_QUBITS);
        }
        int[] places = new int[n];
        if (kind.startsWith("q")) {
            for (int i = 0; i < n; i++) {
                places[i] = virtual++;
            }
            qubits.put(unused(name), places);
        } else {
            for (int i = 0; i < n; i++) {
                places[i] = measured.size();
                measured.add(-1);
            }
            bits.put(unused(name), places);
        }
    }

    private int[] qubits(String operand, Map<String, int[]> known) {
        String text = operand.strip();
        if (text.matches("\\$\\d{1,4}")) {
            int index = Integer.parseInt(text.substring(1));
            if (index >= MOST_QUBITS) {
                throw wrong("physical qubit " + text + ", expected less than " + MOST_QUBITS);
            }
            physical = Math.max(physical, index + 1);
            return new int[] {index};
        }
        return places(text, known);
    }

    /**
     * The places that an operand names: a whole register, one of them, a slice {@code [a:b]} with both ends, or a list
     * {@code [{a, b}]}.
     */
    private int[] places(String operand, Map<String, int[]> known) {
        Matcher m = OPERAND.matcher(operand.strip());
        if (!m.matches() || !known.containsKey(m.group(1))) {
            throw wrong("'" + operand.strip() + "' is not in " + registers(known));
        }
        int[] register = known.getOrDefault(m.group(1), new int[0]);
        if (m.group(2) == null) {
            return register.clone();
        }
        String index = m.group(2).strip();
        if (index.startsWith("{") && index.endsWith("}")) {
            return names(index.substring(1, index.length() - 1)).stream()
                    .mapToInt(part -> register[index(part, register, m.group(1))])
                    .toArray();
        }
        String[] ends = index.split(":", -1);
        if (ends.length == 2) {
            int a = index(ends[0], register, m.group(1));
            int b = index(ends[1], register, m.group(1));
            return Arrays.copyOfRange(register, a, Math.max(a, b + 1));
        }
        return new int[] {register[index(index, register, m.group(1))]};
    }

    private static String registers(Map<String, int[]> known) {
        return known.size() == 1
                ? "register '" + known.keySet().iterator().next() + "'"
                : "any register of " + known.keySet();
    }

    private int index(String text, int[] register, String name) {
        Double constant = constants.get(text.strip());
        if (constant == null && !text.strip().matches("\\d{1,9}")) {
            throw wrong("'" + text.strip() + "' is no place of register '" + name + "'");
        }
        int index = constant == null ? Integer.parseInt(text.strip()) : (int) (double) constant;
        if (index < 0 || index >= register.length) {
            throw wrong("register '" + name + "' has " + register.length + " places");
        }
        return index;
    }

    private void measure(String from, String to) {
        int[] sources = qubits(from, qubits);
        int[] targets = places(to, bits);
        if (sources.length != targets.length) {
            throw wrong(sources.length + " qubits into " + targets.length + " bits");
        }
        for (int k = 0; k < targets.length; k++) {
            measured.set(targets[k], sources[k]);
        }
        ended = true;
    }

    /** One call of a gate, in the program or in the body of a gate whose names are given. */
    private void call(String text, Map<String, Double> values, Map<String, int[]> known, int depth) {
        Matcher m = CALL.matcher(text);
        String name = m.matches() ? m.group(1) : "";
        Callee callee = callee(name);
        if (ended) {
            throw wrong("a gate after a measurement");
        }
        String arguments = m.group(2) == null ? "" : m.group(2);
        double[] angles = arguments.isBlank()
                ? new double[0]
                : arguments(arguments).stream()
                        .mapToDouble(a -> angle(a, values))
                        .toArray();
        List<int[]> operands =
                operands(m.group(3)).stream().map(o -> qubits(o, known)).toList();
        if (operands.size() != callee.qubits || angles.length != callee.angles) {
            throw wrong(name + " takes " + count(callee.angles, "angle") + " and " + count(callee.qubits, "qubit"));
        }
        int width = operands.stream().mapToInt(o -> o.length).max().orElse(1);
        for (int k = 0; k < width; k++) {
            int[] at = new int[callee.qubits];
            for (int q = 0; q < at.length; q++) {
                int[] operand = operands.get(q);
                if (operand.length != 1 && operand.length != width) {
                    throw wrong("registers of different sizes");
                }
                at[q] = operand[operand.length == 1 ? 0 : k];
            }
            if (Arrays.stream(at).distinct().count() < at.length) {
                throw wrong("expected two different qubits");
            }
            callee.effect.apply(angles, at, depth);
        }
    }

    /** What a call does to qubits that are all different. */
    @FunctionalInterface
    private interface Effect {
        void apply(double[] angles, int[] at, int depth);
    }

    private record Callee(int angles, int qubits, Effect effect) {}

    private Callee callee(String name) {
        GateKind kind = definitions.containsKey(name) ? null : GateLibrary.kind(name);
        if (kind != null) {
            return new Callee(
                    kind.angles(),
                    kind.qubits(),
                    (angles, at, depth) -> gates.add(new Gate(
                            kind,
                            at[0],
                            at.length > 1 ? at[1] : Gate.NONE,
                            Arrays.stream(angles).mapToObj(Angle::of).toList())));
        }
        GateLibrary.Definition own = definitions.get(name);
        GateLibrary.Definition made = own == null ? GateLibrary.definition(name) : own;
        if (made == null) {
            throw wrong("not a statement that is known here");
        }
        return new Callee(
                made.parameters().size(), made.qubits().size(), (angles, at, depth) -> expand(made, angles, at, depth));
    }

    private void expand(GateLibrary.Definition gate, double[] angles, int[] at, int depth) {
        if (depth > DEEPEST) {
            throw wrong("a gate that is made of itself");
        }
        Map<String, Double> values = new HashMap<>(constants);
        for (int k = 0; k < angles.length; k++) {
            values.put(gate.parameters().get(k), angles[k]);
        }
        Map<String, int[]> known = new HashMap<>();
        for (int k = 0; k < at.length; k++) {
            known.put(gate.qubits().get(k), new int[] {at[k]});
        }
        for (String part : gate.body()) {
            if (!part.startsWith("barrier") && !part.startsWith("gphase")) {
                call(part, values, known, depth + 1);
            }
        }
    }

    private static List<String> arguments(String list) {
        return split(list, '(', ')');
    }

    private static List<String> operands(String list) {
        return split(list, '{', '}');
    }

    /** At commas outside such brackets. */
    private static List<String> split(String list, char open, char close) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int k = 0; k < list.length(); k++) {
            char c = list.charAt(k);
            depth += c == open ? 1 : c == close ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(list.substring(from, k));
                from = k + 1;
            }
        }
        parts.add(list.substring(from));
        return parts;
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    private double angle(String text, Map<String, Double> values) {
        try {
            return new AngleExpression(text, values).value();
        } catch (IllegalArgumentException e) {
            throw wrong("angle '" + text.strip() + "': " + e.getMessage());
        }
    }
}
