package org.shrinq.relax.knapsack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.run.Deadline;

/**
 * Exact search of a {@link KnapsackCore} whose solutions are split by their number of ones (Vasquez and Hao 2001), in
 * steps of some nodes. The parts of the best relaxations go first; those whose relaxation is no better than the
 * incumbent are never opened, and since the bound is concave in the number of ones, none beyond them. A part is reduced
 * by the incumbent of the moment in which its turn comes, and begun anew when that gets better while its tree is young.
 * One thread.
 */
public final class KnapsackParts {
    /** Nodes up to which a tree is young. */
    private static final long YOUNG = 4_000;

    private static final int MOST_PIVOTS = 100_000;

    private final KnapsackCore core;
    private final double step;
    private final Deadline deadline;
    private final DoubleSupplier incumbent;
    private final Consumer<byte[]> listener;
    private final List<Part> parts = new ArrayList<>();
    private int at;
    private long nodes;
    private boolean begun;
    private double begunWith;
    private @Nullable KnapsackTree tree;

    /** The solutions with so many ones, −1 for any. */
    private record Part(KnapsackCore core, double bound) {}

    /**
     * @param core of which every number of ones is allowed, or one only
     * @param step how much better another solution is at least
     * @param incumbent −value of the best solution known, +∞ for none; may become better meanwhile
     * @param found takes every better solution
     */
    public KnapsackParts(
            KnapsackCore core, double step, DoubleSupplier incumbent, Consumer<byte[]> found, Deadline deadline) {
        this.core = core;
        this.step = step;
        this.incumbent = incumbent;
        this.listener = found;
        this.deadline = deadline;
    }

    /**
     * Goes on where the last call stopped.
     *
     * @param more nodes at most
     * @return true when nothing better is left
     */
    public boolean advance(long more) {
        long until = nodes + more;
        if (!begun) {
            if (!split()) {
                return false;
            }
            begun = true;
        }
        while (at < parts.size()) {
            Part part = parts.get(at);
            KnapsackTree present = tree;
            if (present != null && present.nodes() < YOUNG && incumbent.getAsDouble() < begunWith) {
                present = null;
            }
            if (present == null) {
                present = tree(part);
            }
            if (present != null) {
                tree = present;
                long before = present.nodes();
                boolean finished = present.advance(until - nodes);
                nodes += present.nodes() - before;
                if (!finished) {
                    return false;
                }
            }
            tree = null;
            at++;
        }
        return true;
    }

    public long nodes() {
        return nodes;
    }

    /** Nodes of the present part so far. */
    public long nodesInPart() {
        KnapsackTree present = tree;
        return present == null ? 0 : present.nodes();
    }

    /** The same divided by the share of the part that is done: what it may need in all. */
    public double nodesOfPart() {
        KnapsackTree present = tree;
        return present == null ? 0 : present.nodes() / Math.max(1e-12, present.progress());
    }

    /** Solves the relaxations of all parts; false where the deadline struck. */
    private boolean split() {
        parts.clear();
        KnapsackNode root = new KnapsackNode(core);
        root.root();
        root.bound = Double.NEGATIVE_INFINITY;
        KnapsackTableau.Status status = root.solve(Double.POSITIVE_INFINITY, MOST_PIVOTS);
        if (core.equality >= 0 || status != KnapsackTableau.Status.OPTIMAL) {
            root.certify();
            parts.add(new Part(core, root.bound));
            return true;
        }
        double[] x = new double[core.n];
        root.values(x);
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        int nearest = (int) Math.max(0, Math.min(core.n, Math.round(sum)));
        for (int direction = -1; direction <= 1; direction += 2) {
            int ones = direction < 0 ? nearest : nearest + 1;
            while (ones >= 0 && ones <= core.n) {
                if (deadline.expired()) {
                    return false;
                }
                KnapsackCore part = core.withOnes(ones);
                KnapsackNode node = new KnapsackNode(part);
                boolean fits = solve(node);
                if (fits && node.bound <= cutoff()) {
                    parts.add(new Part(part, node.bound));
                } else if (fits ? node.multiplier(part.equality) * direction <= 0 : direction > 0) {
                    break;
                }
                ones += direction;
            }
        }
        parts.sort((p, q) -> Double.compare(p.bound, q.bound));
        return true;
    }

    private double cutoff() {
        double best = incumbent.getAsDouble();
        return Double.isInfinite(best) ? best : best - step;
    }

    /** Solves the relaxation of a part; false where nothing is in it. */
    private static boolean solve(KnapsackNode root) {
        root.root();
        root.bound = Double.NEGATIVE_INFINITY;
        boolean infeasible = root.solve(Double.POSITIVE_INFINITY, MOST_PIVOTS) == KnapsackTableau.Status.INFEASIBLE;
        if (infeasible && root.provesInfeasible()) {
            return false;
        }
        root.certify();
        return true;
    }

    /** A tree over the items that the relaxation leaves open; null where nothing better is in the part. */
    private @Nullable KnapsackTree tree(Part part) {
        begunWith = incumbent.getAsDouble();
        KnapsackNode node = new KnapsackNode(part.core);
        if (part.bound > cutoff() || !solve(node)) {
            return null;
        }
        double slack = cutoff() - node.certified;
        byte[] fixed = new byte[core.n];
        double offset = 0;
        for (int i = 0; i < core.n; i++) {
            double r = node.reducedCost(i);
            fixed[i] = (byte) (Math.abs(r) > slack ? (r > 0 ? 0 : 1) : -1);
            offset += fixed[i] == 1 ? core.cost[i] : 0;
        }
        double base = offset;
        KnapsackTree fresh =
                new KnapsackTree(part.core.restrict(fixed), begunWith - base, step, Long.MAX_VALUE, deadline);
        return fresh.with(() -> incumbent.getAsDouble() - base, found -> listener.accept(whole(fixed, found)));
    }

    private static byte[] whole(byte[] fixed, byte[] free) {
        byte[] x = fixed.clone();
        int j = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 0) {
                x[i] = free[j++];
            }
        }
        return x;
    }
}
