package org.shrinq.qubo.terms;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.LinearAtLeast;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;

/** Turns the linear rows of a model into typed constraints. */
public final class ConstraintClassifier {
    private final List<Constraint> constraints = new ArrayList<>();
    private int free;

    /**
     * Adds lower ≤ Σ coefficient·x ≤ upper; ±∞ is no bound. Arrays are not modified; a variable that stands twice has
     * its coefficients added.
     */
    public void add(String name, int[] variables, double[] coefficients, double lower, double upper) {
        Row row = Row.of(variables, coefficients);
        if (lower == upper) {
            constraints.add(
                    row.isUniform(upper) && row.arity() > 0
                            ? ExactlyOne.of(name, row.variables())
                            : LinearEqual.of(name, row.variables(), row.coefficients(), upper));
            return;
        }
        if (upper < Double.POSITIVE_INFINITY) {
            if (row.isUniform(upper) && row.arity() > 1) {
                constraints.add(
                        row.arity() == 2
                                ? Conflict.of(row.variables()[0], row.variables()[1])
                                : AtMostOne.of(name, row.variables()));
            } else {
                constraints.add(LinearAtMost.of(name, row.variables(), row.coefficients(), upper));
            }
        }
        if (lower > Double.NEGATIVE_INFINITY) {
            String lowerName = upper < Double.POSITIVE_INFINITY ? name + "_lower" : name;
            constraints.add(LinearAtLeast.of(lowerName, row.variables(), row.coefficients(), lower));
        } else if (upper == Double.POSITIVE_INFINITY) {
            free++;
        }
    }

    public List<Constraint> constraints() {
        return constraints;
    }

    /** Rows without a bound, which were left out. */
    public int free() {
        return free;
    }

    /** A row whose variables are distinct and whose coefficients are not 0. */
    private record Row(int[] variables, double[] coefficients) {
        static Row of(int[] variables, double[] coefficients) {
            java.util.Map<Integer, Double> sums = new java.util.LinkedHashMap<>();
            for (int k = 0; k < variables.length; k++) {
                sums.merge(variables[k], coefficients[k], Double::sum);
            }
            sums.values().removeIf(c -> c == 0);
            int[] kept = new int[sums.size()];
            double[] values = new double[kept.length];
            int k = 0;
            for (var term : sums.entrySet()) {
                kept[k] = term.getKey();
                values[k++] = term.getValue();
            }
            return new Row(kept, values);
        }

        int arity() {
            return variables.length;
        }

        /** True when every coefficient is {@code bound} &gt; 0, so that the row speaks of one variable. */
        boolean isUniform(double bound) {
            for (double c : coefficients) {
                if (c != bound) {
                    return false;
                }
            }
            return bound > 0;
        }
    }
}
