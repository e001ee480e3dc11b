package org.shrinq.search.knapsack;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.shrinq.qubo.Indices;
import org.shrinq.search.SearchControl;

/**
 * Every knapsack solution better than the incumbent, by its deviations from the Lagrangian solution. With multipliers
 * λ, reduced costs r_i and L(λ) = Σ λ_k c_k + Σ max(0, r_i), a solution that takes exactly the items with r_i &gt; 0,
 * but for a set D of deviations, has the value L(λ) − Σ_{i∈D} |r_i| − Σ_k λ_k slack_k. So only sets D with Σ |r_i|
 * below the gap between L(λ) and the incumbent matter; they are enumerated with the largest |r_i| first. A branch is
 * cut when the items still open cannot make up for an exceeded row, or only at a price above what is left of the gap,
 * and when the slack that remains costs too much. Complete enumeration over all items proves the incumbent optimal;
 * over some items, with the others as in a given point, it is the exact answer to a neighbourhood. One thread.
 */
final class KnapsackEnumeration {
    /** How an enumeration ended. */
    enum Outcome {
        COMPLETE,
        OUT_OF_NODES,
        STOPPED
    }

    private static final int NODES_PER_ITERATION = 64;

    private final KnapsackData data;
    private final int m;
    private final double ceiling;
    private final boolean integral;
    /** What sums of values may be off by; 0 where they are whole. */
    private final double rounding;

    private final boolean[] preferred;
    /** Items that fit alone, by ascending |reduced cost|. */
    private final int[] all;

    // the items to enumerate, by ascending |reduced cost|; the others are fixed
    private int[] open = new int[0];
    private int openCount;
    private final byte[] fixed;
    private double fixedCost;
    private double baseValue;
    private final double[] baseLoad;
    private final double[] price;
    /** Least load that the first p open items can still take away, at p·m + k; ≤ 0. */
    private final double[] relief;
    /** Least cost per unit of row k that one of the first p open items takes away, at p·m + k. */
    private final double[] dropRatio;
    /** Least cost per unit of Σ_k λ_k slack_k that one of the first p open items adds. */
    private final double[] slackUp;
    /** Least cost per unit of Σ_k λ_k slack_k that one of the first p open items takes away, at most 1. */
    private final double[] slackDown;

    private final double[] loads;
    private final int[] position;
    private final double[] spent;
    private final double[] values;
    private double incumbent;

    KnapsackEnumeration(KnapsackData data) {
        this.data = data;
        m = data.m;
        int n = data.n;
        all = Indices.ascending(IntStream.range(0, n).filter(i -> data.fits[i]), i -> Math.abs(data.reducedCost[i]));
        preferred = new boolean[n];
        double bound = 0;
        boolean whole = true;
        double total = 0;
        for (int k = 0; k < m; k++) {
            bound += data.multiplier[k] * data.limit[k];
        }
        for (int i : all) {
            total += Math.abs(data.value[i]);
            whole &= data.value[i] == Math.rint(data.value[i]);
            preferred[i] = data.reducedCost[i] > 0;
            bound += Math.max(0, data.reducedCost[i]);
        }
        ceiling = bound;
        integral = whole;
        rounding = whole ? 0 : (n + 2) * 0x1p-52 * total;
        fixed = new byte[n];
        baseLoad = new double[m];
        price = new double[n + 1];
        relief = new double[(n + 1) * m];
        dropRatio = new double[(n + 1) * m];
        slackUp = new double[n + 1];
        slackDown = new double[n + 1];
        loads = new double[(n + 1) * m];
        position = new int[n + 1];
        spent = new double[n + 1];
        values = new double[n + 1];
    }

    /** The upper bound L(λ), valid up to rounding. */
    double bound() {
        return ceiling;
    }

    /** Items that fit alone, by ascending |reduced cost|. Not to be modified. */
    int[] items() {
        return all;
    }

    /** Opens every item. */
    void openAll() {
        Arrays.fill(fixed, (byte) 0);
        open(all, all.length);
    }

    /** Opens the given items, ascending in |reduced cost|, and fixes the others as in a point. Not modified. */
    void openSome(int[] items, int count, byte[] point) {
        System.arraycopy(point, 0, fixed, 0, point.length);
        for (int p = 0; p < count; p++) {
            fixed[items[p]] = 0;
        }
        open(items, count);
    }

    private void open(int[] items, int count) {
        open = items;
        openCount = count;
        data.loads(fixed, baseLoad);
        baseValue = 0;
        fixedCost = 0;
        for (int p = 0; p < count; p++) {
            fixed[open[p]] = 2;
        }
        for (int i = 0; i < fixed.length; i++) {
            if (fixed[i] == 1) {
                baseValue += data.value[i];
            }
            if (fixed[i] != 2 && data.fits[i] && (fixed[i] == 1) != preferred[i]) {
                fixedCost += Math.abs(data.reducedCost[i]);
            }
        }
        Arrays.fill(relief, 0, m, 0);
        Arrays.fill(dropRatio, 0, m, Double.POSITIVE_INFINITY);
        slackUp[0] = Double.POSITIVE_INFINITY;
        slackDown[0] = 1;
        for (int p = 0; p < count; p++) {
            openOne(p, open[p]);
        }
    }

    private void openOne(int p, int i) {
        price[p] = Math.abs(data.reducedCost[i]);
        if (preferred[i]) {
            baseValue += data.value[i];
            data.add(i, baseLoad);
        }
        double burden = 0;
        for (int k = 0; k < m; k++) {
            double w = data.weight[i * m + k];
            int at = p * m + k;
            burden += data.multiplier[k] * w;
            relief[at + m] = relief[at] - (preferred[i] ? w : 0);
            dropRatio[at + m] = preferred[i] && w > 0 ? Math.min(dropRatio[at], price[p] / w) : dropRatio[at];
        }
        double ratio = burden > 0 ? price[p] / burden : Double.POSITIVE_INFINITY;
        slackUp[p + 1] = preferred[i] ? Math.min(slackUp[p], ratio) : slackUp[p];
        slackDown[p + 1] = preferred[i] ? slackDown[p] : Math.min(slackDown[p], ratio);
    }

    /** What all deviations may cost together in a solution that beats the incumbent, or comes within {@code reach}. */
    private double budget(double reach) {
        double step = integral ? 1 - 1e-6 : 0;
        return Math.min(ceiling - incumbent - step, reach) + 1e-9 * Math.abs(ceiling);
    }

    /**
     * Enumerates the solutions with at least the value L(λ) − reach, within a number of nodes.
     *
     * @param x overwritten by every better solution found
     * @param value value of the incumbent x
     * @return COMPLETE when no better solution within reach is left
     */
    Outcome run(byte[] x, double value, double reach, long most, SearchControl control) {
        incumbent = value;
        System.arraycopy(baseLoad, 0, loads, 0, m);
        position[0] = openCount;
        spent[0] = fixedCost;
        values[0] = baseValue;
        int depth = 0;
        long nodes = 0;
        int next = openCount - 1;
        if (fits(0)) {
            offer(0, x, control);
        }
        double budget = budget(reach);
        while (!control.isStopped()) {
            if (next < 0) {
                if (depth == 0) {
                    return Outcome.COMPLETE;
                }
                next = position[depth--] - 1;
                continue;
            }
            double room = budget - spent[depth] - price[next];
            if (room <= 0) {
                next--;
                continue;
            }
            if (++nodes % NODES_PER_ITERATION == 0 && (nodes > most || !control.next())) {
                return control.isStopped() ? Outcome.STOPPED : Outcome.OUT_OF_NODES;
            }
            int verdict = descend(depth, next, room);
            if (verdict != HOPELESS) {
                depth++;
                if (verdict == FITS) {
                    offer(depth, x, control);
                    budget = budget(reach);
                }
            }
            next--;
        }
        return Outcome.STOPPED;
    }

    private static final int HOPELESS = 0;
    private static final int EXCEEDS = 1;
    private static final int FITS = 2;

    /** Writes the node below {@code depth} that deviates in open item {@code next}, and judges it. */
    private int descend(int depth, int next, double room) {
        int item = open[next];
        boolean drops = preferred[item];
        int from = depth * m;
        int to = from + m;
        int row = next * m;
        int weights = item * m;
        boolean fits = true;
        double slack = 0;
        for (int k = 0; k < m; k++) {
            double w = data.weight[weights + k];
            double load = loads[from + k] + (drops ? -w : w);
            loads[to + k] = load;
            double over = load - data.limit[k];
            slack -= data.multiplier[k] * over;
            if (over > 0) {
                fits = false;
                if (over + relief[row + k] > 0 || over * dropRatio[row + k] >= room) {
                    return HOPELESS;
                }
            }
        }
        if (slack > 0 ? slack * slackDown[next] >= room : -slack * slackUp[next] >= room) {
            return HOPELESS;
        }
        position[depth + 1] = next;
        spent[depth + 1] = spent[depth] + price[next];
        values[depth + 1] = values[depth] + (drops ? -data.value[item] : data.value[item]);
        return fits ? FITS : EXCEEDS;
    }

    private boolean fits(int depth) {
        for (int k = 0; k < m; k++) {
            if (loads[depth * m + k] > data.limit[k]) {
                return false;
            }
        }
        return true;
    }

    private void offer(int depth, byte[] x, SearchControl control) {
        double value = values[depth];
        if (value <= incumbent + rounding) {
            return;
        }
        incumbent = value;
        for (int i = 0; i < x.length; i++) {
            x[i] = fixed[i] == 2 ? (byte) (preferred[i] ? 1 : 0) : fixed[i];
        }
        for (int d = 1; d <= depth; d++) {
            x[open[position[d]]] ^= 1;
        }
        control.bestObjective(value);
    }
}
