package org.shrinq.search.flip;

import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Sense;

/**
 * A string x of a form f, taken as minimised, with its local fields, field_i = l_i + Σ_j q_ij x_j, so that the change
 * by a flip is turn_i · field_i with turn_i = 1 − 2x_i, without a branch. A flip costs O(degree) on sparse rows, a
 * vectorised O(n) on full ones ({@link CouplingRows}) and O(n²) on an assignment of order n, whose matrix is never
 * written out. Rounding adds up until the next {@link #load}. One thread.
 */
public final class FlipState {
    /** Of the largest change: what some ten thousand flips may add up to. */
    static final double ROUNDING = 1e-11;

    /** Number of variables. */
    public final int n;
    /** The string; changed by {@link #load} and {@link #flip} only, as are turn and field. */
    public final byte[] x;
    /** 1 − 2x. */
    public final double[] turn;

    public final double[] field;

    private final FieldRows rows;
    private double cost;
    private double tolerance;
    private long work;

    private FlipState(FieldRows rows) {
        this.rows = rows;
        n = rows.size();
        x = new byte[n];
        turn = new double[n];
        field = new double[n];
        load(x);
    }

    /** The state of zeros of a minimised form. */
    public static FlipState of(QuadraticForm form) {
        return of(form, Sense.MINIMIZE);
    }

    /** The state of zeros. */
    public static FlipState of(QuadraticForm form, Sense sense) {
        return new FlipState(
                form instanceof KroneckerForm product
                        ? new KroneckerRows(product, sense.factor())
                        : CouplingRows.of(form, sense));
    }

    /** The state of zeros over rows that others read too. */
    public static FlipState of(CouplingRows rows) {
        return new FlipState(rows);
    }

    /** Another state of zeros over the same form. */
    public FlipState fork() {
        return new FlipState(rows);
    }

    /** Moves to a string (not modified) and computes all fields anew, which also removes rounding. */
    public void load(byte[] point) {
        System.arraycopy(point, 0, x, 0, n);
        double linear = 0;
        for (int i = 0; i < n; i++) {
            field[i] = rows.linear(i);
            turn[i] = 1 - 2 * x[i];
            linear += x[i] == 0 ? 0 : field[i];
        }
        for (int i = 0; i < n; i++) {
            if (x[i] != 0) {
                rows.add(i, 1, field);
            }
        }
        double sum = linear;
        for (int i = 0; i < n; i++) {
            if (x[i] != 0) {
                sum += field[i];
            }
        }
        cost = sum / 2;
        tolerance = rows.isExact() ? 0 : ROUNDING * magnitude();
    }

    /** f(x) − f(0). */
    public double cost() {
        return cost;
    }

    /** f(x with i flipped) − f(x). */
    public double delta(int i) {
        return turn[i] * field[i];
    }

    /** The change for flipping both i and j ≠ i. */
    public double pair(int i, int j) {
        return delta(i) + delta(j) + turn[i] * turn[j] * rows.coupling(i, j);
    }

    /** Flips x_i. */
    public void flip(int i) {
        double t = turn[i];
        work += rows.work(i);
        cost += t * field[i];
        turn[i] = -t;
        x[i] ^= 1;
        rows.add(i, t, field);
    }

    /** Flips improving variables in index order until none is left; changes below the tolerance count as none. */
    public void descend(double tolerance) {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int i = 0; i < n; i++) {
                if (turn[i] * field[i] < -tolerance) {
                    flip(i);
                    moved = true;
                }
            }
        }
    }

    /** Largest |change| by a flip at present: the scale against which a change is rounding. */
    public double magnitude() {
        double max = 0;
        for (double f : field) {
            max = Math.max(max, Math.abs(f));
        }
        return max;
    }

    /**
     * Changes no larger than this are rounding: 0 where no sum of the form's numbers rounds, as in normal forms whose
     * unit is exact; else 10⁻¹¹ of the largest change at the last {@link #load}.
     */
    public double tolerance() {
        return tolerance;
    }

    /** Visits and couplings that flips touched so far: the work done, for comparing searches. */
    public long work() {
        return work;
    }

    /** Adds visits to the work. */
    public void countVisits(long visits) {
        work += visits;
    }
}
