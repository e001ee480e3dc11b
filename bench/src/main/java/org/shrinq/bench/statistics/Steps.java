package org.shrinq.bench.statistics;

import java.util.Arrays;

/**
 * A curve that rises in steps: the share of {@code total} events that happened at or before a value. Events that never
 * happened (infinite) are counted in the total only, so that the curve ends below 1.
 *
 * @param values where it rises, ascending, each once
 * @param shares the share reached there
 */
@SuppressWarnings("ArrayRecordComponent")
public record Steps(double[] values, double[] shares) {
    public Steps {
        values = values.clone();
        shares = shares.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public double[] shares() {
        return shares.clone();
    }

    /** The empirical distribution of the values; NaN is not allowed. Not modified. */
    public static Steps of(double[] events) {
        double[] sorted = events.clone();
        if (Arrays.stream(sorted).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("an event at NaN");
        }
        Arrays.sort(sorted);
        int finite = (int)
                Arrays.stream(sorted).filter(v -> v != Double.POSITIVE_INFINITY).count();
        double[] values = new double[finite];
        double[] shares = new double[finite];
        int count = 0;
        for (int i = 0; i < finite; i++) {
            if (i + 1 == finite || sorted[i + 1] != sorted[i]) {
                values[count] = sorted[i];
                shares[count++] = (i + 1.0) / sorted.length;
            }
        }
        return new Steps(Arrays.copyOf(values, count), Arrays.copyOf(shares, count));
    }

    /** The share at a value: that of the last step at or before it, 0 before the first. */
    public double at(double value) {
        int found = Arrays.binarySearch(values, value);
        int step = found >= 0 ? found : -found - 2;
        return step < 0 ? 0 : shares[step];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Steps s && Arrays.equals(values, s.values) && Arrays.equals(shares, s.shares);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(shares);
    }

    @Override
    public String toString() {
        return "Steps" + Arrays.toString(values) + Arrays.toString(shares);
    }
}
