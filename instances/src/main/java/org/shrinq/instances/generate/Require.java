package org.shrinq.instances.generate;

/** Checks of parameters. */
final class Require {
    private Require() {}

    static void atLeast(String what, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(what + ": expected at least " + least + ", got " + value);
        }
    }

    static void atMost(String what, double value, double most) {
        if (value > most) {
            throw new IllegalArgumentException(String.format(
                    java.util.Locale.ROOT, "%s: expected at most %.0e, got about %.1e", what, most, value));
        }
    }

    static void probability(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + ": expected a number in [0, 1], got " + value);
        }
    }
}
