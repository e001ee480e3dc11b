package org.shrinq.instances.model;

import java.util.Arrays;
import java.util.List;
import org.shrinq.instances.text.TextErrors;

/** Bounds and types of the variables of a QPLIB text that are not all binary. */
final class QplibBounds {
    private static final int INTEGER = 1;
    private static final int BINARY = 2;

    private final int n;
    private final double infinity;
    private final double[] lower;
    private final double[] upper;
    private final double[] types;

    QplibBounds(int n, double infinity) {
        this.n = n;
        this.infinity = infinity;
        lower = new double[n];
        upper = new double[n];
        types = new double[n];
    }

    /** @param integers true when the type of the problem says that all are integers */
    void read(QplibLines lines, boolean integers) {
        lines.listed("lower bounds", n, lower);
        lines.listed("upper bounds", n, upper);
        if (integers) {
            Arrays.fill(types, INTEGER);
        } else {
            lines.listed("variable types", n, types);
        }
        for (int i = 0; i < n; i++) {
            if (types[i] != 0 && types[i] != INTEGER && types[i] != BINARY) {
                throw lines.tokens()
                        .invalid(
                                "expected a variable type 0, 1 or 2, found " + ModelVariables.text(types[i])
                                        + " for variable " + (i + 1),
                                "");
            }
        }
    }

    /** Declares the variables under their names, in the order of the file. */
    void declare(ModelVariables variables, List<String> names) {
        for (int i = 0; i < n; i++) {
            if (variables.of(names.get(i)) != i) {
                throw variables.invalid(
                        "expected every name once, found " + TextErrors.quote(names.get(i)) + " twice", "");
            }
            boolean binary = types[i] == BINARY;
            if (binary) {
                variables.setBinary(i);
            } else if (types[i] == INTEGER) {
                variables.setGeneral(i);
            }
            variables.setLower(i, binary ? 0 : lower[i] <= -infinity ? Double.NEGATIVE_INFINITY : lower[i]);
            variables.setUpper(i, binary ? 1 : upper[i] >= infinity ? Double.POSITIVE_INFINITY : upper[i]);
        }
    }
}
