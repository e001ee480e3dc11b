package org.shrinq.search.model;

import java.util.Arrays;

/**
 * A point of a general model with the activity of every row, the set of violated rows, and for every variable the
 * change of the weighted violation Σ_c weight_c·violation_c that its flip would make. A flip costs the total length of
 * the rows that it enters. One thread.
 */
public final class ModelState {
    /** A gain of weighted violation below this is rounding. */
    private static final double IMPROVING = 1e-9;

    public final ModelRows rows;
    /** The point itself. */
    public final byte[] x;
    /** Change of the weighted violation by a flip. */
    public final double[] delta;

    private final double[] activity;
    private final double[] weight;
    private final int[] violated;
    private final int[] place;
    private int violatedCount;
    private final int[] improving;
    /** Position of each variable in the improving ones, −1 outside. */
    private final int[] improvingAt;

    private int improvingCount;
    private boolean tracks;

    public ModelState(ModelRows rows) {
        this.rows = rows;
        x = new byte[rows.variables];
        delta = new double[rows.variables];
        activity = new double[rows.rows];
        weight = new double[rows.rows];
        violated = new int[rows.rows];
        place = new int[rows.rows];
        improving = new int[rows.variables];
        improvingAt = new int[rows.variables];
    }

    /** Moves to a point (not modified), with every row's weight reset to 1 / its largest coefficient. */
    public void load(byte[] point) {
        System.arraycopy(point, 0, x, 0, x.length);
        Arrays.fill(delta, 0);
        tracks = false;
        violatedCount = 0;
        for (int c = 0; c < rows.rows; c++) {
            weight[c] = 1 / rows.scale[c];
            double sum = 0;
            for (int e = rows.rowStart[c]; e < rows.rowStart[c + 1]; e++) {
                if (x[rows.rowVariable[e]] != 0) {
                    sum += rows.rowCoefficient[e];
                }
            }
            activity[c] = sum;
            place[c] = -1;
            if (rows.violation(c, sum) > 0) {
                place[c] = violatedCount;
                violated[violatedCount++] = c;
            }
            addContributions(c, sum, weight[c], -1);
        }
    }

    /** Keeps the set of variables whose flip lessens the weighted violation, until the next {@link #load}. */
    public void trackImproving() {
        tracks = true;
        improvingCount = 0;
        Arrays.fill(improvingAt, -1);
        for (int v = 0; v < x.length; v++) {
            track(v);
        }
    }

    /** Number of variables whose flip lessens the weighted violation; needs {@link #trackImproving}. */
    public int improvingCount() {
        return improvingCount;
    }

    /** The k-th of them, in no particular order. */
    public int improving(int k) {
        return improving[k];
    }

    private void track(int v) {
        boolean improves = delta[v] < -IMPROVING;
        if (improves == (improvingAt[v] >= 0)) {
            return;
        }
        if (improves) {
            improvingAt[v] = improvingCount;
            improving[improvingCount++] = v;
        } else {
            int last = improving[--improvingCount];
            improving[improvingAt[v]] = last;
            improvingAt[last] = improvingAt[v];
            improvingAt[v] = -1;
        }
    }

    /** True when flipping the variable of entry e of a violated row moves the row towards its bound. */
    public boolean mends(int e, int row) {
        boolean rises = (rows.rowCoefficient[e] > 0) == (x[rows.rowVariable[e]] == 0);
        return rises != activity[row] > rows.bound[row];
    }

    public boolean isFeasible() {
        return violatedCount == 0;
    }

    public int violatedCount() {
        return violatedCount;
    }

    public int violated(int k) {
        return violated[k];
    }

    public double violation(int row) {
        return rows.violation(row, activity[row]);
    }

    public double activity(int row) {
        return activity[row];
    }

    /** Sum of the violations relative to each row's largest coefficient, without weights. */
    public double relativeViolation() {
        double sum = 0;
        for (int k = 0; k < violatedCount; k++) {
            sum += violation(violated[k]) / rows.scale[violated[k]];
        }
        return sum;
    }

    public double weight(int row) {
        return weight[row];
    }

    /** Raises the weight of every violated row by its first value. */
    public void raiseViolated() {
        for (int k = 0; k < violatedCount; k++) {
            int c = violated[k];
            double more = 1 / rows.scale[c];
            weight[c] += more;
            addContributions(c, activity[c], more, -1);
        }
    }

    /** Flips a variable. */
    public void flip(int v) {
        double mine = delta[v];
        double direction = x[v] == 0 ? 1 : -1;
        for (int o = rows.occurrenceStart[v]; o < rows.occurrenceStart[v + 1]; o++) {
            int c = rows.occurrenceRow[o];
            double before = activity[c];
            double after = before + direction * rows.occurrenceCoefficient[o];
            if (rows.equality[c] || Math.max(before, after) + rows.scale[c] > rows.bound[c]) {
                moveContributions(c, before, after, v);
            }
            activity[c] = after;
            note(c, rows.violation(c, after) > 0);
        }
        x[v] ^= 1;
        delta[v] = -mine;
        if (tracks) {
            track(v);
        }
    }

    private void note(int row, boolean isViolated) {
        if (isViolated == (place[row] >= 0)) {
            return;
        }
        if (isViolated) {
            place[row] = violatedCount;
            violated[violatedCount++] = row;
        } else {
            int last = violated[--violatedCount];
            violated[place[row]] = last;
            place[last] = place[row];
            place[row] = -1;
        }
    }

    /** Corrects the delta of every variable of a row but one for a move of the row's activity. */
    private void moveContributions(int row, double before, double after, int except) {
        if (rows.uniform[row]) {
            double up = change(row, before, after, rows.scale[row]);
            double down = change(row, before, after, -rows.scale[row]);
            if (up != 0 || down != 0) {
                addEither(row, up, down, except);
            }
            return;
        }
        for (int e = rows.rowStart[row]; e < rows.rowStart[row + 1]; e++) {
            int u = rows.rowVariable[e];
            double step = x[u] == 0 ? rows.rowCoefficient[e] : -rows.rowCoefficient[e];
            double change = change(row, before, after, step);
            if (change != 0 && u != except) {
                add(u, change);
            }
        }
    }

    /** What a step of a row's activity costs after it has moved, less what it cost before, times the row's weight. */
    private double change(int row, double before, double after, double step) {
        double now = rows.violation(row, after + step) - rows.violation(row, after);
        double then = rows.violation(row, before + step) - rows.violation(row, before);
        return weight[row] * (now - then);
    }

    private void addEither(int row, double up, double down, int except) {
        for (int e = rows.rowStart[row]; e < rows.rowStart[row + 1]; e++) {
            int u = rows.rowVariable[e];
            double change = (x[u] == 0) == (rows.rowCoefficient[e] > 0) ? up : down;
            if (change != 0 && u != except) {
                add(u, change);
            }
        }
    }

    private void add(int u, double change) {
        delta[u] += change;
        if (tracks) {
            track(u);
        }
    }

    /** Adds factor·(violation after a flip − violation) to the delta of every variable of a row but one. */
    private void addContributions(int row, double rowActivity, double factor, int except) {
        double now = rows.violation(row, rowActivity);
        for (int e = rows.rowStart[row]; e < rows.rowStart[row + 1]; e++) {
            int u = rows.rowVariable[e];
            if (u != except) {
                double coefficient = rows.rowCoefficient[e];
                double then = rows.violation(row, x[u] == 0 ? rowActivity + coefficient : rowActivity - coefficient);
                add(u, factor * (then - now));
            }
        }
    }

    /** True when the flip keeps every row satisfied that is satisfied, exactly and without regard to weights. */
    public boolean keepsFeasible(int v) {
        double direction = x[v] == 0 ? 1 : -1;
        for (int o = rows.occurrenceStart[v]; o < rows.occurrenceStart[v + 1]; o++) {
            int c = rows.occurrenceRow[o];
            if (rows.violation(c, activity[c] + direction * rows.occurrenceCoefficient[o]) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Number of violated rows after the flip of v among the rows of v, less those violated now. */
    public int violatedChange(int v) {
        double direction = x[v] == 0 ? 1 : -1;
        int change = 0;
        for (int o = rows.occurrenceStart[v]; o < rows.occurrenceStart[v + 1]; o++) {
            int c = rows.occurrenceRow[o];
            change += rows.violation(c, activity[c] + direction * rows.occurrenceCoefficient[o]) > 0 ? 1 : 0;
            change -= place[c] >= 0 ? 1 : 0;
        }
        return change;
    }
}
