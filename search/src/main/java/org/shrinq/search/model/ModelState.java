package org.shrinq.search.model;

import java.util.Arrays;

/**
 * A point of a general model with the activity of every row, the set of violated rows, and for every variable the change of
 * the weighted violation Σ_c weight_c·violation_c that its flip would make. A flip costs the total length of the rows that
 * it enters. One thread.
 */
public final class ModelState {
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

    public ModelState(ModelRows rows) {
        this.rows = rows;
        x = new byte[rows.variables];
        delta = new double[rows.variables];
        activity = new double[rows.rows];
        weight = new double[rows.rows];
        violated = new int[rows.rows];
        place = new int[rows.rows];
    }

    /** Moves to a point (not modified), with every row's weight reset to 1 / its largest coefficient. */
    public void load(byte[] point) {
        System.arraycopy(point, 0, x, 0, x.length);
        Arrays.fill(delta, 0);
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

    /** Multiplies a row's weight. */
    public void scaleWeight(int row, double factor) {
        double more = weight[row] * (factor - 1);
        weight[row] += more;
        addContributions(row, activity[row], more, -1);
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
                addContributions(c, before, -weight[c], v);
                addContributions(c, after, weight[c], v);
            }
            activity[c] = after;
            note(c, rows.violation(c, after) > 0);
        }
        x[v] ^= 1;
        delta[v] = -mine;
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

    /** Adds factor·(violation after a flip − violation) to the delta of every variable of a row but one. */
    private void addContributions(int row, double rowActivity, double factor, int except) {
        double now = rows.violation(row, rowActivity);
        for (int e = rows.rowStart[row]; e < rows.rowStart[row + 1]; e++) {
            int u = rows.rowVariable[e];
            if (u != except) {
                double coefficient = rows.rowCoefficient[e];
                double then = rows.violation(row, x[u] == 0 ? rowActivity + coefficient : rowActivity - coefficient);
                delta[u] += factor * (then - now);
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
