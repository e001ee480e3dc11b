package org.shrinq.solver;

/** What numbers {@link SolverOptions} take; everything else is an {@link IllegalArgumentException}. */
final class OptionRange {
    /** More than any machine has cores that would help; every thread has its own buffers. */
    private static final int MOST_THREADS = 1024;

    /** Every member keeps a whole run. */
    private static final int MOST_MEMBERS = 1024;

    /** Every pair of them is compared. */
    private static final int MOST_SOLUTIONS = 1000;

    private static final int MOST_SHRINKINGS = 16;

    private OptionRange() {}

    static int qubits(int value) {
        return value >= 1 ? value : refuse("a budget of " + value + " qubits, expected at least 1");
    }

    static double tolerance(double value) {
        boolean valid = value >= 0 && !Double.isInfinite(value);
        return valid ? value : refuse("a feasibility tolerance of " + value + ", expected 0 or more");
    }

    static int shrinkings(int value) {
        return upTo(MOST_SHRINKINGS, value, value + " shrinkings");
    }

    static int rounds(int value) {
        return value >= 1 ? value : refuse(value + " rounds, expected at least 1");
    }

    static double seconds(double value) {
        return value > 0 ? value : refuse("a time limit of " + value + " seconds, expected a positive number");
    }

    static int pool(int value) {
        return upTo(MOST_SOLUTIONS, value, "a pool of " + value);
    }

    static int members(int value) {
        return upTo(MOST_MEMBERS, value, "a portfolio of " + value);
    }

    static int threads(int value) {
        return upTo(MOST_THREADS, value, value + " threads");
    }

    private static int upTo(int most, int value, String what) {
        return value >= 1 && value <= most ? value : refuse(what + ", expected 1 to " + most);
    }

    private static int refuse(String message) {
        throw new IllegalArgumentException(message);
    }
}
