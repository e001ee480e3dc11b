package org.shrinq.instances.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextErrors;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.terms.ModelTerms;

/** Reads one OPB text, linear or not; docs/formats.md has the grammar. */
final class OpbReader {
    private static final Pattern VARIABLES = Pattern.compile("#variable=\\s*([0-9]{1,9})");
    private static final int MOST_NEGATED = 12;

    private final Tokens in;
    private final Text text;
    private final Limits limits;
    private final ModelBuilder model;
    private final ModelVariables variables;
    private String word = "";
    private boolean ended;

    OpbReader(Text text, Limits limits) {
        this.text = text;
        this.limits = limits;
        limits.require(text.file(), 0, "an OPB text of " + text.length() + " bytes", 16.0 * text.length());
        in = new Tokens(text);
        model = new ModelBuilder(text, limits);
        variables = model.variables();
    }

    Codec.Parsed read() {
        comments();
        next();
        Sense sense = Sense.MINIMIZE;
        if (word.equals("min:") || word.equals("max:")) {
            sense = word.equals("max:") ? Sense.MAXIMIZE : Sense.MINIMIZE;
            next();
            expression(model.objective());
            semicolon();
        }
        int rows = 0;
        while (!ended) {
            constraint("c" + ++rows);
        }
        for (int i = 0; i < variables.size(); i++) {
            variables.setBinary(i);
        }
        if (variables.size() == 0) {
            throw in.ended("a variable");
        }
        return model.build(sense);
    }

    /** Passes the comments at the top; "#variable= n" in the first says that the variables are x1, …, xn. */
    private void comments() {
        boolean first = true;
        while (in.peek() == '*') {
            Matcher count = VARIABLES.matcher(in.restOfLine());
            if (first && count.find()) {
                int n = Integer.parseInt(count.group(1));
                limits.require(text.file(), 1, "an OPB text of " + n + " variables", 400.0 * n);
                for (int i = 1; i <= n; i++) {
                    variables.of("x" + i);
                }
            }
            first = false;
        }
    }

    /** The next word; ";" is a word, and "min:" may stand close to what follows. */
    private void next() {
        in.skipComments('*');
        if (!in.hasNext()) {
            ended = true;
            word = "";
            return;
        }
        int start = in.position();
        String whole = in.word("a word");
        int cut = cut(whole);
        if (cut < whole.length()) {
            in.moveTo(start + cut);
            whole = whole.substring(0, cut);
        }
        word = whole;
    }

    /** Where a word ends that others touch: after "min:", before and after ";" and comparisons. */
    private static int cut(String whole) {
        if (whole.startsWith("min:") || whole.startsWith("max:")) {
            return 4;
        }
        if (whole.startsWith(";")) {
            return 1;
        }
        if (whole.matches("[<>=].*")) {
            return whole.length() > 1 && whole.charAt(1) == '=' ? 2 : 1;
        }
        for (int k = 1; k < whole.length(); k++) {
            if (";<>=".indexOf(whole.charAt(k)) >= 0) {
                return k;
            }
        }
        return whole.length();
    }

    private InstanceException unexpected(String expected) {
        return ended
                ? in.ended(expected)
                : in.invalidAt(
                        Math.max(0, in.position() - word.length()),
                        "expected " + expected + ", found " + TextErrors.quote(word),
                        "");
    }

    private void semicolon() {
        if (!word.equals(";")) {
            throw unexpected("; at the end of it");
        }
        next();
    }

    private void constraint(String name) {
        if (word.equals("soft:") || word.startsWith("[")) {
            throw in.invalidAt(
                    Math.max(0, in.position() - word.length()),
                    "expected a hard constraint, found a weighted one (WBO)",
                    "Give it a new binary that costs its weight and satisfies it.");
        }
        ModelTerms terms = new ModelTerms();
        expression(terms);
        String relation = word;
        if (!List.of(">=", "<=", "=").contains(relation)) {
            throw unexpected(">=, <= or =");
        }
        next();
        double bound = number("a right-hand side");
        next();
        semicolon();
        // a row of the form <=, so that "at most one" is seen
        if (relation.equals(">=")) {
            model.row(name, terms.negated(), Double.NEGATIVE_INFINITY, -bound + 0.0);
        } else {
            model.row(name, terms, relation.equals("=") ? bound : Double.NEGATIVE_INFINITY, bound);
        }
    }

    private boolean isNumber() {
        return word.matches("[+-]?[0-9]+");
    }

    private boolean isLiteral() {
        return word.matches("~?[A-Za-z_][^~;]*");
    }

    /** "+3 x1 ~x2 -2 x3", until something else. */
    private void expression(ModelTerms terms) {
        while (isNumber() || isLiteral()) {
            double coefficient = 1;
            if (isNumber()) {
                coefficient = number("a coefficient");
                next();
                if (!isLiteral()) {
                    throw unexpected("a variable");
                }
            }
            List<Integer> plain = new ArrayList<>();
            List<Integer> negated = new ArrayList<>();
            while (isLiteral()) {
                boolean not = word.startsWith("~");
                (not ? negated : plain).add(variables.of(not ? word.substring(1) : word));
                next();
            }
            product(terms, coefficient, plain, negated);
        }
    }

    private double number(String expected) {
        if (!isNumber()) {
            throw unexpected(expected);
        }
        double value = Double.parseDouble(word);
        if (new BigDecimal(word).compareTo(new BigDecimal(value)) != 0) {
            throw in.invalidAt(
                    Math.max(0, in.position() - word.length()),
                    "expected a number that a double holds exactly, found " + TextErrors.quote(word),
                    "");
        }
        return value + 0.0;
    }

    /** coefficient · Π x · Π (1 − y), multiplied out. */
    private void product(ModelTerms terms, double coefficient, List<Integer> plain, List<Integer> negated) {
        if (negated.size() > MOST_NEGATED) {
            throw unexpected("at most " + MOST_NEGATED + " negated variables in a product");
        }
        for (int subset = 0; subset < 1 << negated.size(); subset++) {
            BitSet factors = new BitSet();
            plain.forEach(factors::set);
            for (int k = 0; k < negated.size(); k++) {
                if ((subset >>> k & 1) == 1) {
                    factors.set(negated.get(k));
                }
            }
            double sign = Integer.bitCount(subset) % 2 == 0 ? 1 : -1;
            terms.addMonomial(factors.stream().toArray(), sign * coefficient);
        }
    }
}
