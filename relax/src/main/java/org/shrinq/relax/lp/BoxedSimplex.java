package org.shrinq.relax.lp;

import java.util.Arrays;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.linalg.DualRatio;

/**
 * A dual simplex for min c·x subject to A·x + s = b with every x in a box inside [0, 1], made for branch and bound:
 * bounds may change between solves and the basis goes on, because with boxed variables every basis is dual feasible
 * once its nonbasic variables stand at the bound that their reduced cost asks for; there is no first phase. Dense
 * tableau of the nonbasic columns, m·n numbers; a pivot costs O(m·n). The ratio test passes bounds as long as the dual
 * objective rises (bound flipping, Maros 2003).
 *
 * <p>What the pivots compute is only a proposal: {@link #safeBound} and {@link #provesInfeasible} evaluate the
 * multipliers from the original data and subtract the rounding error, so that a bound is valid whatever the tableau has
 * become (Neumaier and Shcherbina 2004). Rows are scaled by powers of two, exactly. Mutable, one thread.
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
    private static final double PIVOT = SimplexTableau.PIVOT;
    private static final double SMALL_PIVOT = 1e-7;
    private static final int NONE = -1;
    private static final int TOO_SMALL = -2;
    private static final int ASK_EVERY = 16;
    private static final int MOST_DEGENERATE = 20;
    private static final int REBUILD_EVERY = 400;

    private final BoxedProgram program;
    private final SimplexTableau tableau;
    private final int n;
    private double[] lambda;
    private final double[] reduced;
    private final int[] candidate;
    private final double costScale;
    private int degenerate;
    private int stuckRow = -1;
    private long pivots;

    private BoxedSimplex(BoxedProgram program) {
        this.program = program;
        tableau = new SimplexTableau(program);
        n = program.n;
        lambda = new double[program.m];
        reduced = new double[n];
        candidate = new int[n];
        costScale = Math.max(Arrays.stream(program.c).map(Math::abs).max().orElse(0), 1e-300);
    }

    /** The linear relaxation of a model, minimising factor()·objective; couplings of the objective are left out. */
    public static BoxedSimplex of(BinaryModel model) {
        return new BoxedSimplex(BoxedProgram.of(model));
    }

    public int variables() {
        return n;
    }

    public int rows() {
        return program.m;
    }

    /** Pivots since the beginning. */
    public long pivots() {
        return pivots;
    }

    /**
     * Adds Σ coefficient·x ≤ bound; its slack enters the basis, so that the next solve goes on from the present one.
     * O(m·n). Arrays are not modified.
     */
    public void addAtMost(int[] variables, double[] coefficients, double bound) {
        program.addAtMost(variables, coefficients, bound);
        tableau.addedRow(variables, coefficients);
        if (lambda.length < program.m) {
            lambda = Arrays.copyOf(lambda, program.capacity());
        }
    }

    /** Sets the box of a variable; takes effect at the next {@link #solve}. O(m). */
    public void setBounds(int variable, double low, double high) {
        program.lower[variable] = low;
        program.upper[variable] = high;
        int at = tableau.position[variable];
        if (at < 0) {
            tableau.moveToPreferred(-1 - at);
        }
    }

    /**
     * Optimises from the present basis.
     *
     * @param cutoff stop as soon as the objective exceeds it
     * @param most pivots at most
     */
    public Status solve(double cutoff, int most) {
        return solve(cutoff, most, Deadline.never());
    }

    /**
     * As {@link #solve(double, int)}; STALLED as well when the deadline strikes, which it is asked every few pivots.
     */
    public Status solve(double cutoff, int most, Deadline deadline) {
        stuckRow = -1;
        if (tableau.sinceRebuild() > REBUILD_EVERY) {
            tableau.rebuild();
        }
        for (int step = 0; step < most; step++) {
            int row = leavingRow();
            if (row < 0) {
                return Status.OPTIMAL;
            }
            if (step % ASK_EVERY == ASK_EVERY - 1 && deadline.expired()) {
                return Status.STALLED;
            }
            if (tableau.objective() > cutoff) {
                return Status.CUTOFF;
            }
            int column = ratioTest(row);
            if (column == NONE) {
                unflip();
                stuckRow = row;
                return Status.INFEASIBLE;
            }
            if (column == TOO_SMALL) {
                if (tableau.sinceRebuild() == 0) {
                    unflip();
                    return Status.STALLED;
                }
                tableau.rebuild();
                continue;
            }
            // degenerate pivots in a row may cycle
            degenerate = Math.abs(tableau.d[column] / tableau.entries[row * n + column]) < 1e-11 * costScale
                    ? degenerate + 1
                    : 0;
            if (degenerate > MOST_DEGENERATE) {
                tableau.perturb(costScale);
                degenerate = 0;
            }
            tableau.pivot(row, column);
            pivots++;
        }
        return Status.STALLED;
    }

    /** The row whose variable is farthest outside its box, −1 when none is. */
    private int leavingRow() {
        double[] lower = program.lower;
        double[] upper = program.upper;
        int[] basic = tableau.basic;
        double[] xb = tableau.xb;
        int row = -1;
        double worst = FEASIBILITY;
        for (int r = 0; r < program.m; r++) {
            double excess = Math.max(lower[basic[r]] - xb[r], xb[r] - upper[basic[r]]);
            if (excess > worst) {
                worst = excess;
                row = r;
            }
        }
        return row;
    }

    private void unflip() {
        for (int j = 0; j < n; j++) {
            tableau.moveToPreferred(j);
        }
    }

    /** The entering column after flipping the passed ones; NONE, or TOO_SMALL when its pivot element is. */
    private int ratioTest(int row) {
        double[] lower = program.lower;
        double[] upper = program.upper;
        double[] entries = tableau.entries;
        int[] nonbasic = tableau.nonbasic;
        double[] d = tableau.d;
        double[] xn = tableau.xn;
        int leaving = tableau.basic[row];
        double value = tableau.xb[row];
        boolean rise = value < lower[leaving];
        int count = 0;
        int base = row * n;
        for (int j = 0; j < n; j++) {
            int v = nonbasic[j];
            if (lower[v] == upper[v]) {
                continue;
            }
            double t = rise ? -entries[base + j] : entries[base + j];
            boolean atLower = xn[j] == lower[v];
            if (atLower ? t > PIVOT : t < -PIVOT) {
                candidate[count++] = j;
            }
        }
        double slope = rise ? lower[leaving] - value : value - upper[leaving];
        while (count > 0) {
            int best = DualRatio.least(candidate, count, entries, base, d);
            int j = candidate[best];
            double size = Math.abs(entries[base + j]);
            double gain = size * (upper[nonbasic[j]] - lower[nonbasic[j]]);
            if (gain >= slope - FEASIBILITY) {
                return size > SMALL_PIVOT ? j : TOO_SMALL;
            }
            slope -= gain;
            tableau.move(j, xn[j] == lower[nonbasic[j]] ? upper[nonbasic[j]] : lower[nonbasic[j]]);
            candidate[best] = candidate[--count];
        }
        return NONE;
    }

    /** The largest |coefficient| of the objective, positive: the unit of {@link #penalty}. */
    public double costScale() {
        return costScale;
    }

    /** Value of a variable. */
    public double value(int variable) {
        return tableau.value(variable);
    }

    /**
     * First-pivot estimate of what the objective loses when a basic variable moves to 0 or 1; 0 for a nonbasic one
     * (Driebeek 1966). An estimate from the tableau, not a proof. O(n).
     */
    public double penalty(int variable, int to) {
        int at = tableau.position[variable];
        if (at < 0) {
            return 0;
        }
        double[] lower = program.lower;
        double[] upper = program.upper;
        double ratio = Double.POSITIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            int v = tableau.nonbasic[j];
            double entry = tableau.entries[at * n + j];
            double t = to == 1 ? -entry : entry;
            if (lower[v] != upper[v] && (tableau.xn[j] == lower[v] ? t > PIVOT : t < -PIVOT)) {
                ratio = Math.min(ratio, Math.abs(tableau.d[j] / t));
            }
        }
        return ratio * Math.abs(to - tableau.xb[at]);
    }

    /**
     * A valid lower bound of the objective within the present boxes, offset included; {@link #safeReducedCost} belongs
     * to it. O(m·n).
     */
    public double safeBound() {
        for (int k = 0; k < program.m; k++) {
            int at = tableau.position[n + k];
            setMultiplier(k, at >= 0 ? 0 : tableau.d[-1 - at]);
        }
        System.arraycopy(program.c, 0, reduced, 0, n);
        return program.offset + program.lagrangian(lambda, reduced, Math.abs(program.offset));
    }

    /** A row without equality takes no negative multiplier. */
    private void setMultiplier(int row, double value) {
        lambda[row] = Double.isInfinite(program.upper[n + row]) ? Math.max(0, value) : value;
    }

    /** Reduced cost c_i + Σ_k λ_k a_ki of the last {@link #safeBound}. */
    public double safeReducedCost(int variable) {
        return reduced[variable];
    }

    /** Multiplier of an unscaled row of the last {@link #safeBound}. */
    public double multiplier(int row) {
        return Math.scalb(lambda[row], program.exponent[row]);
    }

    /**
     * True when the last solve ended INFEASIBLE and the row it got stuck at proves it from the original data. O(m·n).
     */
    public boolean provesInfeasible() {
        if (stuckRow < 0) {
            return false;
        }
        for (int sign = -1; sign <= 1; sign += 2) {
            for (int k = 0; k < program.m; k++) {
                int at = tableau.position[n + k];
                double entry = at >= 0 ? (at == stuckRow ? 1 : 0) : tableau.entries[stuckRow * n - 1 - at];
                setMultiplier(k, sign * entry);
            }
            Arrays.fill(reduced, 0);
            if (program.lagrangian(lambda, reduced, 0) > 0) {
                return true;
            }
        }
        return false;
    }
}
