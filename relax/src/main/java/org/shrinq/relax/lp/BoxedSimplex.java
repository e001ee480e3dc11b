package org.shrinq.relax.lp;

import java.util.Arrays;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;

/**
 * A dual simplex for min c·x subject to A·x + s = b with every x in a box inside [0, 1], made for branch and bound: bounds may change between
 * solves and the basis goes on, because with boxed variables every basis is dual feasible once its nonbasic variables stand at the
 * bound that their reduced cost asks for; there is no first phase. Dense tableau of the nonbasic columns, m·n numbers; a pivot
 * costs O(m·n). The ratio test passes bounds as long as the dual objective rises (bound flipping, Maros 2003).
 *
 * <p>What the pivots compute is only a proposal: {@link #safeBound} and {@link #provesInfeasible} evaluate the multipliers from the
 * original data and subtract the rounding error, so that a bound is valid whatever the tableau has become (Neumaier and
 * Shcherbina 2004). Rows are scaled by powers of two, exactly. Mutable, one thread.
 */
public final class BoxedSimplex {
    /** How a solve ended. */
    public enum Status {
        OPTIMAL,
        /** The objective passed the cutoff. */
        CUTOFF,
        /** A row cannot be met within the boxes; see {@link #provesInfeasible}. */
        INFEASIBLE,
        /** Too many pivots, or a pivot element too small. */
        STALLED
    }

    private static final double FEASIBILITY = 1e-9;
    private static final double PIVOT = 1e-9;
    private static final double SMALL_PIVOT = 1e-7;
    private static final int NONE = -1;
    private static final int TOO_SMALL = -2;
    private static final int REBUILD_EVERY = 400;
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final int n;
    private int m;
    private double[] a;
    private double[] b;
    private final double[] c;
    private int[] exponent;
    private final double offset;
    /** Bounds of the n variables, then of the m slacks. */
    private double[] lower;

    private double[] upper;
    private int[] basic;
    private final int[] nonbasic;
    /** Position of a variable: row when basic, −1 − column when not. */
    private int[] position;

    private double[] tableau;
    private final double[] d;
    private final double[] xn;
    private double[] xb;
    private double[] lambda;
    private final double[] reduced;
    private final int[] candidate;
    private int stuckRow = -1;
    private long pivots;
    private int sinceRebuild;

    private BoxedSimplex(double[] a, double[] b, double[] c, double[] slack, int[] exponent, double offset) {
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
        basic = new int[m];
        nonbasic = new int[n];
        position = new int[n + m];
        tableau = new double[m * n];
        d = new double[n];
        xn = new double[n];
        xb = new double[m];
        lambda = new double[m];
        reduced = new double[n];
        candidate = new int[n];
        reset();
    }

    /** The linear relaxation of a model, minimising factor()·objective; couplings of the objective are left out. */
    public static BoxedSimplex of(BinaryModel model) {
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
            exponent[k] = largest > 0 ? -Math.getExponent(largest) : 0;
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
        return new BoxedSimplex(
                a,
                b,
                c,
                slack,
                exponent,
                model.sense().factor() * model.objective().offset());
    }

    public int variables() {
        return n;
    }

    public int rows() {
        return m;
    }

    /** Pivots since the beginning. */
    public long pivots() {
        return pivots;
    }

    /**
     * Adds Σ coefficient·x ≤ bound; its slack enters the basis, so that the next solve goes on from the present one. O(m·n). Arrays are not
     * modified.
     */
    public void addAtMost(int[] variables, double[] coefficients, double bound) {
        int row = m;
        grow(m + 1);
        double largest = 0;
        for (double w : coefficients) {
            largest = Math.max(largest, Math.abs(w));
        }
        exponent[row] = largest > 0 ? -Math.getExponent(largest) : 0;
        b[row] = Math.scalb(bound, exponent[row]);
        lower[n + row] = 0;
        upper[n + row] = Double.POSITIVE_INFINITY;
        basic[row] = n + row;
        position[n + row] = row;
        double activity = 0;
        for (int e = 0; e < variables.length; e++) {
            double w = Math.scalb(coefficients[e], exponent[row]);
            a[row * n + variables[e]] = w;
            int at = position[variables[e]];
            if (at < 0) {
                tableau[row * n - 1 - at] += w;
            } else {
                for (int j = 0; j < n; j++) {
                    tableau[row * n + j] -= w * tableau[at * n + j];
                }
            }
            activity += w * value(variables[e]);
        }
        xb[row] = b[row] - activity;
    }

    /** Arrays for {@code rows} rows, at least a half more than needed now. */
    private void grow(int rows) {
        if (rows > b.length) {
            int room = Math.max(rows, b.length + b.length / 2 + 16);
            a = Arrays.copyOf(a, Math.multiplyExact(room, n));
            tableau = Arrays.copyOf(tableau, a.length);
            b = Arrays.copyOf(b, room);
            exponent = Arrays.copyOf(exponent, room);
            xb = Arrays.copyOf(xb, room);
            lambda = Arrays.copyOf(lambda, room);
            basic = Arrays.copyOf(basic, room);
            lower = Arrays.copyOf(lower, n + room);
            upper = Arrays.copyOf(upper, n + room);
            position = Arrays.copyOf(position, n + room);
        }
        m = rows;
    }

    private void reset() {
        for (int r = 0; r < m; r++) {
            basic[r] = n + r;
            position[n + r] = r;
        }
        for (int j = 0; j < n; j++) {
            nonbasic[j] = j;
            position[j] = -1 - j;
        }
        System.arraycopy(a, 0, tableau, 0, m * n);
        System.arraycopy(c, 0, d, 0, n);
        sinceRebuild = 0;
        settle();
    }

    /** Moves every nonbasic variable to the bound of its reduced cost and computes the basic ones. */
    private void settle() {
        for (int j = 0; j < n; j++) {
            xn[j] = preferred(nonbasic[j], d[j]);
        }
        for (int r = 0; r < m; r++) {
            // x_B = B⁻¹b − T·x_N; B⁻¹b from the slack columns: those nonbasic carry B⁻¹, a basic slack is a unit column
            double value = 0;
            for (int k = 0; k < m; k++) {
                int at = position[n + k];
                value += at >= 0 ? (at == r ? b[k] : 0) : tableau[r * n - 1 - at] * b[k];
            }
            for (int j = 0; j < n; j++) {
                value -= tableau[r * n + j] * xn[j];
            }
            xb[r] = value;
        }
    }

    private double preferred(int variable, double cost) {
        return cost < 0 && !Double.isInfinite(upper[variable]) ? upper[variable] : lower[variable];
    }

    /** Rebuilds the tableau from the original data for the present basis, to shed rounding errors. */
    private void rebuild() {
        int[] wanted = Arrays.copyOf(basic, m);
        reset();
        boolean[] inBasis = new boolean[n + m];
        for (int v : wanted) {
            inBasis[v] = true;
        }
        for (int v : wanted) {
            if (position[v] >= 0) {
                continue;
            }
            int column = -1 - position[v];
            int row = -1;
            double best = PIVOT;
            for (int r = 0; r < m; r++) {
                double size = Math.abs(tableau[r * n + column]);
                if (!inBasis[basic[r]] && size > best) {
                    best = size;
                    row = r;
                }
            }
            if (row >= 0) {
                exchange(row, column);
            }
        }
        sinceRebuild = 0;
        // a slack that took a negative cost by a skipped exchange would have no bound to stand at
        for (int j = 0; j < n; j++) {
            if (d[j] < 0 && Double.isInfinite(upper[nonbasic[j]])) {
                if (d[j] < -1e-7) {
                    reset();
                    return;
                }
                d[j] = 0;
            }
        }
        settle();
    }

    /** Sets the box of a variable; takes effect at the next {@link #solve}. O(m). */
    public void setBounds(int variable, double low, double high) {
        lower[variable] = low;
        upper[variable] = high;
        if (position[variable] < 0) {
            int j = -1 - position[variable];
            move(j, preferred(variable, d[j]));
        }
    }

    private void move(int j, double value) {
        double change = value - xn[j];
        if (change != 0) {
            xn[j] = value;
            for (int r = 0; r < m; r++) {
                xb[r] -= tableau[r * n + j] * change;
            }
        }
    }

    /**
     * Optimises from the present basis.
     *
     * @param cutoff stop as soon as the objective exceeds it
     * @param most pivots at most
     */
    public Status solve(double cutoff, int most) {
        stuckRow = -1;
        if (sinceRebuild > REBUILD_EVERY) {
            rebuild();
        }
        for (int step = 0; step < most; step++) {
            int row = -1;
            double worst = FEASIBILITY;
            for (int r = 0; r < m; r++) {
                double excess = Math.max(lower[basic[r]] - xb[r], xb[r] - upper[basic[r]]);
                if (excess > worst) {
                    worst = excess;
                    row = r;
                }
            }
            if (row < 0) {
                return Status.OPTIMAL;
            }
            if (objective() > cutoff) {
                return Status.CUTOFF;
            }
            int column = ratioTest(row);
            if (column == NONE) {
                unflip();
                stuckRow = row;
                return Status.INFEASIBLE;
            }
            if (column == TOO_SMALL) {
                if (sinceRebuild == 0) {
                    unflip();
                    return Status.STALLED;
                }
                rebuild();
                continue;
            }
            step(row, column);
        }
        return Status.STALLED;
    }

    private void unflip() {
        for (int j = 0; j < n; j++) {
            move(j, preferred(nonbasic[j], d[j]));
        }
    }

    /** The entering column after flipping the passed ones; NONE, or TOO_SMALL when its pivot element is. */
    private int ratioTest(int row) {
        boolean rise = xb[row] < lower[basic[row]];
        int count = 0;
        int base = row * n;
        for (int j = 0; j < n; j++) {
            int v = nonbasic[j];
            if (lower[v] == upper[v]) {
                continue;
            }
            double t = rise ? -tableau[base + j] : tableau[base + j];
            boolean atLower = xn[j] == lower[v];
            if (atLower ? t > PIVOT : t < -PIVOT) {
                candidate[count++] = j;
            }
        }
        double slope = rise ? lower[basic[row]] - xb[row] : xb[row] - upper[basic[row]];
        while (count > 0) {
            int best = -1;
            double ratio = Double.POSITIVE_INFINITY;
            double size = 0;
            for (int e = 0; e < count; e++) {
                int j = candidate[e];
                double t = Math.abs(tableau[base + j]);
                double q = Math.abs(d[j]) / t;
                if (q < ratio - 1e-12 || (q < ratio + 1e-12 && t > size)) {
                    ratio = q;
                    size = t;
                    best = e;
                }
            }
            int j = candidate[best];
            double gain = size * (upper[nonbasic[j]] - lower[nonbasic[j]]);
            if (gain >= slope - FEASIBILITY) {
                return size > SMALL_PIVOT ? j : TOO_SMALL;
            }
            slope -= gain;
            move(j, xn[j] == lower[nonbasic[j]] ? upper[nonbasic[j]] : lower[nonbasic[j]]);
            candidate[best] = candidate[--count];
        }
        return NONE;
    }

    private void step(int row, int column) {
        int leaving = basic[row];
        double target = xb[row] < lower[leaving] ? lower[leaving] : upper[leaving];
        double pivot = tableau[row * n + column];
        double change = (xb[row] - target) / pivot;
        for (int r = 0; r < m; r++) {
            xb[r] -= tableau[r * n + column] * change;
        }
        double entered = xn[column] + change;
        exchange(row, column);
        xn[column] = target;
        xb[row] = entered;
        pivots++;
        sinceRebuild++;
        for (int j = 0; j < n; j++) {
            int v = nonbasic[j];
            // rounding may give a cost a sign that its bound does not allow
            if (d[j] < 0 && Double.isInfinite(upper[v])) {
                d[j] = 0;
            } else if (lower[v] != upper[v] && (d[j] > 0 ? xn[j] != lower[v] : d[j] < 0 && xn[j] != upper[v])) {
                move(j, d[j] > 0 ? lower[v] : upper[v]);
            }
        }
    }

    private void exchange(int row, int column) {
        int base = row * n;
        double inverse = 1 / tableau[base + column];
        for (int j = 0; j < n; j++) {
            tableau[base + j] *= inverse;
        }
        tableau[base + column] = inverse;
        for (int r = 0; r < m; r++) {
            double factor = tableau[r * n + column];
            if (r != row && factor != 0) {
                int at = r * n;
                tableau[at + column] = 0;
                for (int j = 0; j < n; j++) {
                    tableau[at + j] -= factor * tableau[base + j];
                }
            }
        }
        double cost = d[column];
        if (cost != 0) {
            d[column] = 0;
            for (int j = 0; j < n; j++) {
                d[j] -= cost * tableau[base + j];
            }
        }
        int leaving = basic[row];
        basic[row] = nonbasic[column];
        nonbasic[column] = leaving;
        position[basic[row]] = row;
        position[leaving] = -1 - column;
    }

    private double objective() {
        double sum = offset;
        for (int j = 0; j < n; j++) {
            if (nonbasic[j] < n) {
                sum += c[nonbasic[j]] * xn[j];
            }
        }
        for (int r = 0; r < m; r++) {
            if (basic[r] < n) {
                sum += c[basic[r]] * xb[r];
            }
        }
        return sum;
    }

    /** Value of a variable. */
    public double value(int variable) {
        int at = position[variable];
        return at >= 0 ? xb[at] : xn[-1 - at];
    }

    /**
     * First-pivot estimate of what the objective loses when a basic variable moves to 0 or 1; 0 for a nonbasic one (Driebeek 1966).
     * An estimate from the tableau, not a proof. O(n).
     */
    public double penalty(int variable, int to) {
        int at = position[variable];
        if (at < 0) {
            return 0;
        }
        double ratio = Double.POSITIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            int v = nonbasic[j];
            double t = to == 1 ? -tableau[at * n + j] : tableau[at * n + j];
            if (lower[v] != upper[v] && (xn[j] == lower[v] ? t > PIVOT : t < -PIVOT)) {
                ratio = Math.min(ratio, Math.abs(d[j] / t));
            }
        }
        return ratio * Math.abs(to - xb[at]);
    }

    /** A valid lower bound of the objective within the present boxes, offset included; {@link #safeReducedCost} belongs to it. O(m·n). */
    public double safeBound() {
        for (int k = 0; k < m; k++) {
            int at = position[n + k];
            double value = at >= 0 ? 0 : d[-1 - at];
            lambda[k] = Double.isInfinite(upper[n + k]) ? Math.max(0, value) : value;
        }
        System.arraycopy(c, 0, reduced, 0, n);
        return offset + lagrangian(Math.abs(offset));
    }

    /** Reduced cost c_i + Σ_k λ_k a_ki of the last {@link #safeBound}. */
    public double safeReducedCost(int variable) {
        return reduced[variable];
    }

    /** Multiplier of an unscaled row of the last {@link #safeBound}. */
    public double multiplier(int row) {
        return Math.scalb(lambda[row], exponent[row]);
    }

    /** True when the last solve ended INFEASIBLE and the row it got stuck at proves it from the original data. O(m·n). */
    public boolean provesInfeasible() {
        if (stuckRow < 0) {
            return false;
        }
        for (int sign = -1; sign <= 1; sign += 2) {
            for (int k = 0; k < m; k++) {
                int at = position[n + k];
                double value = sign * (at >= 0 ? (at == stuckRow ? 1 : 0) : tableau[stuckRow * n - 1 - at]);
                lambda[k] = Double.isInfinite(upper[n + k]) ? Math.max(0, value) : value;
            }
            Arrays.fill(reduced, 0);
            if (lagrangian(0) > 0) {
                return true;
            }
        }
        return false;
    }

    /** min over the boxes of reduced·x + λ·(A·x + s − b), less its rounding error; adds λ·A to {@code reduced}. */
    private double lagrangian(double size) {
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
