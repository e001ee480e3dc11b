package org.shrinq.relax.branch;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.assignment.DualAscent;

/**
 * Depth-first branch and bound for quadratic assignment by dual ascent (Hahn, Grant and Hall 1998): the facility or
 * location whose reduced costs forbid most is branched on, children in the order of their reduced costs. A child
 * inherits the costs that its parent's rounds have gathered, and runs rounds as long as they promise to reach the
 * incumbent.
 */
final class AssignmentBranching {
    private static final int ROOT_ROUNDS = 100;
    private static final int ROUNDS = 30;
    /** A node goes on while so many rounds with the present gain would close the gap. */
    private static final double PATIENCE = 15;

    private final QuadraticAssignment problem;
    private final BranchIncumbent incumbent;
    private final Deadline deadline;
    private final double step;
    private double best;
    private double open = Double.POSITIVE_INFINITY;
    private int @Nullable [] bestPermutation;
    private long nodes;
    private boolean stopped;

    AssignmentBranching(QuadraticAssignment problem, BranchIncumbent incumbent, Deadline deadline) {
        this.problem = problem;
        this.incumbent = incumbent;
        this.deadline = deadline;
        best = incumbent.objective();
        step = BranchSearch.step(problem);
    }

    BranchResult run(double root) {
        int n = problem.order();
        int[] all = new int[n];
        Arrays.setAll(all, k -> k);
        expand(DualAscent.of(problem), Double.NEGATIVE_INFINITY, all, all, new int[n]);
        Optional<Bits> better =
                bestPermutation == null ? Optional.empty() : Optional.of(Bits.of(problem.assignment(bestPermutation)));
        double lowest = Math.min(best, open);
        return new BranchResult(!stopped, stopped ? Math.max(root, lowest) : best, better, nodes);
    }

    /** Nodes whose bound is above hold nothing better. */
    private double target() {
        return best - step;
    }

    private void expand(DualAscent ascent, double parent, int[] facilities, int[] locations, int[] at) {
        nodes++;
        if (stopped || deadline.expired()) {
            stopped = true;
            open = Math.min(open, parent);
            return;
        }
        best = Math.min(best, incumbent.objective());
        int n = facilities.length;
        if (n == 1) {
            at[facilities[0]] = locations[0];
            double cost = problem.cost(at);
            if (cost < best) {
                best = cost;
                bestPermutation = at.clone();
                incumbent.found(Bits.of(problem.assignment(bestPermutation)));
            }
            return;
        }
        double gain = ascent.round();
        int most = n == problem.order() ? ROOT_ROUNDS : ROUNDS;
        for (int k = 1; k < most && ascent.bound() <= target() && !deadline.expired(); k++) {
            if (gain * (n == problem.order() ? 1000 : PATIENCE) < target() - ascent.bound() && k > 1) {
                break;
            }
            gain = ascent.round();
        }
        if (ascent.bound() <= target()) {
            branch(ascent, facilities, locations, at);
        }
    }

    private void branch(DualAscent ascent, int[] facilities, int[] locations, int[] at) {
        int n = facilities.length;
        int line = line(ascent);
        Integer[] order = new Integer[n];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (a, b) -> Double.compare(reduced(ascent, line, a), reduced(ascent, line, b)));
        for (int k : order) {
            double bound = ascent.bound() + reduced(ascent, line, k);
            if (bound > target()) {
                continue;
            }
            if (stopped) {
                open = Math.min(open, bound);
                continue;
            }
            int f = line < n ? line : k;
            int l = line < n ? k : line - n;
            at[facilities[f]] = locations[l];
            expand(ascent.place(f, l), bound, drop(facilities, f), drop(locations, l), at);
        }
    }

    /** Facility 0 … n−1, or n + location, whose children are cut most and have the largest bounds. */
    private int line(DualAscent ascent) {
        int n = ascent.order();
        double gap = Math.min(1e300, target() - ascent.bound());
        int line = 0;
        double most = -1;
        for (int l = 0; l < 2 * n; l++) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += Math.min(reduced(ascent, l, k), gap);
            }
            if (sum > most) {
                most = sum;
                line = l;
            }
        }
        return line;
    }

    private static double reduced(DualAscent ascent, int line, int k) {
        int n = ascent.order();
        return line < n ? ascent.reducedCost(line, k) : ascent.reducedCost(k, line - n);
    }

    private static int[] drop(int[] values, int index) {
        int[] rest = new int[values.length - 1];
        System.arraycopy(values, 0, rest, 0, index);
        System.arraycopy(values, index + 1, rest, index, rest.length - index);
        return rest;
    }
}
