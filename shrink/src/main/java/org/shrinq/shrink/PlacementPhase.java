package org.shrinq.shrink;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.shrinq.relax.assignment.LinearAssignment;
import org.shrinq.shrink.Elimination.Evidence;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.correlate.OpenPlaces;
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
    private final OpenPlaces open;
    private final Placements guesses;

    PlacementPhase(ShrinkState state, OpenPlaces open, Placements guesses) {
        this.state = state;
        this.open = open;
        this.guesses = guesses;
    }

    /** Where all facilities stay open, so that no guess is needed. */
    static PlacementPhase ofAll(ShrinkState state, OpenPlaces open) {
        int n = open.open();
        int[] identity = IntStream.range(0, n).toArray();
        return new PlacementPhase(state, open, Placements.of(List.of(identity), new double[1], new double[n * n], 0));
    }

    /** By single correlations: the guess is the permutation that they speak against least in sum. */
    static PlacementPhase byMarginals(ShrinkState state, OpenPlaces open, CarriedCorrelations marginals) {
        int n = open.open();
        double[] cost = new double[n * n];
        for (int k = 0; k < cost.length; k++) {
            int v = open.variable(k / n, k % n);
            int root = v < 0 ? Step.GROUND : state.classes().root(v);
            cost[k] = root == Step.GROUND
                    ? FORBIDDEN * (v < 0 ? 1 : 1 - state.classes().value(v))
                    : state.classes().sign(v) * marginals.single(root);
        }
        LinearAssignment least = new LinearAssignment(n);
        least.solve(cost, 0, n);
        int[] guess = new int[n];
        Arrays.setAll(guess, least::column);
        return new PlacementPhase(state, open, Placements.of(List.of(guess), new double[1], cost, 0));
    }

    /**
     * Leaves blocks that fit a number of qubits in a code.
     *
     * @return per block, facility and place the variable of the form, −1 where there is none
     */
    List<int[][]> run(int qubits, AssignmentCode code) {
        int n = open.open();
        int[] place = guesses.center();
        List<Integer> sizes = PlacementPlan.sizes(n, qubits, code);
        int[] block = PlacementPlan.blocks(guesses, n, sizes);
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
        return IntStream.range(0, sizes.size())
                .mapToObj(number -> variables(place, block, number))
                .toList();
    }

    /** Facilities and places ascending. */
    private int[][] variables(int[] place, int[] block, int number) {
        int[] facilities =
                IntStream.range(0, block.length).filter(i -> block[i] == number).toArray();
        int[] places = Arrays.stream(facilities).map(i -> place[i]).sorted().toArray();
        return Arrays.stream(facilities)
                .mapToObj(
                        i -> Arrays.stream(places).map(a -> open.variable(i, a)).toArray())
                .toArray(int[][]::new);
    }

    private void fix(int facility, int location, int value) {
        double x = 1 - 2 * guesses.marginal(facility, location);
        int v = open.variable(facility, location);
        if (v >= 0) {
            state.propose(v, value, EliminationRule.PLACEMENT, new Evidence(x, 0, 0));
        }
    }
}
