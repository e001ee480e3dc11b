package org.shrinq.qubo.model;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.terms.ModelTerms;

/**
 * A constant plus multiples of the variables of one {@link Model}, and of products of two of them: a {@link Var} or
 * what is computed of some. Immutable; adding costs what the longer sum has of terms, so that long sums are built by
 * {@link #sum(Collection)}.
 */
public abstract sealed class Expression permits Var, Sum {
    Expression() {}

    /** The model that its variables belong to; null for a constant. */
    abstract @Nullable Model model();

    /** Adds its terms, times {@code factor}, to {@code terms}, which is modified. */
    abstract void addTo(ModelTerms terms, double factor);

    /** Its value where the variables have these. */
    public abstract double value(ToDoubleFunction<Var> values);

    /** The sum of any number of expressions; 0 of none. */
    public static Expression sum(Collection<? extends Expression> parts) {
        return Sum.of(List.copyOf(parts), 1);
    }

    /** {@link #sum(Collection)}. */
    public static Expression sum(Expression... parts) {
        return sum(List.of(parts));
    }

    /**
     * Σ_k factors_k · parts_k.
     *
     * @param factors one per part; not modified
     */
    public static Expression sum(double[] factors, List<? extends Expression> parts) {
        return Sum.of(factors, parts);
    }

    public final Expression plus(Expression other) {
        return sum(this, other);
    }

    public final Expression plus(double constant) {
        return sum(this, Sum.constant(constant));
    }

    public final Expression minus(Expression other) {
        return sum(this, other.times(-1));
    }

    public final Expression minus(double constant) {
        return plus(-constant);
    }

    public final Expression times(double factor) {
        return Sum.of(List.of(this), factor);
    }

    /**
     * The product of two sums without products.
     *
     * @throws IllegalArgumentException for products of more than two variables
     */
    public final Expression times(Expression other) {
        return Sum.product(this, other);
    }
}
