package org.shrinq.instances.oracle;

import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;

/** Optima of problems without constraints. Whole data only: sums are exact. */
public final class FormOracle {
    private FormOracle() {}

    /** By a walk over all 2ⁿ assignments, one flip at a time; n ≤ 28. */
    public static double enumerate(Problem p) {
        QuadraticForm form = requireForm(p);
        int n = form.size();
        if (n > 28) {
            throw new IllegalArgumentException(n + " variables are too many to enumerate");
        }
        byte[] x = new byte[n];
        int factor = p.sense().factor();
        double value = form.offset();
        double best = factor * value;
        for (long s = 1; s < 1L << n; s++) {
            int i = Long.numberOfTrailingZeros(s);
            value += form.flipDelta(x, i);
            x[i] ^= 1;
            best = Math.min(best, factor * value);
        }
        return factor * best;
    }

    private static QuadraticForm requireForm(Problem p) {
        if (!p.model().constraints().isEmpty()) {
            throw new IllegalArgumentException("the problem has constraints");
        }
        return p.model().objective();
    }

    /**
     * On a torus of rows × columns variables coupled to the four around them, by dynamic programming: for each
     * assignment of the first row, the best values over the assignments of the last {@code columns} cells, cell by
     * cell; columns ≤ 10.
     */
    public static double torus(Problem p, int rows, int columns) {
        QuadraticForm form = requireForm(p);
        requireTorus(form, rows, columns);
        double sign = p.sense() == Sense.MINIMIZE ? 1 : -1;
        double best = Double.POSITIVE_INFINITY;
        for (int first = 0; first < 1 << columns; first++) {
            best = Math.min(best, torus(form, sign, rows, columns, first));
        }
        return sign * (best + sign * form.offset());
    }

    private static double torus(QuadraticForm f, double sign, int rows, int columns, int first) {
        int states = 1 << columns;
        double[] value = new double[states];
        java.util.Arrays.fill(value, Double.POSITIVE_INFINITY);
        double start = 0;
        for (int c = 0; c < columns; c++) {
            if (bit(first, c) == 1) {
                start += sign * f.linear(c);
                start += bit(first, (c + 1) % columns) * sign * f.coupling(c, (c + 1) % columns);
            }
        }
        value[first] = start;
        for (int r = 1; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double[] next = new double[states];
                java.util.Arrays.fill(next, Double.POSITIVE_INFINITY);
                int i = r * columns + c;
                for (int s = 0; s < states; s++) {
                    // bit c of s is still the cell above; bits before c are this row's
                    int off = s & ~(1 << c);
                    next[off] = Math.min(next[off], value[s]);
                    double cost = f.linear(i);
                    cost += bit(s, c) * f.coupling(i, i - columns);
                    if (c > 0) {
                        cost += bit(s, c - 1) * f.coupling(i, i - 1);
                    }
                    if (c == columns - 1) {
                        cost += bit(s, 0) * f.coupling(i, r * columns);
                    }
                    if (r == rows - 1) {
                        cost += bit(first, c) * f.coupling(i, c);
                    }
                    int on = s | 1 << c;
                    next[on] = Math.min(next[on], value[s] + sign * cost);
                }
                value = next;
            }
        }
        double best = Double.POSITIVE_INFINITY;
        for (double v : value) {
            best = Math.min(best, v);
        }
        return best;
    }

    private static int bit(int state, int c) {
        return state >>> c & 1;
    }

    private static void requireTorus(QuadraticForm form, int rows, int columns) {
        if (form.size() != rows * columns || rows < 3 || columns < 3) {
            throw new IllegalArgumentException("not a torus of " + rows + " × " + columns);
        }
        form.forEachCoupling((i, j, c) -> {
            int dr = Math.floorMod(j / columns - i / columns, rows);
            int dc = Math.floorMod(j % columns - i % columns, columns);
            boolean across = dr == 0 && (dc == 1 || dc == columns - 1);
            boolean down = dc == 0 && (dr == 1 || dr == rows - 1);
            if (!across && !down) {
                throw new IllegalArgumentException("variables " + i + " and " + j + " are no neighbours");
            }
        });
    }
}
