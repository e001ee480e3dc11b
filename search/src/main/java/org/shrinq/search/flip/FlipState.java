package org.shrinq.search.flip;

import java.util.Arrays;
import org.shrinq.qubo.Couplings;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;

/**
 * A string x of a form f, taken as minimised, with the change δ_i = f(x with i flipped) − f(x) of every single flip. In binary
 * coefficients δ_i = ±(l_i + Σ_j q_ij x_j), plus where x_i is 0; a flip of i negates δ_i and adds ±q_ij to its neighbours' δ_j, in
 * O(degree) on explicit forms and O(n²) on an assignment of order n. Rounding adds up until the next {@link #load}. One thread.
 */
public final class FlipState {
    /** The string; changed by {@link #load} and {@link #flip} only. */
    public final byte[] x;
    /** δ_i; not to be modified. */
    public final double[] delta;

    private final QuadraticForm form;
    /** +1, or −1 where the form is maximised. */
    private final int sign;
    /** l_i of the minimised form in binary coefficients. */
    private final double[] linear;

    private final Rows rows;
    private double tolerance;

    private FlipState(QuadraticForm form, int sign, double[] linear, Rows rows) {
        this.form = form;
        this.sign = sign;
        this.linear = linear;
        this.rows = rows;
        x = new byte[linear.length];
        delta = linear.clone();
    }

    /** The state of zeros of a minimised form. */
    public static FlipState of(QuadraticForm form) {
        return of(form, Sense.MINIMIZE);
    }

    /** The state of zeros. */
    public static FlipState of(QuadraticForm form, Sense sense) {
        if (form instanceof Ising ising) {
            return of(ising.toQubo(), sense);
        }
        return new FlipState(form, sense.factor(), linear(form, sense.factor()), Rows.of(form));
    }

    /** A state of zeros of its own over the same form. */
    public FlipState fork() {
        return new FlipState(form, sign, linear, rows);
    }

    /** Number of variables. */
    public int size() {
        return x.length;
    }

    /** Moves to a string (not modified) and computes all changes anew, which also removes rounding drift. */
    public void load(byte[] point) {
        Arrays.fill(x, (byte) 0);
        System.arraycopy(linear, 0, delta, 0, delta.length);
        for (int i = 0; i < x.length; i++) {
            if (point[i] != 0) {
                rows.add(i, sign, x, delta);
            }
        }
        for (int i = 0; i < x.length; i++) {
            if (point[i] != 0) {
                x[i] = 1;
                delta[i] = -delta[i];
            }
        }
        tolerance = 1e-11 * magnitude();
    }

    /** Flips x_i. */
    public void flip(int i) {
        int step = x[i] == 0 ? sign : -sign;
        x[i] ^= 1;
        delta[i] = -delta[i];
        rows.add(i, step, x, delta);
    }

    /** The change for flipping both i and j ≠ i. */
    public double pair(int i, int j) {
        double c = sign * scale(form) * form.coupling(i, j);
        return delta[i] + delta[j] + (x[i] == x[j] ? c : -c);
    }

    /** Largest |δ_i| at present: the scale against which a change is rounding noise. */
    public double magnitude() {
        double max = 0;
        for (double d : delta) {
            max = Math.max(max, Math.abs(d));
        }
        return max;
    }

    /** Changes no larger than this, 10⁻¹¹ of the largest at the last {@link #load}, are rounding. */
    public double tolerance() {
        return tolerance;
    }

    /** q_ij per coupling: spins are read as q_ij = 4J_ij. */
    private static int scale(QuadraticForm form) {
        return form.domain() == QuadraticForm.Domain.SPIN ? 4 : 1;
    }

    /** Spins are read as l_i = −2h_i − 2Σ_j J_ij. */
    private static double[] linear(QuadraticForm form, int sign) {
        double[] l = new double[form.size()];
        Arrays.setAll(l, i -> sign * form.linear(i));
        if (form.domain() == QuadraticForm.Domain.SPIN) {
            double[] ones = new double[l.length];
            Arrays.fill(ones, 1);
            double[] sums = new double[l.length];
            form.multiply(ones, 1, sums);
            for (int i = 0; i < l.length; i++) {
                l[i] = -2 * (l[i] + sign * sums[i]);
            }
        }
        return l;
    }

    /** The rows of q, in the way that its form stores them. */
    private interface Rows {
        /** δ_j += ±step·q_ij for all j ≠ i, plus where x_j is 0. */
        void add(int i, int step, byte[] x, double[] delta);

        static Rows of(QuadraticForm form) {
            if (form instanceof Qubo q) {
                Couplings matrix = q.matrix();
                return (i, step, x, delta) -> addExplicit(matrix, i, step, x, delta);
            }
            if (form instanceof KroneckerForm k) {
                return (i, step, x, delta) -> addProduct(k, i, step, x, delta);
            }
            int scale = scale(form);
            return (i, step, x, delta) -> form.forEachNeighbor(i, (j, c) -> change(j, step * scale * c, x, delta));
        }
    }

    private static void change(int j, double field, byte[] x, double[] delta) {
        delta[j] += x[j] == 0 ? field : -field;
    }

    private static void addExplicit(Couplings matrix, int i, int step, byte[] x, double[] delta) {
        for (int e = matrix.rowStart(i); e < matrix.rowEnd(i); e++) {
            change(matrix.column(e), step * matrix.value(e), x, delta);
        }
    }

    private static void addProduct(KroneckerForm form, int v, int step, byte[] x, double[] delta) {
        int n = form.order();
        int i = v / n;
        int a = v % n;
        for (int j = 0; j < n; j++) {
            int row = j * n;
            if (j == i) {
                double twice = 2 * step * form.rowPenalty(i);
                for (int b = 0; b < n; b++) {
                    change(row + b, b == a ? 0 : twice, x, delta);
                }
                continue;
            }
            double there = step * form.flow(i, j);
            double back = step * form.flow(j, i);
            if (there != 0 || back != 0) {
                for (int b = 0; b < n; b++) {
                    change(row + b, there * form.distance(a, b) + back * form.distance(b, a), x, delta);
                }
            }
            change(row + a, 2 * step * form.columnPenalty(a), x, delta);
        }
    }
}
