package org.shrinq.instances.solution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.TextErrors;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.VariableTable;

/** The values that a solution file gives to names, and the bits that they are. */
final class NamedValues {
    private static final double TOLERANCE = 1e-5;

    private final int bits;
    private final VariableTable table;
    private final List<String> names;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, VariableTable.Variable> variables = new HashMap<>();
    private final byte[] x;
    private final boolean[] seen;
    private double rounded;
    private int found;

    /**
     * @param names one per bit, or empty for x1, x2, …
     * @param table how the file's variables became bits
     */
    NamedValues(int bits, List<String> names, VariableTable table) {
        this.bits = bits;
        this.table = table;
        this.names = names;
        x = new byte[bits];
        for (int i = 0; i < bits; i++) {
            index.put(names.isEmpty() ? "x" + (i + 1) : names.get(i), i);
        }
        int count = 0;
        for (VariableTable.Variable v : table.variables()) {
            variables.put(v.name(), v);
            index.put(v.name(), bits + count++);
        }
        seen = new boolean[bits + count];
    }

    int found() {
        return found;
    }

    boolean has(String name) {
        return index.containsKey(name);
    }

    /**
     * Gives a value to a name.
     *
     * @param refusal makes an error of what was found and a hint
     */
    void put(String name, double value, BiFunction<String, String, InstanceException> refusal) {
        Integer i = index.get(name);
        if (i == null) {
            throw refusal.apply(
                    "expected the name of a variable, found " + TextErrors.quote(name),
                    "The variables are " + some() + ".");
        }
        if (seen[i]) {
            throw refusal.apply("expected every variable once, found " + TextErrors.quote(name) + " twice", "");
        }
        seen[i] = true;
        found++;
        double whole = Math.rint(value);
        VariableTable.Variable variable = variables.get(name);
        boolean fits = Math.abs(value - whole) <= TOLERANCE;
        if (variable != null && variable.coefficients().length == 0) {
            // a constant need not be whole
            if (Math.abs(value - variable.constant()) > TOLERANCE * Math.max(1, Math.abs(value))) {
                throw refusal.apply(
                        "expected " + name + " = " + TextSink.text(variable.constant())
                                + ", which its bounds say, found " + TextSink.text(value),
                        "");
            }
            return;
        }
        if (variable != null && !(fits && variable.set(x, whole))) {
            throw refusal.apply(
                    "expected a whole number between " + TextSink.text(variable.least()) + " and "
                            + TextSink.text(variable.most()) + " for " + TextErrors.quote(name) + ", found "
                            + TextSink.text(value),
                    "");
        }
        if (variable == null) {
            if (!fits || whole < 0 || whole > 1) {
                throw refusal.apply("expected 0 or 1, found '" + TextSink.text(value) + "'", "");
            }
            x[i] = (byte) whole;
        }
        rounded = Math.max(rounded, Math.abs(value - whole));
    }

    /** The bits; variables without a value are 0, and what was assumed is added to the notes. */
    Bits bits(List<String> notes, java.util.function.Function<String, InstanceException> refusal) {
        if (rounded > 0) {
            notes.add(String.format(Locale.ROOT, "values up to %.2g from a whole number were rounded", rounded));
        }
        int left = 0;
        if (table.isEmpty()) {
            left = bits - found;
        } else {
            List<String> missing = new ArrayList<>();
            for (VariableTable.Variable v : table.variables()) {
                if (!seen[Objects.requireNonNull(index.get(v.name()))] && v.coefficients().length > 0) {
                    missing.add(v.name());
                    if (!v.set(x, 0)) {
                        throw refusal.apply(
                                "expected a value for " + TextErrors.quote(v.name()) + ", which cannot be 0");
                    }
                }
            }
            left = missing.size();
            table.setProducts(x);
        }
        if (left > 0) {
            notes.add(left == 1 ? "1 variable is not named and is 0" : left + " variables are not named and are 0");
        }
        return Bits.of(x);
    }

    private String some() {
        if (!table.isEmpty()) {
            List<VariableTable.Variable> all = table.variables();
            return all.get(0).name() + " to " + all.get(all.size() - 1).name();
        }
        String first = names.isEmpty() ? "x1" : names.get(0);
        String last = names.isEmpty() ? "x" + bits : names.get(bits - 1);
        return bits == 1 ? first : first + " to " + last;
    }
}
