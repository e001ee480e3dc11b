package org.shrinq.instances.model;

import java.util.List;
import org.shrinq.instances.text.TextErrors;
import org.shrinq.qubo.terms.ModelTerms;

/** Why a continuous variable cannot be taken, and what to do. */
final class Continuous {
    private Continuous() {}

    /** A hint: where an equation of whole numbers makes the variable whole, which one. */
    static String hint(int i, ModelVariables variables, List<ModelBuilder.Row> rows) {
        for (ModelBuilder.Row row : rows) {
            if (row.low() == row.high() && row.indicator() < 0 && makesWhole(row, i, variables)) {
                return "Row " + TextErrors.quote(row.name())
                        + " makes it whole, but nothing declares it so: list it in Generals, with bounds.";
            }
        }
        return "Maybe it is missing from the section Binaries or Generals; values between whole numbers cannot be "
                + "searched here.";
    }

    private static boolean makesWhole(ModelBuilder.Row row, int i, ModelVariables variables) {
        ModelTerms terms = row.terms();
        boolean stands = false;
        if (row.high() != Math.rint(row.high())) {
            return false;
        }
        for (int k = 0; k < terms.size(); k++) {
            double a = terms.coefficient(k);
            if (terms.variable(k) == i) {
                stands = Math.abs(a) == 1;
            } else if (a != Math.rint(a) || !variables.isWhole(terms.variable(k))) {
                return false;
            }
        }
        for (int k = 0; k < terms.products(); k++) {
            boolean whole = variables.isWhole(terms.first(k)) && variables.isWhole(terms.second(k));
            if (!whole || terms.product(k) != Math.rint(terms.product(k))) {
                return false;
            }
        }
        return stands;
    }
}
