package org.shrinq.instances.generate;

/** Checks of parameters. */
final class Require {
    private Require() {}

    static void atLeast(String what, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(what + ": expected at least " + least + ", got " + value);
        }
    }

    static void probability(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + ": expected a number in [0, 1], got " + value);
        }
    }
}
