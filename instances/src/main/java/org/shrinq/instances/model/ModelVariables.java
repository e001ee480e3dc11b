package org.shrinq.instances.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.TextErrors;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.problem.VariableTable;

/** The variables of a model text, numbered as they first appear, with their bounds and types; they become bits. */
final class ModelVariables {
    /** Values that an integer may have at most. */
    static final double MOST_VALUES = VariableTable.MOST_VALUES;

    private final String file;
    private final Map<String, Integer> index = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final BitSet binary = new BitSet();
    private final BitSet general = new BitSet();
    private double[] lower = new double[16];
    private double[] upper = new double[16];

    ModelVariables(String file) {
        this.file = file;
    }

    int size() {
        return names.size();
    }

    String name(int i) {
        return names.get(i);
    }

    boolean has(String name) {
        return index.containsKey(name);
    }

    /** The variable of that name, which is new where it has not appeared. */
    int of(String name) {
        Integer known = index.get(name);
        if (known != null) {
            return known;
        }
        int i = names.size();
        if (i == lower.length) {
            lower = Arrays.copyOf(lower, 2 * i);
            upper = Arrays.copyOf(upper, 2 * i);
        }
        upper[i] = Double.POSITIVE_INFINITY;
        index.put(name, i);
        names.add(name);
        return i;
    }

    void setBinary(int i) {
        binary.set(i);
    }

    void setGeneral(int i) {
        general.set(i);
    }

    boolean isWhole(int i) {
        return binary.get(i) || general.get(i);
    }

    void setLower(int i, double value) {
        lower[i] = value;
    }

    void setUpper(int i, double value) {
        upper[i] = value;
    }

    double lower(int i) {
        return lower[i];
    }

    double upper(int i) {
        return upper[i];
    }

    /** {@code relation} is &lt;=, &gt;= or =. */
    void bound(int i, String relation, double value) {
        if (!relation.equals("<=")) {
            lower[i] = value;
        }
        if (!relation.equals(">=")) {
            upper[i] = value;
        }
    }

    void free(int i) {
        lower[i] = Double.NEGATIVE_INFINITY;
        upper[i] = Double.POSITIVE_INFINITY;
    }

    boolean isFixed(int i) {
        return lower[i] == upper[i];
    }

    /** An integer whose range has too many values to be written with bits. */
    boolean isTooWide(int i) {
        return upper[i] - lower[i] >= MOST_VALUES;
    }

    /** Binaries lie within 0 and 1, bounds of integers are whole. */
    void round() {
        for (int i = 0; i < names.size(); i++) {
            if (binary.get(i)) {
                if (lower[i] > 1 || upper[i] < 0) {
                    throw invalid(
                            "expected bounds of " + quote(i) + " that allow 0 or 1, found " + text(lower[i]) + " to "
                                    + text(upper[i]),
                            "");
                }
                lower[i] = Math.max(0, lower[i]);
                upper[i] = Math.min(1, upper[i]);
            }
            if (isWhole(i)) {
                lower[i] = Math.ceil(lower[i]);
                upper[i] = Math.floor(upper[i]);
            }
        }
    }

    /**
     * The variables as constants and bits ({@link VariableTable.Variable#between}).
     *
     * @param whyContinuous a hint about a continuous variable
     */
    List<VariableTable.Variable> encode(java.util.function.IntFunction<String> whyContinuous) {
        List<VariableTable.Variable> encoded = new ArrayList<>(names.size());
        int bit = 0;
        for (int i = 0; i < names.size(); i++) {
            if (lower[i] > upper[i]) {
                throw invalid(
                        "expected bounds of " + quote(i)
                                + (binary.get(i) ? " that allow 0 or 1, found " : " that allow a value, found ")
                                + text(lower[i]) + " to " + text(upper[i]),
                        "");
            }
            if (!isFixed(i) && !isWhole(i)) {
                throw invalid(
                        "expected binary or integer variables, found " + quote(i) + " continuous",
                        whyContinuous.apply(i));
            }
            if (isTooWide(i)) {
                throw invalid(
                        "expected integers with at most " + (int) MOST_VALUES + " values, found " + quote(i)
                                + " between " + text(lower[i]) + " and " + text(upper[i]),
                        "Give it closer bounds.");
            }
            VariableTable.Variable v = VariableTable.Variable.between(names.get(i), lower[i], upper[i], bit);
            encoded.add(v);
            bit += v.coefficients().length;
        }
        return encoded;
    }

    private String quote(int i) {
        return TextErrors.quote(names.get(i));
    }

    static String text(double value) {
        return Double.isInfinite(value) ? (value < 0 ? "-inf" : "inf") : TextSink.text(value);
    }

    InstanceException invalid(String detail, String hint) {
        return InstanceException.of(InstanceException.Reason.INVALID, file, detail, hint);
    }
}
