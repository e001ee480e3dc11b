package org.shrinq.qubo;

import org.jspecify.annotations.Nullable;

/** At most one of the variables is 1. */
public final class AtMostOne implements Constraint {
    private final String name;
    private final int[] variables;

    private AtMostOne(String name, int[] variables) {
        this.name = name;
        this.variables = variables;
    }

    /** The array is copied. */
    public static AtMostOne of(String name, int... variables) {
        LinearRow.requireDistinct(name, variables);
        return new AtMostOne(name, variables.clone());
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
        return false;
    }

    @Override
    public boolean propagate(Propagator p) {
        return propagateAtMostOne(variables, p);
    }

    /** Two ones contradict; one 1 sends the others to 0. */
    static boolean propagateAtMostOne(int[] variables, Propagator p) {
        int chosen = -1;
        for (int v : variables) {
            if (p.value(v) == 1) {
                if (chosen >= 0) {
                    return false;
                }
                chosen = v;
            }
        }
        if (chosen >= 0) {
            for (int v : variables) {
                if (v != chosen && p.value(v) < 0 && !p.imply(v, 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public @Nullable Constraint restrict(byte[] fixed, int[] renamed) {
        return UnitRow.of(variables, fixed, renamed).atMostOne(name);
    }

    @Override
    public String toString() {
        return name + ": at most one of " + java.util.Arrays.toString(variables);
    }
}
