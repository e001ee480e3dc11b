package org.shrinq.qubo;

import org.jspecify.annotations.Nullable;

/** Exactly one of the variables is 1. */
public final class ExactlyOne implements Constraint {
    private final String name;
    private final int[] variables;

    private ExactlyOne(String name, int[] variables) {
        this.name = name;
        this.variables = variables;
    }

    /** The array is copied. */
    public static ExactlyOne of(String name, int... variables) {
        LinearRow.requireDistinct(name, variables);
        return new ExactlyOne(name, variables.clone());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int arity() {
        return variables.length;
    }

    @Override
    public int variable(int k) {
        return variables[k];
    }

    @Override
    public double coefficient(int k) {
        return 1;
    }

    @Override
    public double bound() {
        return 1;
    }

    @Override
    public boolean isEquality() {
        return true;
    }

    /** As {@link AtMostOne}; besides, no candidate left contradicts, and the last candidate becomes 1. */
    @Override
    public boolean propagate(Propagator p) {
        if (!AtMostOne.propagateAtMostOne(variables, p)) {
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
        return UnitRow.of(variables, fixed, renamed).exactlyOne(name);
    }

    @Override
    public String toString() {
        return name + ": exactly one of " + java.util.Arrays.toString(variables);
    }
}
