package org.shrinq.relax.knapsack;

import java.util.Arrays;

/**
 * Multipliers λ of the rows of a {@link KnapsackCore}, evaluated from its data: min over the free items of (c + λA)·x −
 * λ·rest is a lower bound whatever λ ≥ 0 is, once what rounding can have added is taken off (Neumaier and Shcherbina
 * 2004). Mutable, one thread.
 */
final class KnapsackMultipliers {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final KnapsackCore core;
    private final double[] lambda;
    private final double[] reduced;

    KnapsackMultipliers(KnapsackCore core) {
        this.core = core;
        lambda = new double[core.rows];
        reduced = new double[core.n];
    }

    /** All multipliers 0, for costs of 0. */
    void begin() {
        Arrays.fill(lambda, 0);
        Arrays.fill(reduced, 0);
    }

    /** All multipliers 0, for these costs; not modified. */
    void begin(double[] cost) {
        Arrays.fill(lambda, 0);
        System.arraycopy(cost, 0, reduced, 0, reduced.length);
    }

    /** A row's multiplier, at least 0 unless it is an equation. */
    void set(int row, double value) {
        lambda[row] = row == core.equality ? value : Math.max(0, value);
    }

    double get(int row) {
        return lambda[row];
    }

    /** c_i + Σ_k λ_k a_ki, once {@link #bound} is computed. */
    double reduced(int item) {
        return reduced[item];
    }

    /**
     * The bound, once after every {@code begin}. O(rows · items).
     *
     * @param fixed per item, negative where it is free; not modified
     * @param rest per row what is left of the capacity; not modified
     * @param size Σ |c_i|
     */
    double bound(byte[] fixed, double[] rest, double size) {
        int n = reduced.length;
        double[] a = core.a;
        double[] to = reduced;
        double sum = 0;
        double magnitude = size;
        for (int k = 0; k < lambda.length; k++) {
            double l = lambda[k];
            if (l == 0) {
                continue;
            }
            sum -= l * rest[k];
            magnitude += Math.abs(l) * (core.b[k] + 2 * core.rowSum[k]);
            int at = k * n;
            for (int i = 0; i < n; i++) {
                to[i] += l * a[at + i];
            }
        }
        for (int i = 0; i < n; i++) {
            sum += fixed[i] < 0 ? Math.min(0, to[i]) : 0;
        }
        return sum - 2 * (n + lambda.length + 4) * UNIT_ROUNDOFF * magnitude;
    }
}
