package org.shrinq.qubo.model;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.terms.DecimalArithmetic;
import org.shrinq.qubo.terms.ModelTerms;

/** A computed expression. The terms are not modified any more. */
final class Sum extends Expression {
    private final @Nullable Model model;
    private final ModelTerms terms;

    private Sum(@Nullable Model model, ModelTerms terms) {
        this.model = model;
        this.terms = terms;
    }

    static Sum constant(double value) {
        ModelTerms terms = new ModelTerms();
        terms.addConstant(finite(value));
        return new Sum(null, terms);
    }

    static Sum of(List<Expression> parts, double factor) {
        finite(factor);
        ModelTerms terms = new ModelTerms();
        Model model = null;
        for (Expression part : parts) {
            model = common(model, part.model());
            part.addTo(terms, factor);
        }
        return new Sum(model, terms);
    }

    static Sum of(double[] factors, List<? extends Expression> parts) {
        if (factors.length != parts.size()) {
            throw new IllegalArgumentException(factors.length + " factors for " + parts.size() + " expressions");
        }
        ModelTerms terms = new ModelTerms();
        Model model = null;
        for (int k = 0; k < factors.length; k++) {
            model = common(model, parts.get(k).model());
            parts.get(k).addTo(terms, finite(factors[k]));
        }
        return new Sum(model, terms);
    }

    static Sum product(Expression a, Expression b) {
        ModelTerms x = termsOf(a);
        ModelTerms y = termsOf(b);
        if (x.products() + y.products() > 0 && (x.hasVariables() && y.hasVariables())) {
            throw new IllegalArgumentException("a product of more than two variables; expected sums without products");
        }
        ModelTerms product = new ModelTerms();
        if (y.constant() != 0) {
            x.addTo(product, y.constant());
        }
        if (x.constant() != 0) {
            y.takeConstant();
            y.addTo(product, x.constant());
        }
        for (int i = 0; i < x.size(); i++) {
            for (int j = 0; j < y.size(); j++) {
                product.addProduct(
                        x.variable(i), y.variable(j), DecimalArithmetic.times(x.coefficient(i), y.coefficient(j)));
            }
        }
        return new Sum(common(a.model(), b.model()), product);
    }

    /** A copy of its terms. */
    static ModelTerms termsOf(Expression e) {
        ModelTerms terms = new ModelTerms();
        e.addTo(terms, 1);
        return terms;
    }

    private static @Nullable Model common(@Nullable Model a, @Nullable Model b) {
        if (a != null && b != null && a != b) {
            throw new IllegalArgumentException("variables of two models in one expression");
        }
        return a == null ? b : a;
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number of an expression is " + value + ", expected a finite one");
        }
        return value;
    }

    @Override
    @Nullable
    Model model() {
        return model;
    }

    @Override
    void addTo(ModelTerms to, double factor) {
        terms.addTo(to, factor);
    }

    @Override
    public double value(ToDoubleFunction<Var> values) {
        Model of = model;
        return terms.value(of == null ? i -> 0 : i -> values.applyAsDouble(of.variable(i)));
    }

    /** "3 x + y - 2". */
    @Override
    public String toString() {
        return ExpressionText.of(
                terms, i -> model == null ? "" : model.variable(i).name());
    }
}
