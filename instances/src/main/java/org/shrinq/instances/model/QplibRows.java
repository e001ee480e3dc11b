package org.shrinq.instances.model;

import java.util.Arrays;
import java.util.List;
import org.shrinq.qubo.terms.ConstraintClassifier;
import org.shrinq.qubo.terms.ModelTerms;

/** The linear constraints of a QPLIB text while it is read: their terms in the order of the file, and their sides. */
final class QplibRows {
    private final int m;
    private final double[] lower;
    private final double[] upper;
    private int[] row = new int[0];
    private int[] column = new int[0];
    private double[] value = new double[0];
    private int count;

    QplibRows(int m) {
        this.m = m;
        lower = new double[m];
        upper = new double[m];
    }

    void readTerms(QplibLines lines, int n) {
        int terms = lines.count("the number of linear terms in all constraints", 0, Integer.MAX_VALUE);
        for (int t = 0; t < terms; t++) {
            if (count == row.length) {
                int capacity = Math.min(terms, 2 * count + 64);
                row = Arrays.copyOf(row, capacity);
                column = Arrays.copyOf(column, capacity);
                value = Arrays.copyOf(value, capacity);
            }
            row[count] = lines.index("linear terms", m);
            column[count] = lines.nextIndex(n);
            value[count++] = lines.nextNumber();
        }
    }

    void readSides(QplibLines lines, double infinity) {
        lines.listed("left-hand sides", m, lower);
        lines.listed("right-hand sides", m, upper);
        for (int k = 0; k < m; k++) {
            lower[k] = lower[k] <= -infinity ? Double.NEGATIVE_INFINITY : lower[k];
            upper[k] = upper[k] >= infinity ? Double.POSITIVE_INFINITY : upper[k];
        }
    }

    /** The constraints of a model of binaries. */
    ConstraintClassifier typed(List<String> names) {
        ConstraintClassifier typed = new ConstraintClassifier();
        forEach((k, columns, values) -> typed.add(names.get(k), columns, values, lower[k], upper[k]));
        return typed;
    }

    /** Adds the rows to a model with other variables. */
    void addTo(ModelBuilder model, List<String> names) {
        forEach((k, columns, values) -> {
            ModelTerms terms = new ModelTerms();
            for (int t = 0; t < columns.length; t++) {
                terms.add(columns[t], values[t]);
            }
            model.row(names.get(k), terms, lower[k], upper[k]);
        });
    }

    /** Receives the terms of row k. */
    @FunctionalInterface
    private interface Rows {
        void add(int k, int[] columns, double[] values);
    }

    private void forEach(Rows rows) {
        int[] start = new int[m + 1];
        for (int e = 0; e < count; e++) {
            start[row[e] + 1]++;
        }
        for (int k = 0; k < m; k++) {
            start[k + 1] += start[k];
        }
        int[] columns = new int[count];
        double[] values = new double[count];
        int[] cursor = start.clone();
        for (int e = 0; e < count; e++) {
            columns[cursor[row[e]]] = column[e];
            values[cursor[row[e]]++] = value[e];
        }
        for (int k = 0; k < m; k++) {
            rows.add(
                    k,
                    Arrays.copyOfRange(columns, start[k], start[k + 1]),
                    Arrays.copyOfRange(values, start[k], start[k + 1]));
        }
    }
}
