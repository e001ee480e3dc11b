package org.shrinq.shrink.correlate;

import java.util.Arrays;
import org.shrinq.qubo.Constraint;

/**
 * The message of a linear row Σ w_j x_j ≤ b or = b in sum-product form: with p_j the chance of x_j = 1 as the other
 * factors see it, the log odds ln (P(row | x_k = 0) / P(row | x_k = 1)) for every k, from the distributions of the sums
 * before and after k. Variables of negative weight are counted complemented. Whole weights with b up to
 * {@value #EXACT_CELLS} are exact; others are rounded to {@value #CELLS} cells of b, where an equality allows for the
 * rounding. O(arity · cells) a call.
 */
final class BeliefRow {
    private static final int EXACT_CELLS = 1024;
    private static final int CELLS = 256;
    private static final double LEAST = 1e-17;

    private final int[] variable;
    private final boolean[] complemented;
    private final int[] weight;
    private final boolean equality;
    private final int slack;
    private final int bound;
    private final double[][] before;
    private final double[] after;
    private final double[] next;

    BeliefRow(Constraint row) {
        int arity = row.arity();
        variable = new int[arity];
        complemented = new boolean[arity];
        double[] size = new double[arity];
        double capacity = row.bound();
        boolean whole = true;
        for (int k = 0; k < arity; k++) {
            variable[k] = row.variable(k);
            double w = row.coefficient(k);
            complemented[k] = w < 0;
            capacity -= Math.min(0, w);
            size[k] = Math.abs(w);
            whole &= w == Math.rint(w);
        }
        equality = row.isEquality();
        boolean exact = whole && capacity <= EXACT_CELLS;
        double unit = exact || capacity <= 0 ? 1 : capacity / CELLS;
        weight = new int[arity];
        bound = (int) Math.floor(Math.max(-1, Math.min(EXACT_CELLS, capacity / unit + 1e-9)));
        slack = exact ? 0 : (int) Math.ceil(Math.sqrt(arity));
        for (int k = 0; k < arity; k++) {
            weight[k] = (int) Math.min(bound + 1.0 + slack, Math.rint(size[k] / unit));
        }
        int cells = Math.max(0, bound) + slack + 1;
        before = new double[arity + 1][cells];
        after = new double[cells];
        next = new double[cells];
    }

    int arity() {
        return variable.length;
    }

    int variable(int k) {
        return variable[k];
    }

    /** Elementary operations of a call. */
    double operations() {
        return 4.0 * arity() * before[0].length;
    }

    /**
     * The messages.
     *
     * @param one per position the chance that x is 1; not modified
     * @param out per position the log odds; overwritten
     */
    void send(double[] one, double[] out) {
        int arity = arity();
        int cells = after.length;
        Arrays.fill(before[0], 0);
        before[0][0] = 1;
        for (int k = 0; k < arity; k++) {
            add(before[k], before[k + 1], weight[k], chance(one, k));
        }
        // after[s] = P(the rest of the row holds, given that the sum so far is s)
        for (int s = 0; s < cells; s++) {
            after[s] = holds(s) ? 1 : 0;
        }
        for (int k = arity - 1; k >= 0; k--) {
            double taken = 0;
            double left = 0;
            for (int s = 0; s < cells; s++) {
                double here = before[k][s];
                left += here * after[s];
                taken += s + weight[k] < cells ? here * after[s + weight[k]] : 0;
            }
            double odds = Math.log(Math.max(LEAST, left)) - Math.log(Math.max(LEAST, taken));
            out[k] = complemented[k] ? -odds : odds;
            double p = chance(one, k);
            for (int s = 0; s < cells; s++) {
                next[s] = (1 - p) * after[s] + (s + weight[k] < cells ? p * after[s + weight[k]] : 0);
            }
            System.arraycopy(next, 0, after, 0, cells);
        }
    }

    private double chance(double[] one, int k) {
        return complemented[k] ? 1 - one[k] : one[k];
    }

    private boolean holds(int sum) {
        return equality ? Math.abs(sum - bound) <= slack : sum <= bound;
    }

    private static void add(double[] from, double[] to, int weight, double p) {
        for (int s = 0; s < to.length; s++) {
            to[s] = (1 - p) * from[s] + (s >= weight ? p * from[s - weight] : 0);
        }
    }
}
