package org.shrinq.repair.verify;

/**
 * What one kind of problem checks: its constraints in a fixed order, and its objective. Implementations are immutable.
 */
public interface Rules {
    /** Receives a violated constraint; returns false to stop the check. */
    @FunctionalInterface
    interface Sink {
        boolean accept(int constraint, double amount);
    }

    /** Number of variables. */
    int size();

    int constraints();

    String name(int constraint);

    /** Calls back for every violated constraint, ascending, until the sink returns false. */
    void check(byte[] x, Sink sink);

    /** What is wrong with a constraint that x violates by {@code amount}. */
    String describe(int constraint, byte[] x, double amount);

    double objective(byte[] x);
}
