package org.shrinq.instances.model;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.terms.ModelTerms;

/**
 * Bounds of integers that their own leave too wide, from the rows that they stand in: in Σ a_j x_j ≤ b, a_i x_i is at
 * most b less the least activity of the others.
 */
final class ImpliedBounds {
    private static final int ROUNDS = 20;

    private final ModelVariables variables;
    private final List<ModelBuilder.Row> rows;

    ImpliedBounds(ModelVariables variables, List<ModelBuilder.Row> rows) {
        this.variables = variables;
        this.rows = rows;
    }

    /** Tightens; what to tell about it, when something was. */
    Optional<String> close() {
        BitSet wide = new BitSet();
        for (int i = 0; i < variables.size(); i++) {
            if (variables.isWhole(i) && variables.isTooWide(i)) {
                wide.set(i);
            }
        }
        int before = wide.cardinality();
        boolean changed = before > 0;
        for (int round = 0; round < ROUNDS && changed; round++) {
            changed = false;
            for (ModelBuilder.Row row : rows) {
                if (row.indicator() < 0 && row.terms().products() == 0) {
                    changed |= tighten(row, wide);
                }
            }
        }
        int closed = 0;
        for (int i = wide.nextSetBit(0); i >= 0; i = wide.nextSetBit(i + 1)) {
            closed += variables.isTooWide(i) ? 0 : 1;
        }
        return closed == 0
                ? Optional.empty()
                : Optional.of(
                        closed == 1
                                ? "bounds of 1 integer follow from the rows"
                                : "bounds of " + closed + " integers follow from the rows");
    }

    private boolean tighten(ModelBuilder.Row row, BitSet wide) {
        ModelTerms terms = row.terms();
        boolean concerned = false;
        for (int k = 0; k < terms.size() && !concerned; k++) {
            concerned = wide.get(terms.variable(k));
        }
        boolean changed = false;
        for (int k = 0; k < terms.size() && concerned; k++) {
            if (wide.get(terms.variable(k)) && terms.coefficient(k) != 0) {
                changed |= tighten(row, k);
            }
        }
        return changed;
    }

    private static double magnitude(double value) {
        return Double.isFinite(value) ? Math.abs(value) : 0;
    }

    private boolean tighten(ModelBuilder.Row row, int k) {
        ModelTerms terms = row.terms();
        double least = 0;
        double most = 0;
        double size = 0;
        for (int t = 0; t < terms.size(); t++) {
            if (t != k) {
                double a = terms.coefficient(t);
                double low = variables.lower(terms.variable(t));
                double high = variables.upper(terms.variable(t));
                least += a > 0 ? a * low : a < 0 ? a * high : 0;
                most += a > 0 ? a * high : a < 0 ? a * low : 0;
                size += magnitude(a * low) + magnitude(a * high);
            }
        }
        int i = terms.variable(k);
        double a = terms.coefficient(k);
        // outwards by what sum and quotient may be rounded, so that every feasible point is kept
        size += magnitude(row.low()) + magnitude(row.high());
        double slack = (2 * terms.size() + 4) * 0x1p-52 * (size / Math.abs(a));
        double highest = (row.high() - least) / a;
        double lowest = (row.low() - most) / a;
        double upper = a > 0 ? highest : lowest;
        double lower = a > 0 ? lowest : highest;
        boolean changed = false;
        if (Double.isFinite(upper) && Math.floor(upper + slack) < variables.upper(i)) {
            variables.setUpper(i, Math.floor(upper + slack));
            changed = true;
        }
        if (Double.isFinite(lower) && Math.ceil(lower - slack) > variables.lower(i)) {
            variables.setLower(i, Math.ceil(lower - slack));
            changed = true;
        }
        return changed;
    }
}
