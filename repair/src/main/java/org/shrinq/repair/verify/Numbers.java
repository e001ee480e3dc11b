package org.shrinq.repair.verify;

/** Numbers in messages: whole ones without a fraction. */
final class Numbers {
    private Numbers() {}

    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
