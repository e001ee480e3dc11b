package org.shrinq.qubo;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is left of a linear row when some of its variables are fixed, with the room that they leave computed exactly. */
record RestrictedRow(int[] variables, double[] coefficients, double bound) {
    /** Null where every completion satisfies the row. */
    static @Nullable RestrictedRow of(LinearRow row, boolean equality, byte[] fixed, int[] renamed) {
        ExactRow exact = row.exact();
        int n = row.arity();
        int[] variables = new int[n];
        double[] coefficients = new double[n];
        int free = 0;
        BigInteger room = exact.bound();
        BigInteger most = BigInteger.ZERO;
        BigInteger least = BigInteger.ZERO;
        for (int k = 0; k < n; k++) {
            int v = row.variable(k);
            if (fixed[v] == 0) {
                continue;
            }
            BigInteger w = exact.coefficient(k);
            if (fixed[v] > 0) {
                room = room.subtract(w);
                continue;
            }
            variables[free] = renamed[v];
            coefficients[free++] = row.coefficient(k);
            most = w.signum() > 0 ? most.add(w) : most;
            least = w.signum() < 0 ? least.add(w) : least;
        }
        BigInteger tolerance = exact.tolerance();
        boolean fits = most.compareTo(room.add(tolerance)) <= 0;
        if (fits && (!equality || least.compareTo(room.subtract(tolerance)) >= 0)) {
            return null;
        }
        return new RestrictedRow(
                Arrays.copyOf(variables, free),
                Arrays.copyOf(coefficients, free),
                Decimal.nearest(room, exact.unit()));
    }
}
