package org.shrinq.shrink;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.assignment.LinearAssignment;
import org.shrinq.shrink.Elimination.Evidence;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.correlate.OpenAssignment;
import org.shrinq.shrink.correlate.Placements;

/**
 * A guess at a permutation of an assignment by single correlations: the permutation that X_0,ia speak against least in
 * sum gives the facility of which it is surest its place, X is computed anew for the rest, and so on to the end, on a
 * copy of the run. Once without computing anew kept a third fewer optima with {@code bp}. At most n calculations for n
 * facilities.
 */
final class PlacementDive {
    /** What speaks against a pair that is excluded, in units of the largest possible correlation. */
    private static final double FORBIDDEN = 1e3;

    private final ShrinkRun copy;
    private final BinaryModel model;
    private final OpenAssignment whole;
    private final Deadline deadline;

    /** @param copy of the run at the point where the assignment is open; modified */
    PlacementDive(ShrinkRun copy, BinaryModel model, OpenAssignment whole, Deadline deadline) {
        this.copy = copy;
        this.model = model;
        this.whole = whole;
        this.deadline = deadline;
    }

    /** The guess; empty where nothing is known of single variables. */
    Optional<Placements> run() {
        int n = whole.open();
        int[] guess = new int[n];
        double[] first = new double[0];
        Optional<CarriedCorrelations> marginals = copy.recalculated();
        while (marginals.isPresent()) {
            if (first.length == 0) {
                first = costs(whole, marginals.get());
            }
            readPlaces(guess);
            Optional<OpenAssignment> open =
                    OpenAssignment.of(model, copy.state().partial());
            if (open.isEmpty() || !placeSurest(open.get(), marginals.get(), guess)) {
                break;
            }
            marginals = deadline.expired() ? Optional.empty() : copy.recalculated();
        }
        return first.length == 0
                ? Optional.empty()
                : Optional.of(Placements.of(List.of(guess), new double[1], first, copy.operations()));
    }

    private void readPlaces(int[] guess) {
        byte[] partial = copy.state().partial();
        for (int k = 0; k < guess.length * guess.length; k++) {
            if (partial[whole.variable(k / guess.length, k % guess.length)] == 1) {
                guess[k / guess.length] = k % guess.length;
            }
        }
    }

    /** False when the guard lets nothing be placed. */
    private boolean placeSurest(OpenAssignment open, CarriedCorrelations marginals, int[] guess) {
        int m = open.open();
        double[] cost = costs(open, marginals);
        LinearAssignment least = new LinearAssignment(m);
        least.solve(cost, 0, m);
        int surest = 0;
        for (int i = 0; i < m; i++) {
            int facility = Arrays.binarySearch(whole.facilities(), open.facilities()[i]);
            guess[facility] = Arrays.binarySearch(whole.locations(), open.locations()[least.column(i)]);
            if (cost[i * m + least.column(i)] < cost[surest * m + least.column(surest)]) {
                surest = i;
            }
        }
        int before = copy.state().free();
        Evidence evidence = new Evidence(cost[surest * m + least.column(surest)], 0, 0);
        copy.state().propose(open.variable(surest, least.column(surest)), 1, EliminationRule.PLACEMENT, evidence);
        return copy.state().free() < before;
    }

    /** X_0,ia of pairs of positions. */
    private double[] costs(OpenAssignment open, CarriedCorrelations marginals) {
        int n = open.open();
        double[] cost = new double[n * n];
        for (int k = 0; k < cost.length; k++) {
            int v = open.variable(k / n, k % n);
            int root = copy.state().classes().root(v);
            cost[k] = root == Step.GROUND
                    ? FORBIDDEN * (1 - copy.state().classes().value(v))
                    : copy.state().classes().sign(v) * marginals.single(root);
        }
        return cost;
    }
}
