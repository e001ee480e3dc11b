package org.shrinq.qubo.model;

import java.math.BigDecimal;
import java.util.function.IntFunction;
import org.shrinq.qubo.terms.ModelTerms;

/** Expressions as people write them; of long ones the first terms. */
final class ExpressionText {
    private static final int MOST_TERMS = 12;

    private final StringBuilder text = new StringBuilder();
    private int shown;

    private ExpressionText() {}

    static String of(ModelTerms terms, IntFunction<String> names) {
        ExpressionText t = new ExpressionText();
        for (int k = 0; k < terms.size(); k++) {
            t.term(terms.coefficient(k), names.apply(terms.variable(k)));
        }
        for (int k = 0; k < terms.products(); k++) {
            t.term(terms.product(k), names.apply(terms.first(k)) + "*" + names.apply(terms.second(k)));
        }
        if (terms.constant() != 0 || t.shown == 0) {
            t.term(terms.constant(), "");
        }
        if (t.shown > MOST_TERMS) {
            t.text.append(" + … ").append(t.shown - MOST_TERMS).append(" more");
        }
        return t.text.toString();
    }

    private void term(double coefficient, String name) {
        if (++shown > MOST_TERMS) {
            return;
        }
        boolean negative = coefficient < 0;
        text.append(shown == 1 ? (negative ? "-" : "") : negative ? " - " : " + ");
        double size = Math.abs(coefficient);
        if (size != 1 || name.isEmpty()) {
            text.append(number(size)).append(name.isEmpty() ? "" : " ");
        }
        text.append(name);
    }

    static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
