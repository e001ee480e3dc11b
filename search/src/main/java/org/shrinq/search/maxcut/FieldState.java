package org.shrinq.search.maxcut;

import java.util.Arrays;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Sense;

/**
 * A string x of a minimised quadratic form with its local fields, field_i = l_i + Σ_j q_ij x_j, so that the change by a flip is
 * turn_i · field_i with turn_i = 1 − 2x_i, without a branch. Rows are CSR, or full where at least a quarter of the matrix is filled:
 * a full row is one loop that the compiler vectorises. A flip costs O(degree), or O(n) on full rows. One thread.
 */
final class FieldState {
    /** Full rows cost 8 bytes an entry, so they end at half a gigabyte. */
    private static final int MOST_DENSE = 8192;

    final int n;
    final byte[] x;
    /** 1 − 2x. */
    final double[] turn;

    final double[] field;

    private final Rows rows;
    private double cost;
    private long work;

    /** The immutable part, shared by workspaces. */
    private record Rows(double[] linear, int[] start, int[] column, double[] value, Full full) {}

    /** Full rows in single precision where that is exact, which halves what a flip reads; else in double precision; or none. */
    private record Full(float[][] single, double[][] exact) {
        boolean isEmpty() {
            return single.length == 0 && exact.length == 0;
        }

        double get(int i, int j) {
            return single.length > 0 ? single[i][j] : exact[i][j];
        }
    }

    FieldState(QuadraticForm form, Sense sense) {
        this(rows(form, sense.factor()));
    }

    /** Another workspace over the same form, at zeros. */
    FieldState(FieldState other) {
        this(other.rows);
    }

    private FieldState(Rows rows) {
        this.rows = rows;
        n = rows.linear.length;
        x = new byte[n];
        turn = new double[n];
        field = new double[n];
        Arrays.fill(turn, 1);
        System.arraycopy(rows.linear, 0, field, 0, n);
    }

    private static Rows rows(QuadraticForm form, double sign) {
        int n = form.size();
        // spins: f = Σ h z + Σ J z z with z = 1 − 2x gives q = 4J and l = −2h − 2ΣJ
        boolean spin = form.domain() == QuadraticForm.Domain.SPIN;
        double factor = spin ? 4 * sign : sign;
        double[] linear = new double[n];
        int[] start = new int[n + 1];
        for (int i = 0; i < n; i++) {
            linear[i] = spin ? -2 * sign * form.linear(i) : sign * form.linear(i);
            start[i + 1] = Math.addExact(start[i], form.degree(i));
        }
        boolean full = n <= MOST_DENSE && start[n] >= 0.25 * n * n && n > 1;
        int[] column = new int[start[n]];
        double[] value = new double[full ? 0 : start[n]];
        boolean exact = full && !isSingle(form, factor);
        double[][] wide = exact ? new double[n][n] : new double[0][];
        float[][] single = full && !exact ? new float[n][n] : new float[0][];
        int[] at = {0};
        for (int i = 0; i < n; i++) {
            int row = i;
            form.forEachNeighbor(i, (j, c) -> {
                column[at[0]] = j;
                if (exact) {
                    wide[row][j] = factor * c;
                } else if (full) {
                    single[row][j] = (float) (factor * c);
                } else {
                    value[at[0]] = factor * c;
                }
                at[0]++;
                if (spin) {
                    linear[row] -= factor / 2 * c;
                }
            });
        }
        return new Rows(linear, start, column, value, new Full(single, wide));
    }

    private static boolean isSingle(QuadraticForm form, double factor) {
        boolean[] single = {true};
        form.forEachCoupling((i, j, c) -> single[0] &= (float) (factor * c) == factor * c);
        return single[0];
    }

    /** Takes over a string (not modified) and computes all fields afresh, which also removes rounding. */
    void load(byte[] from) {
        System.arraycopy(from, 0, x, 0, n);
        System.arraycopy(rows.linear, 0, field, 0, n);
        double linear = 0;
        for (int i = 0; i < n; i++) {
            turn[i] = 1 - 2 * x[i];
            if (x[i] != 0) {
                addRow(i, 1);
                linear += rows.linear[i];
            }
        }
        double sum = linear;
        for (int i = 0; i < n; i++) {
            if (x[i] != 0) {
                sum += field[i];
            }
        }
        cost = sum / 2;
    }

    /** f(x) without its offset. */
    double cost() {
        return cost;
    }

    /** f(x with i flipped) − f(x). */
    double delta(int i) {
        return turn[i] * field[i];
    }

    void flip(int i) {
        double t = turn[i];
        work += rows.full.isEmpty() ? rows.start[i + 1] - rows.start[i] : n >> 2;
        cost += t * field[i];
        turn[i] = -t;
        x[i] ^= 1;
        addRow(i, t);
    }

    private void addRow(int i, double t) {
        double[] f = field;
        if (rows.full.single.length > 0) {
            float[] row = rows.full.single[i];
            for (int j = 0; j < f.length; j++) {
                f[j] += t * row[j];
            }
            return;
        }
        if (rows.full.exact.length > 0) {
            double[] row = rows.full.exact[i];
            for (int j = 0; j < f.length; j++) {
                f[j] += t * row[j];
            }
            return;
        }
        int[] column = rows.column;
        double[] value = rows.value;
        for (int e = rows.start[i], end = rows.start[i + 1]; e < end; e++) {
            f[column[e]] += t * value[e];
        }
    }

    /** Neighbours of i are {@code neighbor(e)} for e from {@code rowStart(i)} to {@code rowStart(i + 1)}. */
    int rowStart(int i) {
        return rows.start[i];
    }

    int neighbor(int e) {
        return rows.column[e];
    }

    /** Coefficient of x_i x_j for the entry e of row i. */
    double coupling(int i, int e) {
        return rows.full.isEmpty() ? rows.value[e] : rows.full.get(i, rows.column[e]);
    }

    /** The mean of √(Σ_j q_ij²) over the i with couplings, twice the deviation of a field at random strings; +∞ without couplings. */
    double spread() {
        double sum = 0;
        int coupled = 0;
        for (int i = 0; i < n; i++) {
            double row = 0;
            for (int e = rows.start[i]; e < rows.start[i + 1]; e++) {
                double c = coupling(i, e);
                row += c * c;
            }
            sum += Math.sqrt(row);
            coupled += row > 0 ? 1 : 0;
        }
        return coupled == 0 ? Double.POSITIVE_INFINITY : sum / coupled;
    }

    /** Changes no larger than this, 10⁻¹¹ of the largest possible, are rounding. */
    double tolerance() {
        double most = 0;
        for (int i = 0; i < n; i++) {
            double sum = Math.abs(rows.linear[i]);
            for (int e = rows.start[i]; e < rows.start[i + 1]; e++) {
                sum += Math.abs(coupling(i, e));
            }
            most = Math.max(most, sum);
        }
        return 1e-11 * most;
    }

    /** Visits and couplings that flips touched so far: the work done, for comparing searches. */
    long work() {
        return work;
    }

    void countVisits(long visits) {
        work += visits;
    }

    double linear(int i) {
        return rows.linear[i];
    }

    /** Entries of all rows, twice the number of couplings. */
    long entries() {
        return rows.column.length;
    }

    /** Flips improving variables in index order until none is left; changes below the tolerance count as none. */
    void descend(double tolerance) {
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
}
