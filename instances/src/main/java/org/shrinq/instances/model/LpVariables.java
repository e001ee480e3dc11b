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

/** The variables of an LP text, numbered as they first appear, with their bounds and types. */
final class LpVariables {
    private final String file;
    private final Map<String, Integer> index = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final BitSet binary = new BitSet();
    private final BitSet general = new BitSet();
    private final BitSet bounded = new BitSet();
    private double[] lower = new double[16];
    private double[] upper = new double[16];

    LpVariables(String file) {
        this.file = file;
    }

    int size() {
        return names.size();
    }

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

    /** {@code relation} is &lt;=, &gt;= or =. */
    void bound(int i, String relation, double value) {
        bounded.set(i);
        if (!relation.equals("<=")) {
            lower[i] = value;
        }
        if (!relation.equals(">=")) {
            upper[i] = value;
        }
    }

    void free(int i) {
        bounded.set(i);
        lower[i] = Double.NEGATIVE_INFINITY;
        upper[i] = Double.POSITIVE_INFINITY;
    }

    /** The names; empty when they are x1, x2, … in this order. */
    List<String> names() {
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).equals("x" + (i + 1))) {
                return names;
            }
        }
        return List.of();
    }

    /** Refuses what is not binary; bounds that leave one value become a row. */
    void finish(ModelRows rows) {
        for (int i = 0; i < names.size(); i++) {
            if (!binary.get(i)) {
                requireBinary(i);
            }
            if (bounded.get(i)) {
                fix(i, rows);
            }
        }
    }

    private void requireBinary(int i) {
        String name = TextErrors.quote(names.get(i));
        if (!general.get(i)) {
            throw invalid(
                    "expected binary variables, found " + name + " continuous",
                    "Maybe it is missing from the section Binaries.");
        }
        if (lower[i] < 0 || upper[i] > 1) {
            throw invalid(
                    "expected binary variables, found the general integer " + name + " between " + text(lower[i])
                            + " and " + text(upper[i]),
                    "Write it as a sum of binaries, such as y = y1 + 2 y2 + 4 y3.");
        }
    }

    private void fix(int i, ModelRows rows) {
        boolean zero = lower[i] <= 0 && upper[i] >= 0;
        boolean one = lower[i] <= 1 && upper[i] >= 1;
        if (!zero && !one) {
            throw invalid(
                    "expected bounds of " + TextErrors.quote(names.get(i)) + " that allow 0 or 1, found "
                            + text(lower[i]) + " to " + text(upper[i]),
                    "");
        }
        if (zero != one) {
            double value = one ? 1 : 0;
            rows.add("fix_" + names.get(i), new int[] {i}, new double[] {1}, value, value);
        }
    }

    private static String text(double value) {
        return Double.isInfinite(value) ? (value < 0 ? "-inf" : "inf") : TextSink.text(value);
    }

    private InstanceException invalid(String detail, String hint) {
        return InstanceException.of(InstanceException.Reason.INVALID, file, detail, hint);
    }
}
