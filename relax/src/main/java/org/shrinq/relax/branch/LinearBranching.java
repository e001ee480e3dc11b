package org.shrinq.relax.branch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.Propagator;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.knapsack.KnapsackCore;
import org.shrinq.relax.knapsack.KnapsackTree;
import org.shrinq.relax.lp.BoxedSimplex;

/**
 * Exact search for binary models with a linear objective. The solutions are split by their number of ones, which
 * tightens the relaxation far more than a single variable does (Vasquez and Hao 2001; Boussier, Vasquez, Vimont, Hanafi
 * and Michelon 2010); the numbers nearest to the relaxation's go first, and those whose relaxation is no better than
 * the incumbent are never opened. Each part is reduced by reduced costs and searched by a {@link LinearTree} over the
 * variables that are left.
 */
final class LinearBranching {
    /** Most numbers in the dense tableau. */
    static final long MOST_ENTRIES = 2_000_000;

    /** Most numbers in the tableau of a knapsack's node, of which every level of its tree has a copy. */
    private static final long MOST_COPIED = 20_000;
    /** And most bytes of all levels. */
    private static final long MOST_BYTES = 1L << 28;

    private static final int MOST_PIVOTS = 100_000;

    private final BinaryModel model;
    private final int n;
    private final int sign;
    private final double step;
    private final BranchIncumbent outside;
    private final Deadline deadline;
    private double incumbent;
    private byte @Nullable [] better;
    private double open = Double.POSITIVE_INFINITY;
    private long nodes;
    private boolean stopped;

    private LinearBranching(BinaryModel model, double step, BranchIncumbent outside, Deadline deadline) {
        this.model = model;
        this.step = step;
        this.outside = outside;
        this.deadline = deadline;
        n = model.size();
        sign = model.sense().factor();
        incumbent = sign * outside.objective();
    }

    static boolean applies(BinaryModel model) {
        return model.objective().couplings() == 0 && (model.constraints().size() + 1L) * model.size() <= MOST_ENTRIES;
    }

    static BranchResult run(BinaryModel model, double step, BranchIncumbent outside, double root, Deadline deadline) {
        int sign = model.sense().factor();
        LinearBranching search = new LinearBranching(model, step, outside, deadline);
        search.split();
        double lowest = Math.min(search.incumbent, search.open);
        double bound = search.stopped ? Math.max(sign * root, lowest) : lowest;
        return new BranchResult(
                !search.stopped,
                sign * bound,
                Optional.ofNullable(search.better).map(Bits::of),
                search.nodes);
    }

    /**
     * A better solution is better by at least this much; what is closer is not told apart where objectives are not
     * whole.
     */
    private double step() {
        return Double.isInfinite(incumbent) ? 0 : step;
    }

    /** The solutions with one number of ones, once their relaxation has been solved. */
    private record Part(BinaryModel model, double bound, byte[] fixed) {}

    private void split() {
        BoxedSimplex root = BoxedSimplex.of(model);
        BoxedSimplex.Status status = root.solve(Double.POSITIVE_INFINITY, MOST_PIVOTS, deadline);
        nodes++;
        if (status == BoxedSimplex.Status.INFEASIBLE && root.provesInfeasible()) {
            return;
        }
        double bound = root.safeBound();
        if (bound > incumbent - step()) {
            return;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += root.value(i);
        }
        int nearest = (int) Math.max(0, Math.min(n, Math.round(sum)));
        List<Part> parts = new ArrayList<>();
        for (int direction = -1; direction <= 1; direction += 2) {
            int ones = direction < 0 ? nearest : nearest + 1;
            while (ones >= 0 && ones <= n) {
                if (deadline.expired()) {
                    stop(bound);
                    break;
                }
                if (!relax(ones, direction, parts)) {
                    break;
                }
                ones += direction;
            }
        }
        parts.sort((p, q) -> Double.compare(p.bound, q.bound));
        for (Part part : parts) {
            if (part.bound > incumbent - step()) {
                continue;
            }
            if (stopped) {
                open = Math.min(open, part.bound);
                continue;
            }
            search(part);
        }
    }

    private void stop(double bound) {
        stopped = true;
        open = Math.min(open, bound);
    }

    /**
     * Solves the relaxation of one part and adds it to the list unless nothing better can be in it. A part's Lagrangian
     * bound is linear in its number of ones, with the multiplier of that row as its slope: where it falls off, the
     * parts beyond are cut as well.
     *
     * @return false when no part further in that direction can hold anything better
     */
    private boolean relax(int ones, int direction, List<Part> parts) {
        BinaryModel part = withOnes(model, ones);
        BoxedSimplex lp = BoxedSimplex.of(part);
        Propagator propagator = new Propagator(part);
        int known = 0;
        double bound = Double.NEGATIVE_INFINITY;
        while (true) {
            nodes++;
            BoxedSimplex.Status status = lp.solve(incumbent - step(), MOST_PIVOTS, deadline);
            boolean hopeless = status == BoxedSimplex.Status.INFEASIBLE && lp.provesInfeasible();
            if (!hopeless) {
                bound = Math.max(bound, lp.safeBound());
                hopeless = bound > incumbent - step();
            }
            if (hopeless) {
                return known > 0 || lp.multiplier(lp.rows() - 1) * direction > 0;
            }
            double slack = incumbent - step() - bound;
            if (known == 0 && !propagator.propagateAll()) {
                return true;
            }
            for (int i = 0; i < n; i++) {
                double r = lp.safeReducedCost(i);
                if (propagator.value(i) < 0 && Math.abs(r) > slack && !propagator.assign(i, r > 0 ? 0 : 1)) {
                    return true;
                }
            }
            if (propagator.assigned() == known) {
                parts.add(new Part(part, bound, propagator.values()));
                return true;
            }
            for (; known < propagator.assigned(); known++) {
                int v = propagator.trail(known);
                lp.setBounds(v, propagator.value(v), propagator.value(v));
            }
        }
    }

    private static BinaryModel withOnes(BinaryModel model, int ones) {
        int[] all = new int[model.size()];
        double[] unit = new double[all.length];
        Arrays.setAll(all, i -> i);
        Arrays.fill(unit, 1);
        List<Constraint> rows = new ArrayList<>(model.constraints());
        rows.add(LinearEqual.of("number of ones", all, unit, ones));
        return new BinaryModel(model.sense(), model.objective(), rows);
    }

    private void search(Part part) {
        BinaryModel rest = part.model.restrict(part.fixed);
        Optional<KnapsackCore> knapsack =
                KnapsackCore.of(rest).filter(c -> c.entries() <= MOST_COPIED && c.bytes() <= MOST_BYTES);
        if (knapsack.isPresent()) {
            search(part, knapsack.get(), sign * rest.objective().offset());
            return;
        }
        LinearTree tree = new LinearTree(rest, incumbent, step, Long.MAX_VALUE, deadline)
                .with(() -> sign * outside.objective(), found -> offer(part, found));
        boolean finished = tree.run();
        nodes += tree.nodes();
        incumbent = Math.min(incumbent, sign * outside.objective());
        if (!finished) {
            stop(Math.max(part.bound, Math.min(tree.open(), incumbent)));
        }
    }

    private void search(Part part, KnapsackCore core, double offset) {
        KnapsackTree tree = new KnapsackTree(core, incumbent - offset, step, Long.MAX_VALUE, deadline)
                .with(() -> sign * outside.objective() - offset, found -> offer(part, found));
        boolean finished = tree.run();
        nodes += tree.nodes();
        incumbent = Math.min(incumbent, sign * outside.objective());
        if (!finished) {
            stop(Math.max(part.bound, Math.min(tree.open() + offset, incumbent)));
        }
    }

    private void offer(Part part, byte[] found) {
        byte[] x = part.fixed.clone();
        int k = 0;
        for (int i = 0; i < n; i++) {
            if (x[i] < 0) {
                x[i] = found[k++];
            }
        }
        if (model.isFeasible(x) && sign * model.value(x) < incumbent) {
            incumbent = sign * model.value(x);
            better = x;
            outside.found(Bits.of(x));
        }
    }
}
