package org.shrinq.repair.verify;

/** Every x is feasible. */
abstract class RulesWithoutConstraints implements Rules {
    @Override
    public final int constraints() {
        return 0;
    }

    @Override
    public final String name(int constraint) {
        throw new IndexOutOfBoundsException("constraint " + constraint + " of 0");
    }

    @Override
    public final void check(byte[] x, Sink sink) {}

    @Override
    public final String describe(int constraint, byte[] x, double amount) {
        return name(constraint);
    }
}
