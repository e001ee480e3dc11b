package org.shrinq.qubo;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Exactly one of the variables is 1. */
public final class ExactlyOne extends GroupConstraint {
    private ExactlyOne(String name, int[] variables) {
        super(name, variables);
    }

    /** The array is copied. */
    public static ExactlyOne of(String name, int... variables) {
        return new ExactlyOne(name, variables);
    }

    @Override
    public boolean isEquality() {
        return true;
    }

    /** As {@link AtMostOne}; besides, no candidate left contradicts, and the last candidate becomes 1. */
    @Override
    public boolean propagate(Propagator p) {
        if (!super.propagate(p)) {
            return false;
        }
        int last = -1;
        for (int v : variables) {
            int value = p.value(v);
            if (value == 1) {
                return true;
            }
            if (value < 0) {
                if (last >= 0) {
                    return true;
                }
                last = v;
            }
        }
        return last >= 0 && p.imply(last, 1);
    }

    @Override
    public @Nullable Constraint restrict(byte[] fixed, int[] renamed) {
        return UnitRow.of(variables, fixed, renamed).exactlyOne(name());
    }

    @Override
    public String toString() {
        return name() + ": exactly one of " + Arrays.toString(variables);
    }
}
