package org.shrinq.relax.lp;

import java.util.Arrays;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;

/**
 * The linear program min offset + c·x subject to A·x + s = b with every variable and every slack in a box: the data as
 * given, which pivots never touch. A dense with m·n numbers; rows scaled by powers of two, exactly. Boxes may change
 * and rows may be added.
 */
final class BoxedProgram {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    final int n;
    int m;
    double[] a;
    double[] b;
    final double[] c;
    final double offset;
    /** Row k is the given one times 2^exponent[k]. */
    int[] exponent;
    /** Bounds of the n variables, then of the m slacks. */
    double[] lower;

    double[] upper;

    private BoxedProgram(double[] a, double[] b, double[] c, double[] slack, int[] exponent, double offset) {
        n = c.length;
        m = b.length;
        this.a = a;
        this.b = b;
        this.c = c;
        this.exponent = exponent;
        this.offset = offset;
        lower = new double[n + m];
        upper = new double[n + m];
        Arrays.fill(upper, 0, n, 1);
        for (int k = 0; k < m; k++) {
            lower[n + k] = Double.isInfinite(slack[k]) ? 0 : -slack[k];
            upper[n + k] = slack[k];
        }
    }

    /** The linear relaxation of a model, minimising factor()·objective; couplings of the objective are left out. */
    static BoxedProgram of(BinaryModel model) {
        int n = model.size();
        int m = model.constraints().size();
        double[] a = new double[Math.multiplyExact(m, n)];
        double[] b = new double[m];
        double[] slack = new double[m];
        int[] exponent = new int[m];
        for (int k = 0; k < m; k++) {
            Constraint row = model.constraints().get(k);
            double largest = 0;
            for (int e = 0; e < row.arity(); e++) {
                largest = Math.max(largest, Math.abs(row.coefficient(e)));
            }
            exponent[k] = scaling(largest);
            for (int e = 0; e < row.arity(); e++) {
                a[k * n + row.variable(e)] = Math.scalb(row.coefficient(e), exponent[k]);
            }
            // a row is met when it is exceeded by no more than its tolerance
            double bound = row.isEquality() ? row.bound() : row.bound() + row.tolerance();
            b[k] = Math.scalb(bound, exponent[k]);
            slack[k] = row.isEquality() ? Math.scalb(row.tolerance(), exponent[k]) : Double.POSITIVE_INFINITY;
        }
        double[] c = new double[n];
        for (int i = 0; i < n; i++) {
            c[i] = model.sense().factor() * model.objective().linear(i);
        }
        return new BoxedProgram(
                a,
                b,
                c,
                slack,
                exponent,
                model.sense().factor() * model.objective().offset());
    }

    private static int scaling(double largest) {
        return largest > 0 ? -Math.getExponent(largest) : 0;
    }

    /** Adds Σ coefficient·x ≤ bound as the last row. Arrays are not modified. */
    void addAtMost(int[] variables, double[] coefficients, double bound) {
        int row = m;
        grow(m + 1);
        double largest = 0;
        for (double w : coefficients) {
            largest = Math.max(largest, Math.abs(w));
        }
        exponent[row] = scaling(largest);
        b[row] = Math.scalb(bound, exponent[row]);
        lower[n + row] = 0;
        upper[n + row] = Double.POSITIVE_INFINITY;
        for (int e = 0; e < variables.length; e++) {
            a[row * n + variables[e]] = Math.scalb(coefficients[e], exponent[row]);
        }
    }

    /** Rows that there is room for. */
    int capacity() {
        return b.length;
    }

    /** Arrays for {@code rows} rows, at least a half more than needed now. */
    private void grow(int rows) {
        if (rows > b.length) {
            int room = Math.max(rows, b.length + b.length / 2 + 16);
            a = Arrays.copyOf(a, Math.multiplyExact(room, n));
            b = Arrays.copyOf(b, room);
            exponent = Arrays.copyOf(exponent, room);
            lower = Arrays.copyOf(lower, n + room);
            upper = Arrays.copyOf(upper, n + room);
        }
        m = rows;
    }

    /**
     * The bound where a variable of this reduced cost stands best: the upper one when the cost is negative and the
     * bound finite.
     */
    double preferred(int variable, double cost) {
        return cost < 0 && !Double.isInfinite(upper[variable]) ? upper[variable] : lower[variable];
    }

    /**
     * min over the boxes of reduced·x + λ·(A·x + s − b), less its rounding error, so that it is valid whatever the
     * multipliers (Neumaier and Shcherbina 2004). O(m·n).
     *
     * @param lambda multipliers of the scaled rows. Not modified.
     * @param reduced costs. Modified: λ·A is added.
     * @param size magnitude of what the caller adds to the result, whose rounding counts too
     */
    double lagrangian(double[] lambda, double[] reduced, double size) {
        double bound = 0;
        double magnitude = size;
        for (int k = 0; k < m; k++) {
            double l = lambda[k];
            if (l == 0) {
                continue;
            }
            double slack = l > 0 ? lower[n + k] : upper[n + k];
            bound += l * (slack - b[k]);
            magnitude += Math.abs(l) * (Math.abs(slack) + Math.abs(b[k]));
            for (int i = 0; i < n; i++) {
                double term = l * a[k * n + i];
                reduced[i] += term;
                magnitude += Math.abs(term);
            }
        }
        for (int i = 0; i < n; i++) {
            bound += reduced[i] > 0 ? reduced[i] * lower[i] : reduced[i] * upper[i];
            magnitude += Math.abs(c[i]);
        }
        return bound - 2 * (n + m + 4) * UNIT_ROUNDOFF * magnitude;
    }
}
