package org.shrinq.instances.model;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextErrors;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.terms.ModelTerms;

/** Reads one CPLEX LP text; docs/formats.md has the grammar. */
final class LpReader {
    /** From here on a bound is none. */
    private static final double INFINITY = 1e20;

    private final Text text;
    private final LpLexer in;
    private final ModelBuilder model;
    private final ModelVariables variables;
    private int rowCount;
    private int skippedCuts;

    LpReader(Text text, Limits limits) {
        this.text = text;
        // a name, its number and what its terms become
        limits.require(text.file(), 0, "an LP text of " + text.length() + " bytes", 16.0 * text.length());
        in = new LpLexer(text);
        model = new ModelBuilder(text, limits);
        variables = model.variables();
    }

    Codec.Parsed read() {
        Sense sense = sense();
        objective();
        while (section()) {}
        if (in.kind() != LpLexer.Kind.END) {
            throw in.unexpected("the end of the file after End");
        }
        if (variables.size() == 0) {
            throw in.unexpected("at least one variable");
        }
        if (skippedCuts > 0) {
            model.warn(skippedCuts + (skippedCuts == 1 ? " user cut was skipped" : " user cuts were skipped"));
        }
        in.gluedSigns().ifPresent(model::warn);
        return model.build(sense);
    }

    private Sense sense() {
        LpSection section = LpSection.at(in).orElse(LpSection.END);
        if (section != LpSection.MINIMIZE && section != LpSection.MAXIMIZE) {
            throw in.unexpected("Minimize or Maximize");
        }
        in.next();
        if (in.kind() == LpLexer.Kind.NAME && in.word().equalsIgnoreCase("multi") && in.following() == '-') {
            throw in.invalid(
                    "expected one objective, found several",
                    "Write their weighted sum as one objective, or solve for the first alone.");
        }
        return section == LpSection.MINIMIZE ? Sense.MINIMIZE : Sense.MAXIMIZE;
    }

    /** Reads one section; false after End. */
    private boolean section() {
        Optional<LpSection> section = LpSection.at(in);
        if (section.isEmpty()) {
            throw in.unexpected("a section such as Subject To, Bounds, Binaries or End");
        }
        String word = in.word();
        switch (section.get()) {
            case CONSTRAINTS, LAZY_CONSTRAINTS -> {
                in.next();
                passSecondWord(word);
                constraints();
            }
            case USER_CUTS -> {
                in.next();
                passSecondWord(word);
                skipCuts();
            }
            case BOUNDS -> {
                open();
                bounds();
            }
            case BINARIES -> list(variables::setBinary);
            case GENERALS -> list(variables::setGeneral);
            case END -> {
                in.next();
                return false;
            }
            case MINIMIZE, MAXIMIZE -> throw in.unexpected("one objective");
            case SEMI_CONTINUOUS, SPECIAL_SETS, GENERAL_CONSTRAINTS, PIECEWISE -> requireEmpty(section.get(), word);
        }
        return true;
    }

    /** Sections that cannot be expressed are passed when nothing stands in them. */
    private void requireEmpty(LpSection section, String word) {
        open();
        in.take("-");
        if (in.kind() == LpLexer.Kind.NAME && !in.isFirstOnLine() && in.word().matches("(?i)continuous|constraints")) {
            open();
        }
        if (!atSectionEnd()) {
            throw in.invalid("expected the section " + TextErrors.quote(word) + " to be empty", section.hint());
        }
    }

    /** Passes the word of a section, and a colon behind it. */
    private void open() {
        in.next();
        in.take(":");
    }

    /** "subject to", "such that", "lazy constraints" and "user cuts" have a second word. */
    private void passSecondWord(String word) {
        String second = switch (word.toLowerCase(Locale.ROOT)) {
            case "subject" -> "to";
            case "such" -> "that";
            case "lazy" -> "constraints";
            case "user" -> "cuts";
            default -> "";
        };
        if (!second.isEmpty()) {
            if (in.kind() != LpLexer.Kind.NAME || !in.word().equalsIgnoreCase(second)) {
                throw in.unexpected(word + " " + second);
            }
            in.next();
        }
        in.take(":");
    }

    private boolean atSectionEnd() {
        return in.kind() == LpLexer.Kind.END || LpSection.at(in).isPresent();
    }

    /** Passes "name:" and returns the name, the fallback when there is none. */
    private String label(String fallback) {
        if (in.kind() == LpLexer.Kind.NAME && in.following() == ':') {
            String name = in.word();
            in.next();
            in.next();
            return name;
        }
        return fallback;
    }

    private void objective() {
        label("obj");
        boolean first = true;
        while (!atSectionEnd()) {
            requireSign(first);
            first = false;
            double sign = sign();
            if (in.take("[")) {
                quadratic(sign);
            } else {
                term(sign, model.objective());
            }
        }
    }

    private void requireSign(boolean first) {
        if (!first && !in.is("+") && !in.is("-")) {
            throw in.unexpected("+ or -");
        }
    }

    /** Any number of signs. */
    private double sign() {
        double sign = 1;
        while (in.is("+") || in.is("-")) {
            sign = in.is("-") ? -sign : sign;
            in.next();
        }
        return sign;
    }

    /** "3 x", "x" or "3", after its sign. */
    private void term(double sign, ModelTerms terms) {
        if (in.kind() == LpLexer.Kind.NUMBER) {
            double value = sign * in.number();
            in.next();
            if (in.kind() == LpLexer.Kind.NAME && in.following() != ':' && !atSectionEnd()) {
                terms.add(variable(), value);
            } else {
                terms.addConstant(value);
            }
        } else {
            terms.add(variable(), sign);
        }
        if (in.is("*") || in.is("^") || in.is("/")) {
            throw in.unexpected(
                    "+, -, a comparison or a section", "Products stand in brackets, as in [ 2 x * y + z ^ 2 ] / 2.");
        }
    }

    private int variable() {
        if (in.kind() != LpLexer.Kind.NAME || atSectionEnd()) {
            throw in.unexpected("a variable");
        }
        int i = variables.of(in.word());
        in.next();
        return i;
    }

    /** "2 x ^ 2 + 4 x * y ] / 2", the bracket being passed. */
    private void quadratic(double outer) {
        products(outer / 2, model.objective());
        String hint = "The format halves what stands in brackets: write [ … ] / 2.";
        if (!in.take("/")) {
            throw in.unexpected("/ 2 after the bracket", hint);
        }
        requireTwo("/ 2 after the bracket", hint);
    }

    /** "2 x ^ 2 + 4 x * y ]". */
    private void products(double outer, ModelTerms terms) {
        boolean first = true;
        while (!in.is("]")) {
            requireSign(first);
            first = false;
            double value = outer * sign();
            if (in.kind() == LpLexer.Kind.NUMBER) {
                value *= in.number();
                in.next();
            }
            int x = variable();
            int y = x;
            if (in.take("^")) {
                requireTwo("the power 2", "");
            } else if (in.take("*")) {
                y = variable();
            } else {
                throw in.unexpected("^ 2 or * and a second variable");
            }
            terms.addProduct(x, y, value);
        }
        in.next();
    }

    private void requireTwo(String expected, String hint) {
        if (in.kind() != LpLexer.Kind.NUMBER || in.number() != 2) {
            throw in.unexpected(expected, hint);
        }
        in.next();
    }

    private void constraints() {
        while (!atSectionEnd()) {
            rowCount++;
            constraint(label("c" + rowCount));
        }
    }

    /** Reads rows and keeps none of them. */
    private void skipCuts() {
        int before = model.rows().size();
        int count = rowCount;
        constraints();
        skippedCuts += model.rows().size() - before;
        model.rows().subList(before, model.rows().size()).clear();
        rowCount = count;
    }

    /** "[variable = 0 or 1 ->] row". */
    private void constraint(String name) {
        if (isIndicator()) {
            int z = variable();
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
            range(name, (terms, low, high) -> model.indicator(name, z, active, terms, low, high));
        } else {
            range(name, (terms, low, high) -> model.row(name, terms, low, high));
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
        void add(ModelTerms terms, double low, double high);
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
        ModelTerms left = expression();
        if (left.hasVariables()) {
            String relation = comparison("<=, >= or =");
            double bound = rightHandSide();
            add(name, left, mirrored(relation), bound, rows);
            return;
        }
        between(name, left.takeConstant(), rows);
    }

    /** "≤ expression" or "≤ expression ≤ number" after a number. */
    private void between(String name, double low, Rows rows) {
        String relation = comparison("<=, >= or =");
        if (isSignedInfinity()) {
            add(name, new ModelTerms(), relation, low, rows);
            rightHandSide();
            return;
        }
        ModelTerms middle = expression();
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
        double high = rightHandSide();
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

    /** Adds "bound relation terms". */
    private void add(String name, ModelTerms terms, String relation, double bound, Rows rows) {
        if (Double.isInfinite(bound) && !relation.equals(bound > 0 ? ">=" : "<=")) {
            throw in.invalid("expected a finite bound of " + name + ", found infinity", "");
        }
        rows.add(
                terms,
                relation.equals(">=") ? Double.NEGATIVE_INFINITY : bound,
                relation.equals("<=") ? Double.POSITIVE_INFINITY : bound);
    }

    private ModelTerms expression() {
        ModelTerms terms = new ModelTerms();
        do {
            double sign = sign();
            if (in.take("[")) {
                int from = terms.products();
                products(sign, terms);
                if (in.take("/")) {
                    requireTwo("/ 2 or nothing after the bracket", "");
                    terms.halveProducts(from);
                }
            } else {
                term(sign, terms);
            }
        } while (in.is("+") || in.is("-"));
        return terms;
    }

    private String comparison(String expected) {
        if (!in.isComparison()) {
            throw in.unexpected(expected);
        }
        String relation = in.word();
        in.next();
        return relation;
    }

    private static String mirrored(String relation) {
        return switch (relation) {
            case "<=" -> ">=";
            case ">=" -> "<=";
            default -> relation;
        };
    }

    /** A signed number or infinity; a sign on the same line would go on, and that is refused. */
    private double rightHandSide() {
        double sign = sign();
        double value;
        if (in.kind() == LpLexer.Kind.NUMBER) {
            value = in.number() >= INFINITY ? sign * Double.POSITIVE_INFINITY : sign * in.number();
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

    private boolean isInfinity() {
        return in.kind() == LpLexer.Kind.NAME && in.word().matches("(?i)inf(inity)?");
    }

    /** "x <= 1", "0 <= x <= 1", "x = 0", "x free". */
    private void bounds() {
        while (!atSectionEnd()) {
            if (in.kind() != LpLexer.Kind.NAME || isInfinity()) {
                double left = rightHandSide();
                String relation = comparison("<=, >= or =");
                int i = variable();
                variables.bound(i, mirrored(relation), left);
                if (in.isComparison()) {
                    variables.bound(i, comparison("<="), rightHandSide());
                }
            } else {
                int i = variable();
                if (in.kind() == LpLexer.Kind.NAME && in.word().equalsIgnoreCase("free")) {
                    variables.free(i);
                    in.next();
                } else {
                    variables.bound(i, comparison("<=, >=, = or free"), rightHandSide());
                }
            }
        }
    }

    /** The names of a section, whose own word is passed. */
    private void list(IntConsumer declare) {
        open();
        while (!atSectionEnd()) {
            declare.accept(variable());
        }
    }
}
