package org.shrinq.shrink;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.shrinq.relax.assignment.LinearAssignment;
import org.shrinq.shrink.Elimination.Evidence;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.correlate.OpenAssignment;
import org.shrinq.shrink.correlate.Placements;

/**
 * Shrinks an assignment in its own terms instead of bit by bit: facilities get their places, the surest first, and what
 * is left are blocks of facilities that may permute among their places ({@link PlacementPlan}). Every exclusion goes
 * through the guard; the merges within a block of two are what probing finds afterwards.
 */
final class PlacementPhase {
    /** What speaks against a pair that is excluded, in units of the largest possible correlation. */
    private static final double FORBIDDEN = 1e3;

    private final ShrinkState state;
    private final OpenAssignment open;
    private final Placements guesses;

    PlacementPhase(ShrinkState state, OpenAssignment open, Placements guesses) {
        this.state = state;
        this.open = open;
        this.guesses = guesses;
    }

    /** By single correlations: the guess is the permutation that they speak against least in sum. */
    static PlacementPhase byMarginals(ShrinkState state, OpenAssignment open, CarriedCorrelations marginals) {
        int n = open.open();
        double[] cost = new double[n * n];
        for (int k = 0; k < cost.length; k++) {
            int v = open.variable(k / n, k % n);
            int root = state.classes().root(v);
            cost[k] = root == Step.GROUND
                    ? FORBIDDEN * (1 - state.classes().value(v))
                    : state.classes().sign(v) * marginals.single(root);
        }
        LinearAssignment least = new LinearAssignment(n);
        least.solve(cost, 0, n);
        int[] guess = new int[n];
        Arrays.setAll(guess, least::column);
        return new PlacementPhase(state, open, Placements.of(List.of(guess), new double[1], cost, 0));
    }

    void run(int qubits) {
        int n = open.open();
        int[] place = guesses.center();
        int[] block = PlacementPlan.blocks(guesses, n, qubits);
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.comparingDouble((Integer i) -> -guesses.marginal(i, place[i]))
                        .thenComparing(i -> i));
        for (int i : order) {
            if (block[i] < 0) {
                fix(i, place[i], 1);
            }
        }
        for (int i : order) {
            boolean[] allowed = new boolean[n];
            for (int j = 0; j < n; j++) {
                allowed[place[j]] = i == j || (block[i] >= 0 && block[j] == block[i]);
            }
            for (int a = 0; a < n; a++) {
                if (!allowed[a]) {
                    fix(i, a, 0);
                }
            }
        }
    }

    private void fix(int facility, int location, int value) {
        double x = 1 - 2 * guesses.marginal(facility, location);
        state.propose(open.variable(facility, location), value, EliminationRule.PLACEMENT, new Evidence(x, 0, 0));
    }
}
