package org.shrinq.instances.model;

import org.shrinq.qubo.problem.VariableTable;
import org.shrinq.qubo.terms.ModelTerms;

/** Reads the rows of a CPLEX LP text: comparisons of expressions with numbers, and indicators before them. */
final class LpRows {
    private final LpLexer in;
    private final ModelBuilder model;
    private final LpTerms terms;

    LpRows(LpLexer in, ModelBuilder model, LpTerms terms) {
        this.in = in;
        this.model = model;
        this.terms = terms;
    }

    /** "[variable = 0 or 1 ->] row". */
    void constraint(String name) {
        if (isIndicator()) {
            int z = terms.variable();
            in.next();
            if (in.kind() != LpLexer.Kind.NUMBER || (in.number() != 0 && in.number() != 1)) {
                throw in.unexpected("0 or 1 for an indicator");
            }
            boolean active = in.number() == 1;
            in.next();
            in.next();
            if (!in.take(">=")) {
                throw in.unexpected("-> after an indicator");
            }
            range(name, (row, low, high) -> model.indicator(name, z, active, row, low, high));
        } else {
            range(name, (row, low, high) -> model.row(name, row, low, high));
        }
    }

    /** "z = 1 ->". */
    private boolean isIndicator() {
        return in.kind() == LpLexer.Kind.NAME
                && in.following() == '='
                && in.restOfLine().matches("==?\\s*[01](\\.0*)?\\s*->.*");
    }

    /** Receives a row. */
    @FunctionalInterface
    private interface Rows {
        void add(ModelTerms row, double low, double high);
    }

    /** "expression ≤ number", "number ≤ expression" or "number ≤ expression ≤ number", with any comparison. */
    private void range(String name, Rows rows) {
        if (in.isComparison()) {
            // a row without variables, as modelling layers leave them
            String relation = comparison("<=, >= or =");
            add(name, new ModelTerms(), mirrored(relation), rightHandSide(), rows);
            return;
        }
        if (isSignedInfinity()) {
            between(name, rightHandSide(), rows);
            return;
        }
        ModelTerms left = terms.expression();
        if (left.hasVariables()) {
            String relation = comparison("<=, >= or =");
            double bound = rightHandSide(left);
            add(name, left, mirrored(relation), bound, rows);
            return;
        }
        between(name, left.takeConstant(), rows);
    }

    /** "≤ expression" or "≤ expression ≤ number" after a number. */
    private void between(String name, double left, Rows rows) {
        String relation = comparison("<=, >= or =");
        if (isSignedInfinity()) {
            add(name, new ModelTerms(), relation, left, rows);
            rightHandSide();
            return;
        }
        ModelTerms middle = terms.expression();
        double low = Math.abs(left) >= ModelBuilder.INFINITY && Math.abs(left) > reach(middle)
                ? Math.copySign(Double.POSITIVE_INFINITY, left)
                : left;
        if (!in.isComparison()) {
            if (!middle.hasVariables() && in.kind() != LpLexer.Kind.END && !in.isFirstOnLine()) {
                throw in.unexpected("<=, >= or =");
            }
            add(name, middle, relation, low, rows);
            return;
        }
        if (!in.is(relation) || relation.equals("=")) {
            throw in.unexpected("the comparison " + relation + " again, or the next constraint");
        }
        in.next();
        double high = rightHandSide(middle);
        double least = relation.equals("<=") ? low : high;
        double most = relation.equals("<=") ? high : low;
        if (least > most) {
            throw in.invalid(
                    "expected a range, found " + ModelVariables.text(least) + " above " + ModelVariables.text(most)
                            + " in " + name,
                    "");
        }
        rows.add(middle, least, most);
    }

    /** Adds "bound relation row". */
    private void add(String name, ModelTerms row, String relation, double bound, Rows rows) {
        if (Double.isInfinite(bound) && !relation.equals(bound > 0 ? ">=" : "<=")) {
            throw in.invalid("expected a finite bound of " + name + ", found infinity", "");
        }
        rows.add(
                row,
                relation.equals(">=") ? Double.NEGATIVE_INFINITY : bound,
                relation.equals("<=") ? Double.POSITIVE_INFINITY : bound);
    }

    String comparison(String expected) {
        if (!in.isComparison()) {
            throw in.unexpected(expected);
        }
        String relation = in.word();
        in.next();
        return relation;
    }

    static String mirrored(String relation) {
        return switch (relation) {
            case "<=" -> ">=";
            case ">=" -> "<=";
            default -> relation;
        };
    }

    /** No sum of the row is larger in magnitude. */
    private static double reach(ModelTerms row) {
        return VariableTable.MOST_VALUES * row.magnitude();
    }

    /** The right-hand side of a row: a large number is one, not infinity, where the row can reach it. */
    private double rightHandSide(ModelTerms row) {
        return rightHandSide(reach(row));
    }

    /** A right-hand side with nothing beside it. */
    double rightHandSide() {
        return rightHandSide(0);
    }

    /**
     * A signed number or infinity, which it is from 10²⁰ on where it is out of reach; a sign on the same line would go
     * on, and that is refused.
     */
    private double rightHandSide(double reach) {
        double sign = terms.sign();
        double value;
        if (in.kind() == LpLexer.Kind.NUMBER) {
            value = in.number() >= ModelBuilder.INFINITY && in.number() > reach
                    ? sign * Double.POSITIVE_INFINITY
                    : sign * in.number();
        } else if (isInfinity()) {
            value = sign * Double.POSITIVE_INFINITY;
        } else {
            throw in.unexpected("a number on the right-hand side", "Move variables to the left.");
        }
        in.next();
        if (in.is("-") && in.following() == '>') {
            throw in.invalid("expected an indicator 'z = 1 ->' or 'z = 0 ->' before the arrow", "");
        }
        if (in.kind() == LpLexer.Kind.SYMBOL && !in.isComparison() && !in.isFirstOnLine()) {
            throw in.unexpected("the next constraint after the right-hand side", "Move variables to the left.");
        }
        return value;
    }

    /** "-inf", "+infinity", "inf": no variable has that name. */
    private boolean isSignedInfinity() {
        return isInfinity() || ((in.is("-") || in.is("+")) && in.restOfLine().matches("(?i)inf(inity)?([\\s<>=].*)?"));
    }

    boolean isInfinity() {
        return in.kind() == LpLexer.Kind.NAME && in.word().matches("(?i)inf(inity)?");
    }
}
