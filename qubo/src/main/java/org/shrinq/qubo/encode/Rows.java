package org.shrinq.qubo.encode;

import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.LinearAtMost;

/** Arithmetic of constraint rows: common divisors, integrality, sizes. */
final class Rows {
    private Rows() {}

    static int[] variables(Constraint c) {
        int[] variables = new int[c.arity()];
        for (int k = 0; k < variables.length; k++) {
            variables[k] = c.variable(k);
        }
        return variables;
    }

    static double[] coefficients(Constraint c, double unit) {
        double[] coefficients = new double[c.arity()];
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = c.coefficient(k) / unit;
        }
        return coefficients;
    }

    /** Whole coefficients within the range in which doubles count exactly. */
    static boolean isIntegral(Constraint c) {
        for (int k = 0; k < c.arity(); k++) {
            double w = c.coefficient(k);
            if (w != Math.rint(w) || Math.abs(w) > 1L << 52) {
                return false;
            }
        }
        return c.bound() == Math.rint(c.bound()) || !c.isEquality();
    }

    /** Greatest common divisor of the coefficients (and of the bound of an equality) when whole, else 1. */
    static double unit(Constraint c) {
        if (!isIntegral(c)) {
            return 1;
        }
        long gcd = c.isEquality() ? (long) Math.abs(c.bound()) : 0;
        for (int k = 0; k < c.arity(); k++) {
            gcd = gcd(gcd, (long) Math.abs(c.coefficient(k)));
        }
        return Math.max(1, gcd);
    }

    private static long gcd(long a, long b) {
        while (b != 0) {
            long r = a % b;
            a = b;
            b = r;
        }
        return a;
    }

    /** What a row's activity is compared with: |bound|, or half of Σ|w| when that is larger or the bound is 0. */
    static double size(Constraint c) {
        double half = 0;
        for (int k = 0; k < c.arity(); k++) {
            half += Math.abs(c.coefficient(k)) / 2;
        }
        double bound = Math.abs(c.bound());
        return bound > 0 ? bound : Math.max(half, 1);
    }

    /** True when every constraint is a capacity row with coefficients ≥ 0. */
    static boolean isKnapsack(BinaryModel model) {
        for (Constraint c : model.constraints()) {
            if (!(c instanceof LinearAtMost)) {
                return false;
            }
            for (int k = 0; k < c.arity(); k++) {
                if (c.coefficient(k) < 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
