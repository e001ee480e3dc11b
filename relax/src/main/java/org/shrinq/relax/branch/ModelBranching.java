package org.shrinq.relax.branch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Propagator;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;

/**
 * Depth-first branch and bound for any binary model of few variables: constraints propagate, and a node is worth at
 * most what is decided plus every free coefficient that helps. Variables with the largest coefficients come first.
 */
final class ModelBranching {
    private static final int ASK_EVERY = 64;

    private final Problem problem;
    private final QuadraticForm form;
    private final int sign;
    private final BranchIncumbent incumbent;
    private final Deadline deadline;
    private final double step;
    private final Propagator propagator;
    private final int[] order;
    private double best;
    private byte @Nullable [] bestPoint;
    private long nodes;
    private boolean stopped;

    ModelBranching(Problem problem, BranchIncumbent incumbent, Deadline deadline) {
        this.problem = problem;
        this.incumbent = incumbent;
        this.form = problem.model().objective();
        this.sign = problem.sense().factor();
        this.deadline = deadline;
        this.propagator = new Propagator(problem.model());
        this.best = sign * incumbent.objective();
        int n = form.size();
        double[] size = new double[n];
        Integer[] byDescendingSize = new Integer[n];
        for (int i = 0; i < n; i++) {
            double[] sum = {Math.abs(form.linear(i))};
            form.forEachNeighbor(i, (j, c) -> sum[0] += Math.abs(c));
            size[i] = sum[0];
            byDescendingSize[i] = i;
        }
        java.util.Arrays.sort(byDescendingSize, (a, b) -> Double.compare(size[b], size[a]));
        this.order = java.util.Arrays.stream(byDescendingSize).mapToInt(i -> i).toArray();
        this.step = BranchSearch.step(problem);
    }

    BranchResult run(double root) {
        if (propagator.propagateAll()) {
            expand(0);
        }
        Optional<Bits> better = Optional.ofNullable(bestPoint).map(Bits::of);
        return new BranchResult(!stopped, stopped ? root : sign * best, better, nodes);
    }

    private void expand(int from) {
        nodes++;
        if (nodes % ASK_EVERY == 0) {
            stopped |= deadline.expired();
            best = Math.min(best, sign * incumbent.objective());
        }
        if (stopped || optimistic() > best - step) {
            return;
        }
        int at = from;
        while (at < order.length && propagator.value(order[at]) >= 0) {
            at++;
        }
        if (at == order.length) {
            byte[] x = propagator.values();
            double value = sign * problem.objective(x);
            if (value < best && problem.model().isFeasible(x)) {
                best = value;
                bestPoint = x;
                incumbent.found(Bits.of(x));
            }
            return;
        }
        int v = order[at];
        int first = sign * form.linear(v) < 0 ? 1 : 0;
        for (int k = 0; k < 2 && !stopped; k++) {
            int mark = propagator.mark();
            if (propagator.assign(v, k == 0 ? first : 1 - first)) {
                expand(at + 1);
            }
            propagator.undo(mark);
        }
    }

    /** The least that any completion can be worth, constraints aside. */
    private double optimistic() {
        double[] sum = {sign * form.offset()};
        for (int i = 0; i < order.length; i++) {
            int value = propagator.value(i);
            if (value == 0) {
                continue;
            }
            int u = i;
            double[] own = {sign * form.linear(i)};
            form.forEachNeighbor(i, (j, c) -> {
                int other = propagator.value(j);
                if (other == 1) {
                    own[0] += j < u || value < 0 ? sign * c : 0;
                } else if (other < 0 && (value < 0 && j < u)) {
                    own[0] += Math.min(0, sign * c);
                }
            });
            sum[0] += value == 1 ? own[0] : Math.min(0, own[0]);
        }
        return sum[0];
    }
}
