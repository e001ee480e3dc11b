package org.shrinq.relax.branch;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Propagator;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.lp.BoxedSimplex;

/**
 * Depth-first branch and bound for a binary model with a linear objective, minimising factor()·objective. A node
 * propagates the typed constraints, re-solves the linear relaxation from the basis it finds, fixes by reduced costs,
 * and branches on the fractional variable whose first-pivot penalties are largest. Only bounds evaluated from the
 * original data prune. One thread.
 */
final class LinearTree {
    private static final double FRACTION = 1e-6;

    private final BinaryModel model;
    private final int n;
    private final int sign;
    private final double step;
    private final Deadline deadline;
    private final Propagator propagator;
    private final BoxedSimplex simplex;
    private final byte[] x;
    private int inSimplex;
    private double incumbent;
    private DoubleSupplier outside = () -> Double.POSITIVE_INFINITY;
    private Consumer<byte[]> listener = x -> {};
    private double open = Double.POSITIVE_INFINITY;
    private long nodes;
    private boolean stopped;
    private final long mostNodes;

    /**
     * @param incumbent factor()·objective to beat, +∞ for none
     * @param step how much less a better solution is at least: bounds above incumbent − step prune
     */
    LinearTree(BinaryModel model, double incumbent, double step, long mostNodes, Deadline deadline) {
        this.model = model;
        this.incumbent = incumbent;
        this.step = step;
        this.mostNodes = mostNodes;
        this.deadline = deadline;
        n = model.size();
        sign = model.sense().factor();
        propagator = new Propagator(model);
        simplex = BoxedSimplex.of(model);
        x = new byte[n];
    }

    /**
     * This tree with others that improve the incumbent meanwhile, and hear of what it finds.
     *
     * @param elsewhere factor()·objective of the best solution known
     * @param found takes every better solution
     */
    LinearTree with(DoubleSupplier elsewhere, Consumer<byte[]> found) {
        outside = elsewhere;
        listener = found;
        return this;
    }

    /** Searches the whole tree; false when it was stopped. */
    boolean run() {
        if (propagator.propagateAll()) {
            expand(Double.NEGATIVE_INFINITY);
        }
        return !stopped;
    }

    /** factor()·objective of the best known solution. */
    double incumbent() {
        return incumbent;
    }

    /** Lower bound over the nodes that were not searched, +∞ when all were. */
    double open() {
        return open;
    }

    long nodes() {
        return nodes;
    }

    /** A node whose bound is above this holds nothing better. */
    private double cutoff() {
        return incumbent - step;
    }

    private void expand(double parent) {
        nodes++;
        if (nodes > mostNodes || deadline.expired()) {
            stopped = true;
        }
        if (stopped) {
            open = Math.min(open, parent);
            return;
        }
        incumbent = Math.min(incumbent, outside.getAsDouble());
        double bound = parent;
        while (true) {
            synchronize();
            BoxedSimplex.Status status = simplex.solve(cutoff(), 50 * (simplex.rows() + 20), deadline);
            if (status == BoxedSimplex.Status.INFEASIBLE && simplex.provesInfeasible()) {
                return;
            }
            bound = Math.max(bound, simplex.safeBound());
            if (bound > cutoff()) {
                return;
            }
            if (propagator.assigned() == n) {
                offer();
                return;
            }
            int before = propagator.assigned();
            if (!fixByReducedCost()) {
                return;
            }
            if (propagator.assigned() == before || !disagrees(before)) {
                if (propagator.assigned() > before && propagator.assigned() == n) {
                    continue;
                }
                break;
            }
        }
        round();
        if (bound > cutoff()) {
            return;
        }
        branch(bound);
    }

    private void branch(double bound) {
        synchronize();
        int variable = -1;
        double bestScore = -1;
        double down = 0;
        double up = 0;
        for (int i = 0; i < n; i++) {
            double v = simplex.value(i);
            if (propagator.value(i) < 0 && v > FRACTION && v < 1 - FRACTION) {
                double toZero = Math.min(1e12, simplex.penalty(i, 0) / simplex.costScale());
                double toOne = Math.min(1e12, simplex.penalty(i, 1) / simplex.costScale());
                double score = Math.max(toZero, 1e-9) * Math.max(toOne, 1e-9);
                if (score > bestScore) {
                    bestScore = score;
                    variable = i;
                    down = toZero;
                    up = toOne;
                }
            }
        }
        if (variable < 0) {
            variable = firstFree();
            double v = simplex.value(variable);
            down = v > 0.5 ? 1 : 0;
            up = 1 - down;
        }
        int first = up < down ? 1 : 0;
        for (int k = 0; k < 2; k++) {
            int mark = propagator.mark();
            if (stopped) {
                open = Math.min(open, bound);
            } else if (propagator.assign(variable, k == 0 ? first : 1 - first)) {
                expand(bound);
            }
            undo(mark);
        }
    }

    private int firstFree() {
        int i = 0;
        while (propagator.value(i) >= 0) {
            i++;
        }
        return i;
    }

    /** Hands assignments made since the last call to the simplex. */
    private void synchronize() {
        for (; inSimplex < propagator.assigned(); inSimplex++) {
            int v = propagator.trail(inSimplex);
            simplex.setBounds(v, propagator.value(v), propagator.value(v));
        }
    }

    private void undo(int mark) {
        for (; inSimplex > mark; inSimplex--) {
            simplex.setBounds(propagator.trail(inSimplex - 1), 0, 1);
        }
        propagator.undo(mark);
    }

    /**
     * Whether an assignment since {@code from} differs from the relaxed solution, so that a new solve can raise the
     * bound.
     */
    private boolean disagrees(int from) {
        for (int k = from; k < propagator.assigned(); k++) {
            int v = propagator.trail(k);
            if (Math.abs(simplex.value(v) - propagator.value(v)) > FRACTION) {
                return true;
            }
        }
        return false;
    }

    /** Fixes every free variable whose other value would pass the cutoff; false when that contradicts. */
    private boolean fixByReducedCost() {
        double bound = simplex.safeBound();
        double slack = cutoff() - bound;
        if (!(slack < Double.POSITIVE_INFINITY)) {
            return true;
        }
        double[] costs = new double[n];
        for (int i = 0; i < n; i++) {
            costs[i] = simplex.safeReducedCost(i);
        }
        for (int i = 0; i < n; i++) {
            if (propagator.value(i) < 0 && Math.abs(costs[i]) > slack && !propagator.assign(i, costs[i] > 0 ? 0 : 1)) {
                return false;
            }
        }
        return true;
    }

    /** Offers the relaxed solution when it is whole, and now and then rounded down. */
    private void round() {
        boolean whole = true;
        for (int i = 0; i < n; i++) {
            double v = simplex.value(i);
            x[i] = (byte) (v > 1 - FRACTION ? 1 : 0);
            whole &= v <= FRACTION || v >= 1 - FRACTION;
        }
        if (whole || (nodes & 15) == 1) {
            offer(x);
        }
    }

    private void offer() {
        for (int i = 0; i < n; i++) {
            x[i] = (byte) propagator.value(i);
        }
        offer(x);
    }

    private void offer(byte[] candidate) {
        if (model.isFeasible(candidate)) {
            double value = sign * model.value(candidate);
            if (value <= cutoff() && value < incumbent) {
                incumbent = value;
                listener.accept(Arrays.copyOf(candidate, n));
            }
        }
    }
}
