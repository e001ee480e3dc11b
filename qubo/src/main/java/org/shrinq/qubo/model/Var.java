package org.shrinq.qubo.model;

import java.util.function.ToDoubleFunction;
import org.shrinq.qubo.terms.ModelTerms;

/** A variable of a {@link Model}, made by {@link Model#binary} or {@link Model#integer}. Immutable. */
public final class Var extends Expression {
    private final Model model;
    private final int index;
    private final String name;
    private final long low;
    private final long high;

    Var(Model model, int index, String name, long low, long high) {
        this.model = model;
        this.index = index;
        this.name = name;
        this.low = low;
        this.high = high;
    }

    @Override
    Model model() {
        return model;
    }

    /** Its place in the model, counted from 0. */
    public int index() {
        return index;
    }

    public String name() {
        return name;
    }

    /** The least value. */
    public long low() {
        return low;
    }

    /** The greatest value. */
    public long high() {
        return high;
    }

    boolean isBinary() {
        return low == 0 && high == 1;
    }

    @Override
    void addTo(ModelTerms terms, double factor) {
        terms.add(index, factor);
    }

    @Override
    public double value(ToDoubleFunction<Var> values) {
        return values.applyAsDouble(this);
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}
