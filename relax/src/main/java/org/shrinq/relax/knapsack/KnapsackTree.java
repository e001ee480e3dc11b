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
    /** Numbers in tableaus between two questions to the deadline, and the most nodes. */
    private static final int ASK_ENTRIES = 100_000;

    private static final int MOST_UNASKED = 128;
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
    private final int askEvery;
    private long nodes;
    /** Of the node at hand, −1 before and after the search; and whether that one is still to be expanded. */
    private int depth = -1;

    private boolean fresh;

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
        askEvery = (int) Math.max(1, Math.min(MOST_UNASKED, ASK_ENTRIES / Math.max(1, core.entries())));
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
        return advance(mostNodes - nodes);
    }

    /**
     * Goes on where the last call stopped.
     *
     * @param more nodes at most
     * @return true when nothing is left to search
     */
    public boolean advance(long more) {
        long until = more > Long.MAX_VALUE - nodes ? Long.MAX_VALUE : nodes + more;
        if (nodes == 0) {
            KnapsackNode root = level(0);
            root.root();
            root.bound = Double.NEGATIVE_INFINITY;
            depth = 0;
            fresh = true;
        }
        while (depth >= 0) {
            KnapsackNode node = level(depth);
            if (fresh) {
                if (nodes >= until || (nodes % askEvery == askEvery - 1 && deadline.expired())) {
                    return false;
                }
                nodes++;
                fresh = false;
                if (!expand(node)) {
                    leave(node);
                    continue;
                }
            }
            descend(node);
        }
        return true;
    }

    /** Lower bound of −value over the nodes that were not searched, +∞ when all were. */
    public double open() {
        double open = Double.POSITIVE_INFINITY;
        for (int d = 0; d <= depth; d++) {
            KnapsackNode node = level(d);
            if (node.tried < 2 || (fresh && d == depth)) {
                open = Math.min(open, node.bound);
            }
        }
        return open;
    }

    public long nodes() {
        return nodes;
    }

    /**
     * The share of the tree that is done, where both sides of every branch count as much (Kilby, Slaney, Thiébaux,
     * Walsh 2006): 1 in the end, and about the share of the nodes on the way.
     */
    public double progress() {
        double weight = 1;
        double done = depth < 0 && nodes > 0 ? 1 : 0;
        for (int d = 0; d < depth; d++) {
            weight /= 2;
            done += level(d).tried == 2 ? weight : 0;
        }
        return done;
    }

    private double cutoff() {
        return incumbent - (Double.isInfinite(incumbent) ? 0 : step);
    }

    private KnapsackNode level(int at) {
        if (at == levels.size()) {
            levels.add(new KnapsackNode(core));
        }
        return levels.get(at);
    }

    /** Settles a node and finds what to branch on; false when nothing is left below it. */
    private boolean expand(KnapsackNode node) {
        incumbent = Math.min(incumbent, outside.getAsDouble());
        if (!settle(node)) {
            return false;
        }
        round(node);
        int branch = node.branch();
        if (branch == Integer.MAX_VALUE) {
            branch = firstFree(node);
        }
        node.item = branch < 0 ? -1 - branch : branch;
        node.first = branch < 0 ? 1 : 0;
        node.tried = 0;
        return true;
    }

    /** Goes to the next child of a node, or back to its parent. */
    private void descend(KnapsackNode node) {
        if (node.tried == 2 || node.bound > cutoff()) {
            leave(node);
            return;
        }
        boolean second = node.tried++ == 1;
        int value = second ? 1 - node.first : node.first;
        if (value == 1 && !node.fits(node.item)) {
            return;
        }
        KnapsackNode child = level(depth + 1);
        child.copyOf(node);
        child.bound = node.bound;
        child.fix(node.item, value);
        // what a solution found below the first child allows to fix
        if (second) {
            fixByReducedCost(child, node);
        }
        depth++;
        fresh = true;
    }

    private void leave(KnapsackNode node) {
        node.tried = 2;
        depth--;
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
            KnapsackTableau.Status status = node.solve(cutoff(), 50 * (core.rows + 20));
            if (status == KnapsackTableau.Status.INFEASIBLE && node.provesInfeasible()) {
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
