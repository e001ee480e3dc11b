package org.shrinq.instances.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextErrors;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;

/** Reads one CPLEX LP text; docs/formats.md has the grammar. */
final class LpReader {
    private static final String LINEAR_HINT = "Products of binaries in constraints can be replaced by new binaries.";

    private final Text text;
    private final LpLexer in;
    private final LpVariables variables;
    private final ModelRows rows = new ModelRows();
    private final LpTerms objective = new LpTerms();
    private int rowCount;

    LpReader(Text text, Limits limits) {
        this.text = text;
        // a name, its number and what its terms become
        limits.require(text.file(), 0, "an LP text of " + text.length() + " bytes", 16.0 * text.length());
        in = new LpLexer(text);
        variables = new LpVariables(text.file());
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
        variables.finish(rows);
        BinaryModel model = new BinaryModel(sense, objective.toQubo(variables.size()), rows.constraints());
        List<String> warnings =
                rows.free() == 0 ? List.of() : List.of(rows.free() + " constraints without bounds were left out");
        return new Codec.Parsed(
                new BinaryQuadraticProgram(text.stem(), model), OptionalDouble.empty(), variables.names(), warnings);
    }

    private Sense sense() {
        LpSection section = LpSection.at(in).orElse(LpSection.END);
        if (section != LpSection.MINIMIZE && section != LpSection.MAXIMIZE) {
            throw in.unexpected("Minimize or Maximize");
        }
        in.next();
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
            case CONSTRAINTS -> {
                in.next();
                passSecondWord(word);
                constraints();
            }
            case BOUNDS -> {
                in.next();
                bounds();
            }
            case BINARIES -> list(variables::setBinary);
            case GENERALS -> list(variables::setGeneral);
            case END -> {
                in.next();
                return false;
            }
            case MINIMIZE, MAXIMIZE -> throw in.unexpected("one objective");
            default ->
                throw in.invalid(
                        "expected constraints, bounds, binaries or generals, found the section "
                                + TextErrors.quote(word),
                        "Such models cannot be solved here.");
        }
        return true;
    }

    /** "subject to" and "such that" have a second word. */
    private void passSecondWord(String word) {
        String second = switch (word.toLowerCase(Locale.ROOT)) {
            case "subject" -> "to";
            case "such" -> "that";
            default -> "";
        };
        if (!second.isEmpty()) {
            if (in.kind() != LpLexer.Kind.NAME || !in.word().equalsIgnoreCase(second)) {
                throw in.unexpected(word + " " + second);
            }
            in.next();
        }
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
                term(sign, objective);
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
    private void term(double sign, LpTerms terms) {
        if (in.kind() == LpLexer.Kind.NUMBER) {
            double value = sign * in.number();
            in.next();
            if (in.kind() == LpLexer.Kind.NAME && !atSectionEnd()) {
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
            objective.addProduct(x, y, value / 2);
        }
        in.next();
        String hint = "The format halves what stands in brackets: write [ … ] / 2.";
        if (!in.take("/")) {
            throw in.unexpected("/ 2 after the bracket", hint);
        }
        requireTwo("/ 2 after the bracket", hint);
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

    /** "expression ≤ number", "number ≤ expression" or "number ≤ expression ≤ number", with any comparison. */
    private void constraint(String name) {
        LpTerms left = expression();
        String relation = comparison("<=, >= or =");
        if (left.hasVariables()) {
            double bound = rightHandSide();
            add(name, left, mirrored(relation), bound);
            return;
        }
        double low = left.takeConstant();
        LpTerms middle = expression();
        if (!in.isComparison()) {
            add(name, middle, relation, low);
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
                    "expected a range, found " + TextSink.text(least) + " above " + TextSink.text(most) + " in " + name,
                    "");
        }
        middle.addTo(rows, name, least, most);
    }

    /** Adds "bound relation terms". */
    private void add(String name, LpTerms terms, String relation, double bound) {
        if (Double.isInfinite(bound) && !relation.equals(bound > 0 ? ">=" : "<=")) {
            throw in.invalid("expected a finite bound of " + name + ", found infinity", "");
        }
        terms.addTo(
                rows,
                name,
                relation.equals(">=") ? Double.NEGATIVE_INFINITY : bound,
                relation.equals("<=") ? Double.POSITIVE_INFINITY : bound);
    }

    private LpTerms expression() {
        LpTerms terms = new LpTerms();
        do {
            double sign = sign();
            if (in.is("[")) {
                throw in.invalid("expected a linear constraint, found a quadratic one", LINEAR_HINT);
            }
            term(sign, terms);
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
            value = sign * in.number();
        } else if (isInfinity()) {
            value = sign * Double.POSITIVE_INFINITY;
        } else {
            throw in.unexpected("a number on the right-hand side", "Move variables to the left.");
        }
        in.next();
        if (in.is("-") && in.following() == '>') {
            throw in.invalid("expected the next constraint, found an indicator constraint", LINEAR_HINT);
        }
        if (in.kind() == LpLexer.Kind.SYMBOL && !in.isComparison() && !in.isFirstOnLine()) {
            throw in.unexpected("the next constraint after the right-hand side", "Move variables to the left.");
        }
        return value;
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
        in.next();
        while (!atSectionEnd()) {
            declare.accept(variable());
        }
    }
}
