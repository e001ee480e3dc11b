package org.shrinq.instances.model;

import org.shrinq.qubo.terms.ModelTerms;

/** Reads the expressions of a CPLEX LP text: signs, terms, and products in brackets. */
final class LpTerms {
    private final LpLexer in;
    private final ModelVariables variables;

    LpTerms(LpLexer in, ModelVariables variables) {
        this.in = in;
        this.variables = variables;
    }

    boolean atSectionEnd() {
        return in.kind() == LpLexer.Kind.END || LpSection.at(in).isPresent();
    }

    void requireSign(boolean first) {
        if (!first && !in.is("+") && !in.is("-")) {
            throw in.unexpected("+ or -");
        }
    }

    /** Any number of signs. */
    double sign() {
        double sign = 1;
        while (in.is("+") || in.is("-")) {
            sign = in.is("-") ? -sign : sign;
            in.next();
        }
        return sign;
    }

    /** "3 x", "x" or "3", after its sign. */
    void term(double sign, ModelTerms terms) {
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

    int variable() {
        if (in.kind() != LpLexer.Kind.NAME || atSectionEnd()) {
            throw in.unexpected("a variable");
        }
        int i = variables.of(in.word());
        in.next();
        return i;
    }

    /** "2 x ^ 2 + 4 x * y ] / 2", the bracket being passed. */
    void quadratic(double outer, ModelTerms terms) {
        products(outer / 2, terms);
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

    ModelTerms expression() {
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
}
