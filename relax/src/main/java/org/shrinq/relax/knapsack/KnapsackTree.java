package org.shrinq.relax.knapsack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.shrinq.qubo.run.Deadline;

/**
 * Depth-first branch and bound of a {@link KnapsackCore}. A node goes on from a copy of its parent's tableau, fixes by
 * reduced costs and by what no longer fits, and branches on the fractional item of the largest first-pivot penalties. A
 * better solution prunes and fixes anew in all nodes that are open. Only certified bounds prune. Needs (rows + 1)·n
 * numbers per level at most. One thread.
 */
public final class KnapsackTree {
    private static final int ASK_EVERY = 4;
    private static final int ROUND_EVERY = 16;

    private final KnapsackCore core;
    private final double step;
    private final Deadline deadline;
    private final List<KnapsackNode> levels = new ArrayList<>();
    private final double[] relaxed;
    private final byte[] x;
    private double incumbent;
    private DoubleSupplier outside = () -> Double.POSITIVE_INFINITY;
    private Consumer<byte[]> listener = x -> {};
    private final long mostNodes;
    private double open = Double.POSITIVE_INFINITY;
    private long nodes;
    private boolean stopped;

    /**
     * @param incumbent −value of the solution to beat, +∞ for none
     * @param step how much better another solution is at least
     */
    public KnapsackTree(KnapsackCore core, double incumbent, double step, long mostNodes, Deadline deadline) {
        this.core = core;
        this.incumbent = incumbent;
        this.step = step;
        this.mostNodes = mostNodes;
        this.deadline = deadline;
        relaxed = new double[core.n];
        x = new byte[core.n];
    }

    /**
     * This tree with others that improve the incumbent meanwhile, and hear of what it finds.
     *
     * @param elsewhere −value of the best solution known
     * @param found takes every better solution
     */
    public KnapsackTree with(DoubleSupplier elsewhere, Consumer<byte[]> found) {
        outside = elsewhere;
        listener = found;
        return this;
    }

    /** Searches the whole tree; false when it was stopped. */
    public boolean run() {
        KnapsackNode root = level(0);
        root.root();
        expand(0, Double.NEGATIVE_INFINITY);
        return !stopped;
    }

    /** Lower bound of −value over the nodes that were not searched, +∞ when all were. */
    public double open() {
        return open;
    }

    public long nodes() {
        return nodes;
    }

    private double cutoff() {
        return incumbent - (Double.isInfinite(incumbent) ? 0 : step);
    }

    private KnapsackNode level(int depth) {
        if (depth == levels.size()) {
            levels.add(new KnapsackNode(core));
        }
        return levels.get(depth);
    }

    private void expand(int depth, double parentBound) {
        nodes++;
        if (nodes > mostNodes || (nodes % ASK_EVERY == 0 && deadline.expired())) {
            stopped = true;
        }
        if (stopped) {
            open = Math.min(open, parentBound);
            return;
        }
        incumbent = Math.min(incumbent, outside.getAsDouble());
        KnapsackNode node = level(depth);
        node.bound = parentBound;
        if (!settle(node)) {
            return;
        }
        round(node);
        int branch = node.branch();
        if (branch == Integer.MAX_VALUE) {
            branch = firstFree(node);
        }
        int item = branch < 0 ? -1 - branch : branch;
        int first = branch < 0 ? 1 : 0;
        for (int k = 0; k < 2; k++) {
            int value = k == 0 ? first : 1 - first;
            if (stopped) {
                open = Math.min(open, node.bound);
                return;
            }
            if (node.bound > cutoff()) {
                return;
            }
            if (value == 1 && !node.fits(item)) {
                continue;
            }
            KnapsackNode child = level(depth + 1);
            child.copyOf(node);
            child.fix(item, value);
            // what a solution found below the first child allows to fix
            if (k == 1) {
                fixByReducedCost(child, node);
            }
            expand(depth + 1, node.bound);
        }
    }

    private int firstFree(KnapsackNode node) {
        int i = 0;
        while (node.fixed[i] >= 0) {
            i++;
        }
        return i;
    }

    /** Solves and fixes until nothing changes; false when the node holds nothing better. */
    private boolean settle(KnapsackNode node) {
        boolean again = true;
        while (again) {
            if (!node.fits()) {
                return false;
            }
            KnapsackNode.Status status = node.solve(cutoff(), 50 * (core.rows + 20));
            if (status == KnapsackNode.Status.INFEASIBLE && node.provesInfeasible()) {
                return false;
            }
            node.certify();
            if (node.bound > cutoff()) {
                return false;
            }
            again = fixByReducedCost(node, node);
            for (int i = 0; i < core.n; i++) {
                if (node.fixed[i] < 0 && !node.fits(i)) {
                    again |= node.fix(i, 0);
                }
            }
            if (node.free == 0 && node.fits()) {
                offer(node);
                return false;
            }
        }
        return node.free > 0;
    }

    /**
     * Fixes in a node what the reduced costs of an ancestor or of itself allow; true when it has to be solved again.
     */
    private boolean fixByReducedCost(KnapsackNode node, KnapsackNode from) {
        double slack = cutoff() - from.certified;
        boolean changed = false;
        for (int i = 0; i < core.n; i++) {
            double r = from.reducedCost(i);
            if (node.fixed[i] < 0 && Math.abs(r) > slack) {
                changed |= node.fix(i, r > 0 ? 0 : 1);
            }
        }
        return changed;
    }

    /** Offers the relaxed solution when it is whole, and now and then rounded down. */
    private void round(KnapsackNode node) {
        node.values(relaxed);
        boolean whole = true;
        for (int i = 0; i < core.n; i++) {
            double v = relaxed[i];
            x[i] = (byte) (v > 1 - 1e-6 ? 1 : 0);
            whole &= v <= 1e-6 || v >= 1 - 1e-6;
        }
        if (whole || nodes % ROUND_EVERY == 1) {
            offer();
        }
    }

    private void offer(KnapsackNode node) {
        System.arraycopy(node.fixed, 0, x, 0, x.length);
        offer();
    }

    /** Takes {@link #x} when it is feasible and better. */
    private void offer() {
        double cost = 0;
        for (int i = 0; i < core.n; i++) {
            cost += x[i] != 0 ? core.cost[i] : 0;
        }
        if (cost > cutoff() || cost >= incumbent) {
            return;
        }
        for (int k = 0; k < core.rows; k++) {
            double sum = 0;
            for (int i = 0; i < core.n; i++) {
                sum += x[i] != 0 ? core.a[k * core.n + i] : 0;
            }
            if (sum > core.b[k] || (k == core.equality && sum != core.b[k])) {
                return;
            }
        }
        incumbent = cost;
        listener.accept(Arrays.copyOf(x, x.length));
    }
}
