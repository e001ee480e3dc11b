package org.shrinq.qubo;

import org.jspecify.annotations.Nullable;

/** An edge of a conflict graph: u and v are not both 1. */
public record Conflict(int u, int v) implements Constraint {
    public Conflict {
        if (u == v || u < 0 || v < 0) {
            throw new IllegalArgumentException("a conflict joins two different variables, got " + u + " and " + v);
        }
    }

    /** The conflict of two variables in either order, the smaller one first. */
    public static Conflict of(int a, int b) {
        return new Conflict(Math.min(a, b), Math.max(a, b));
    }

    /** "edge(u,v)", counted from 1 as in graph files. */
    @Override
    public String name() {
        return "edge(" + (u + 1) + "," + (v + 1) + ")";
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public int variable(int k) {
        return k == 0 ? u : v;
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
        int a = p.value(u);
        int b = p.value(v);
        if (a == 1) {
            return b != 1 && (b == 0 || p.imply(v, 0));
        }
        return b != 1 || a == 0 || p.imply(u, 0);
    }

    @Override
    public @Nullable Constraint restrict(byte[] fixed, int[] renamed) {
        return fixed[u] < 0 && fixed[v] < 0
                ? new Conflict(renamed[u], renamed[v])
                : UnitRow.of(new int[] {u, v}, fixed, renamed).atMostOne(name());
    }

    @Override
    public String toString() {
        return name() + ": not both";
    }
}
