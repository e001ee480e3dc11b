package org.shrinq.qubo;

/**
 * What {@link AtMostOne} and {@link ExactlyOne} share: distinct variables, each with coefficient 1, and the bound 1.
 * Immutable.
 */
public abstract sealed class GroupConstraint implements Constraint permits AtMostOne, ExactlyOne {
    /** The variables; never changed. */
    final int[] variables;

    private final String name;

    /** The array is copied. */
    GroupConstraint(String name, int[] variables) {
        LinearRow.requireDistinct(name, variables);
        this.name = name;
        this.variables = variables.clone();
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int arity() {
        return variables.length;
    }

    @Override
    public final int variable(int k) {
        return variables[k];
    }

    @Override
    public final double coefficient(int k) {
        return 1;
    }

    @Override
    public final double bound() {
        return 1;
    }

    /** Two ones contradict; one 1 sends the others to 0. */
    @Override
    public boolean propagate(Propagator p) {
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
}
