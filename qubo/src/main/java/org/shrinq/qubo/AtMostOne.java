package org.shrinq.qubo;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** At most one of the variables is 1. */
public final class AtMostOne extends GroupConstraint {
    private AtMostOne(String name, int[] variables) {
        super(name, variables);
    }

    /** The array is copied. */
    public static AtMostOne of(String name, int... variables) {
        return new AtMostOne(name, variables);
    }

    @Override
    public boolean isEquality() {
        return false;
    }

    @Override
    public @Nullable Constraint restrict(byte[] fixed, int[] renamed) {
        return UnitRow.of(variables, fixed, renamed).atMostOne(name());
    }

    @Override
    public String toString() {
        return name() + ": at most one of " + Arrays.toString(variables);
    }
}
