package org.shrinq.relax.branch;

import java.util.Optional;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.assignment.DualAscent;
import org.shrinq.relax.assignment.GilmoreLawler;

/**
 * Depth-first branch and bound for quadratic assignment: the facility or location whose reduced costs forbid most is branched
 * on, children in the order of their reduced costs. Bounds are Gilmore-Lawler's, and dual ascent near the root where they leave a gap.
 */
final class AssignmentBranching {
    private static final int ASCENT_ROUNDS = 12;
    private static final int ASCENT_LEAST = 5;

    private final Deadline deadline;
    private final double step;
    private double best;
    private int @org.jspecify.annotations.Nullable [] bestPermutation;
    private long nodes;
    private boolean stopped;

    AssignmentBranching(QuadraticAssignment problem, double incumbent, Deadline deadline) {
        this.deadline = deadline;
        this.best = incumbent;
        double size = Double.isInfinite(incumbent) ? 1 : Math.max(1, Math.abs(incumbent));
        this.step = problem.isObjectiveIntegral() ? 1 - 1e-6 : 1e-9 * size;
    }

    BranchResult run(QuadraticAssignment problem, double root) {
        int n = problem.order();
        int[] facilities = new int[n];
        int[] locations = new int[n];
        for (int k = 0; k < n; k++) {
            facilities[k] = k;
            locations[k] = k;
        }
        expand(problem, 0, facilities, locations, new int[n]);
        Optional<Bits> better =
                bestPermutation == null ? Optional.empty() : Optional.of(Bits.of(problem.assignment(bestPermutation)));
        return new BranchResult(!stopped, stopped ? root : best, better, nodes);
    }

    /** {@code rest} is the problem of the facilities and locations left; {@code constant} what the placed ones cost. */
    private void expand(QuadraticAssignment rest, double constant, int[] facilities, int[] locations, int[] at) {
        nodes++;
        if (deadline.expired()) {
            stopped = true;
        }
        if (stopped) {
            return;
        }
        int k = facilities.length;
        if (k == 1) {
            double cost = constant + rest.linear(0, 0) + rest.flow(0, 0) * rest.distance(0, 0);
            if (cost < best) {
                best = cost;
                at[facilities[0]] = locations[0];
                bestPermutation = at.clone();
            }
            return;
        }
        double target = best - step - constant;
        GilmoreLawler.Result simple = GilmoreLawler.bound(rest);
        double bound = simple.bound();
        double[] reduced = simple.reducedCosts();
        if (bound <= target && k >= ASCENT_LEAST && k <= DualAscent.MOST && bound > 0.5 * target) {
            DualAscent.Result better = DualAscent.run(rest, ASCENT_ROUNDS, target + step, deadline);
            if (better.bound() > bound) {
                bound = better.bound();
                reduced = better.reducedCosts();
            }
        }
        if (bound > target) {
            return;
        }
        branch(rest, constant, facilities, locations, at, bound, reduced);
    }

    private void branch(
            QuadraticAssignment rest,
            double constant,
            int[] facilities,
            int[] locations,
            int[] at,
            double bound,
            double[] reduced) {
        int k = facilities.length;
        int line = 0;
        double most = -1;
        for (int l = 0; l < 2 * k; l++) {
            double sum = 0;
            for (int m = 0; m < k; m++) {
                double r = reduced[l < k ? l * k + m : m * k + l - k];
                sum += bound + r > best - step - constant ? 1e9 : r;
            }
            if (sum > most) {
                most = sum;
                line = l;
            }
        }
        boolean row = line < k;
        int fixed = row ? line : line - k;
        Integer[] order = new Integer[k];
        for (int m = 0; m < k; m++) {
            order[m] = m;
        }
        java.util.Arrays.sort(
                order,
                (a, b) -> Double.compare(
                        reduced[row ? fixed * k + a : a * k + fixed], reduced[row ? fixed * k + b : b * k + fixed]));
        for (int m : order) {
            int f = row ? fixed : m;
            int l = row ? m : fixed;
            if (stopped || bound + reduced[f * k + l] > best - step - constant) {
                continue;
            }
            at[facilities[f]] = locations[l];
            double placed = rest.linear(f, l) + rest.flow(f, f) * rest.distance(l, l);
            expand(without(rest, f, l), constant + placed, drop(facilities, f), drop(locations, l), at);
        }
    }

    private static int[] drop(int[] values, int index) {
        int[] rest = new int[values.length - 1];
        System.arraycopy(values, 0, rest, 0, index);
        System.arraycopy(values, index + 1, rest, index, rest.length - index);
        return rest;
    }

    /** The problem of the others once f is at l. */
    private static QuadraticAssignment without(QuadraticAssignment p, int f, int l) {
        int k = p.order() - 1;
        double[][] flow = new double[k][k];
        double[][] distance = new double[k][k];
        double[][] linear = new double[k][k];
        for (int i = 0; i < k; i++) {
            int fi = i < f ? i : i + 1;
            int li = i < l ? i : i + 1;
            for (int j = 0; j < k; j++) {
                int fj = j < f ? j : j + 1;
                int lj = j < l ? j : j + 1;
                flow[i][j] = p.flow(fi, fj);
                distance[i][j] = p.distance(li, lj);
                linear[i][j] = p.linear(fi, lj) + p.flow(fi, f) * p.distance(lj, l) + p.flow(f, fi) * p.distance(l, lj);
            }
        }
        return QuadraticAssignment.of("rest", flow, distance, linear);
    }
}
