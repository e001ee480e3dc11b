package org.shrinq.search.flip;

import org.shrinq.qubo.Couplings;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;

/**
 * The change of a quadratic objective, taken as minimised, for the flip of every variable; a flip updates the changes of
 * its neighbours in O(degree). One thread.
 */
public final class FlipGains {
    /** f(x with i flipped) − f(x), of the minimised f. */
    public final double[] delta;

    private final QuadraticForm form;
    private final int sign;
    private final int[] start;
    private final int[] column;
    private final double[] coupling;
    private final boolean explicit;
    private double tolerance;

    public FlipGains(QuadraticForm form, Sense sense) {
        this.form = form;
        sign = sense.factor();
        int n = form.size();
        delta = new double[n];
        explicit = form instanceof Qubo;
        if (form instanceof Qubo q) {
            Couplings m = q.matrix();
            start = new int[n + 1];
            column = new int[(int) (2 * m.count())];
            coupling = new double[column.length];
            for (int i = 0; i < n; i++) {
                start[i + 1] = m.rowEnd(i);
                for (int e = m.rowStart(i); e < m.rowEnd(i); e++) {
                    column[e] = m.column(e);
                    coupling[e] = sign * m.value(e);
                }
            }
        } else {
            start = new int[0];
            column = new int[0];
            coupling = new double[0];
        }
    }

    /** Another workspace over the same form. */
    public FlipGains(FlipGains other) {
        form = other.form;
        sign = other.sign;
        start = other.start;
        column = other.column;
        coupling = other.coupling;
        explicit = other.explicit;
        delta = new double[other.delta.length];
    }

    public int size() {
        return delta.length;
    }

    /** Computes all changes at x (not modified). */
    public void load(byte[] x) {
        if (!explicit) {
            for (int i = 0; i < delta.length; i++) {
                delta[i] = sign * form.flipDelta(x, i);
            }
            measure();
            return;
        }
        for (int i = 0; i < delta.length; i++) {
            double field = sign * form.linear(i);
            for (int e = start[i]; e < start[i + 1]; e++) {
                if (x[column[e]] != 0) {
                    field += coupling[e];
                }
            }
            delta[i] = x[i] == 0 ? field : -field;
        }
        measure();
    }

    private void measure() {
        double most = 0;
        for (double d : delta) {
            most = Math.max(most, Math.abs(d));
        }
        tolerance = 1e-11 * most;
    }

    /** Changes no larger than this are rounding. */
    public double tolerance() {
        return tolerance;
    }

    /** Flips x_i (modified) and updates all changes. */
    public void flip(byte[] x, int i) {
        int was = x[i];
        x[i] = (byte) (1 - was);
        delta[i] = -delta[i];
        if (explicit) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                int j = column[e];
                delta[j] += x[j] == was ? coupling[e] : -coupling[e];
            }
        } else {
            form.forEachNeighbor(i, (j, c) -> delta[j] += x[j] == was ? sign * c : -sign * c);
        }
    }

    /** The change for flipping both i and j ≠ i. */
    public double pair(byte[] x, int i, int j) {
        double c = sign * form.coupling(i, j);
        return delta[i] + delta[j] + (x[i] == x[j] ? c : -c);
    }
}
