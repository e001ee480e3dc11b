package org.shrinq.cli;

import org.jspecify.annotations.Nullable;

/** The value of {@code --readout}. */
final class ReadoutFlag {
    private ReadoutFlag() {}

    /** The errors of 0 and of 1; zeros without a value. */
    static double[] parse(@Nullable String value) {
        if (value == null) {
            return new double[2];
        }
        String[] parts = value.split(",", -1);
        try {
            double zero = Double.parseDouble(parts[0]);
            double one = parts.length > 1 ? Double.parseDouble(parts[1]) : zero;
            if (parts.length <= 2) {
                return new double[] {zero, one};
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new Failures.UsageException("--readout is '" + value + "', expected a number such as 0.02, or two.");
    }
}
