package org.shrinq.instances.model;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextErrors;
import org.shrinq.qubo.Sense;

/** Reads one CPLEX LP text; docs/formats.md has the grammar. */
final class LpReader {
    private final Text text;
    private final LpLexer in;
    private final ModelBuilder model;
    private final ModelVariables variables;
    private final LpTerms terms;
    private final LpRows rows;
    private int rowCount;
    private int skippedCuts;

    LpReader(Text text, Limits limits) {
        this.text = text;
        // a name, its number and what its terms become
        limits.require(text.file(), 0, "an LP text of " + text.length() + " bytes", 16.0 * text.length());
        in = new LpLexer(text);
        model = new ModelBuilder(text, limits);
        variables = model.variables();
        terms = new LpTerms(in, variables);
        rows = new LpRows(in, model, terms);
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
        if (!terms.atSectionEnd()) {
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
        while (!terms.atSectionEnd()) {
            terms.requireSign(first);
            first = false;
            double sign = terms.sign();
            if (in.take("[")) {
                terms.quadratic(sign, model.objective());
            } else {
                terms.term(sign, model.objective());
            }
        }
    }

    private void constraints() {
        while (!terms.atSectionEnd()) {
            rowCount++;
            rows.constraint(label("c" + rowCount));
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

    /** "x <= 1", "0 <= x <= 1", "x = 0", "x free". */
    private void bounds() {
        while (!terms.atSectionEnd()) {
            if (in.kind() != LpLexer.Kind.NAME || rows.isInfinity()) {
                double left = rows.rightHandSide();
                String relation = rows.comparison("<=, >= or =");
                int i = terms.variable();
                variables.bound(i, LpRows.mirrored(relation), left);
                if (in.isComparison()) {
                    variables.bound(i, rows.comparison("<="), rows.rightHandSide());
                }
            } else {
                int i = terms.variable();
                if (in.kind() == LpLexer.Kind.NAME && in.word().equalsIgnoreCase("free")) {
                    variables.free(i);
                    in.next();
                } else {
                    variables.bound(i, rows.comparison("<=, >=, = or free"), rows.rightHandSide());
                }
            }
        }
    }

    /** The names of a section, whose own word is passed. */
    private void list(IntConsumer declare) {
        open();
        while (!terms.atSectionEnd()) {
            declare.accept(terms.variable());
        }
    }
}
