package org.shrinq.relax.knapsack;

import org.shrinq.relax.linalg.DualRatio;

/**
 * The dense tableau of the linear relaxation of a knapsack over the columns that are still free, from which a dual
 * simplex with bounds goes on; columns of fixed items are left out of copies, so that deep nodes are cheap. Mutable,
 * one thread.
 */
final class KnapsackTableau {
    /** How a solve ended. */
    enum Status {
        OPTIMAL,
        CUTOFF,
        INFEASIBLE,
        STALLED
    }

    private static final double FEASIBILITY = 1e-9;
    private static final double PIVOT = 1e-9;
    private static final double SMALL_PIVOT = 1e-7;

    private final KnapsackCore core;
    private final int n;
    private final int m;
    /** 0, 1, or −1 where free; the node's. */
    private final byte[] fixed;

    private int columns;
    private final int[] nonbasic;
    private final double[] d;
    private final boolean[] high;
    private final int[] basic;
    private final double[] xb;
    private final double[] lower;
    private final double[] upper;
    /** Row r, column j at r·columns + j. */
    private double[] t = new double[0];

    private double z;
    private int stuckRow;
    private final int[] candidate;

    /** @param fixed 0, 1, or −1 where free; read at every use */
    KnapsackTableau(KnapsackCore core, byte[] fixed) {
        this.core = core;
        this.fixed = fixed;
        n = core.n;
        m = core.rows;
        nonbasic = new int[n + m];
        d = new double[n + m];
        high = new boolean[n + m];
        basic = new int[m];
        xb = new double[m];
        lower = new double[m];
        upper = new double[m];
        candidate = new int[n + m];
    }

    /** The basis of the slacks. */
    void root() {
        columns = n;
        t = core.a.clone();
        System.arraycopy(core.b, 0, xb, 0, m);
        z = 0;
        for (int k = 0; k < m; k++) {
            basic[k] = n + k;
            lower[k] = 0;
            upper[k] = k == core.equality ? 0 : Double.POSITIVE_INFINITY;
        }
        for (int j = 0; j < n; j++) {
            nonbasic[j] = j;
            d[j] = core.cost[j];
            high[j] = false;
        }
        for (int j = 0; j < n; j++) {
            if (d[j] < 0) {
                flip(j);
            }
        }
    }

    /** Overwrites this tableau with another, without the columns of items that are fixed here. */
    void copyOf(KnapsackTableau parent) {
        System.arraycopy(parent.basic, 0, basic, 0, m);
        System.arraycopy(parent.xb, 0, xb, 0, m);
        System.arraycopy(parent.lower, 0, lower, 0, m);
        System.arraycopy(parent.upper, 0, upper, 0, m);
        z = parent.z;
        int from = parent.columns;
        int kept = 0;
        for (int j = 0; j < from; j++) {
            int v = parent.nonbasic[j];
            if (v >= n || fixed[v] < 0) {
                candidate[kept] = j;
                nonbasic[kept] = v;
                d[kept] = parent.d[j];
                high[kept] = parent.high[j];
                kept++;
            }
        }
        columns = kept;
        if (t.length < m * kept) {
            t = new double[m * kept];
        }
        if (kept == from) {
            System.arraycopy(parent.t, 0, t, 0, m * kept);
        } else {
            for (int r = 0; r < m; r++) {
                for (int j = 0; j < kept; j++) {
                    t[r * kept + j] = parent.t[r * from + candidate[j]];
                }
            }
        }
    }

    /** Moves an item to the value that it is fixed to. True when that is not its value in the relaxed solution. */
    boolean fix(int item, int value) {
        for (int r = 0; r < m; r++) {
            if (basic[r] == item) {
                lower[r] = value;
                upper[r] = value;
                return true;
            }
        }
        for (int j = 0; j < columns; j++) {
            if (nonbasic[j] == item) {
                if (high[j] != (value == 1)) {
                    flip(j);
                    return true;
                }
                return false;
            }
        }
        return false;
    }

    private void flip(int j) {
        double change = high[j] ? -1 : 1;
        high[j] = !high[j];
        z += d[j] * change;
        for (int r = 0; r < m; r++) {
            xb[r] -= t[r * columns + j] * change;
        }
    }

    /** Optimises from the present basis; stops as soon as the objective exceeds the cutoff. */
    Status solve(double cutoff, int most) {
        stuckRow = -1;
        for (int step = 0; step < most; step++) {
            int row = leavingRow();
            if (row < 0) {
                return z > cutoff ? Status.CUTOFF : Status.OPTIMAL;
            }
            if (z > cutoff) {
                return Status.CUTOFF;
            }
            int column = ratioTest(row);
            if (column < 0) {
                stuckRow = row;
                return Status.INFEASIBLE;
            }
            if (Math.abs(t[row * columns + column]) <= SMALL_PIVOT) {
                return Status.STALLED;
            }
            pivot(row, column);
        }
        return Status.STALLED;
    }

    private int leavingRow() {
        int row = -1;
        double worst = FEASIBILITY;
        for (int r = 0; r < m; r++) {
            double excess = Math.max(lower[r] - xb[r], xb[r] - upper[r]);
            if (excess > worst) {
                worst = excess;
                row = r;
            }
        }
        return row;
    }

    /** The entering column after the flips that let the dual objective rise on (Maros 2003); −1 for none. */
    private int ratioTest(int row) {
        boolean rise = xb[row] < lower[row];
        int at = row * columns;
        int count = 0;
        for (int j = 0; j < columns; j++) {
            double entry = rise ? -t[at + j] : t[at + j];
            if ((high[j] ? entry < -PIVOT : entry > PIVOT) && movable(nonbasic[j])) {
                candidate[count++] = j;
            }
        }
        double slope = rise ? lower[row] - xb[row] : xb[row] - upper[row];
        while (count > 0) {
            int best = DualRatio.least(candidate, count, t, at, d);
            int j = candidate[best];
            double size = Math.abs(t[at + j]);
            if (nonbasic[j] >= n || size >= slope - FEASIBILITY) {
                return j;
            }
            slope -= size;
            flip(j);
            candidate[best] = candidate[--count];
        }
        return -1;
    }

    private boolean movable(int variable) {
        return variable < n ? fixed[variable] < 0 : variable - n != core.equality;
    }

    private void pivot(int row, int column) {
        int w = columns;
        int at = row * w;
        int leaving = basic[row];
        boolean toHigh = xb[row] > upper[row];
        double target = toHigh ? upper[row] : lower[row];
        double pivot = t[at + column];
        double change = (xb[row] - target) / pivot;
        z += d[column] * change;
        for (int r = 0; r < m; r++) {
            xb[r] -= t[r * w + column] * change;
        }
        xb[row] = (high[column] ? 1 : 0) + change;
        double inverse = 1 / pivot;
        for (int j = 0; j < w; j++) {
            t[at + j] *= inverse;
        }
        t[at + column] = inverse;
        for (int r = 0; r < m; r++) {
            double factor = t[r * w + column];
            if (r != row && factor != 0) {
                t[r * w + column] = 0;
                subtract(r * w, at, w, factor);
            }
        }
        double factor = d[column];
        d[column] = 0;
        for (int j = 0; j < w; j++) {
            d[j] -= factor * t[at + j];
        }
        int entering = nonbasic[column];
        nonbasic[column] = leaving;
        high[column] = leaving < n && target == 1;
        basic[row] = entering;
        lower[row] = 0;
        upper[row] = entering < n ? 1 : Double.POSITIVE_INFINITY;
    }

    private void subtract(int to, int from, int w, double factor) {
        double[] x = t;
        for (int j = 0; j < w; j++) {
            x[to + j] -= factor * x[from + j];
        }
    }

    /** Relaxed values of the items, fixed ones included. */
    void values(double[] x) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(0, fixed[i]);
        }
        for (int j = 0; j < columns; j++) {
            if (nonbasic[j] < n) {
                x[nonbasic[j]] = high[j] ? 1 : 0;
            }
        }
        for (int r = 0; r < m; r++) {
            if (basic[r] < n) {
                x[basic[r]] = xb[r];
            }
        }
    }

    /**
     * The fractional item of the largest product of first-pivot penalties (Driebeek 1966), with the sign of the cheaper
     * side: item for 0, −1 − item for 1; {@link Integer#MAX_VALUE} where none is fractional.
     */
    int branch() {
        int found = Integer.MAX_VALUE;
        double bestScore = -1;
        for (int r = 0; r < m; r++) {
            double x = xb[r];
            if (basic[r] >= n || fixed[basic[r]] >= 0 || x < 1e-6 || x > 1 - 1e-6) {
                continue;
            }
            double down = Double.POSITIVE_INFINITY;
            double up = Double.POSITIVE_INFINITY;
            int at = r * columns;
            for (int j = 0; j < columns; j++) {
                double entry = high[j] ? -t[at + j] : t[at + j];
                if (Math.abs(entry) > PIVOT && movable(nonbasic[j])) {
                    double ratio = Math.abs(d[j] / entry);
                    if (entry > 0) {
                        down = Math.min(down, ratio);
                    } else {
                        up = Math.min(up, ratio);
                    }
                }
            }
            down = Math.min(1e12, down * x / core.unit);
            up = Math.min(1e12, up * (1 - x) / core.unit);
            double score = Math.max(down, 1e-9) * Math.max(up, 1e-9);
            if (score > bestScore) {
                bestScore = score;
                found = down <= up ? basic[r] : -1 - basic[r];
            }
        }
        return found;
    }

    /** Sets the multipliers of the rows that the reduced costs of their slacks are. */
    void setDuals(KnapsackMultipliers multipliers) {
        for (int j = 0; j < columns; j++) {
            if (nonbasic[j] >= n) {
                multipliers.set(nonbasic[j] - n, d[j]);
            }
        }
    }

    /** Whether the last solve got stuck at a row. */
    boolean isStuck() {
        return stuckRow >= 0;
    }

    /** Sets the multipliers that combine the rows to that one, or to its negative. */
    void setStuckRow(KnapsackMultipliers multipliers, int sign) {
        for (int j = 0; j < columns; j++) {
            if (nonbasic[j] >= n) {
                multipliers.set(nonbasic[j] - n, sign * t[stuckRow * columns + j]);
            }
        }
        if (basic[stuckRow] >= n) {
            multipliers.set(basic[stuckRow] - n, sign);
        }
    }
}
