package org.shrinq.shrink.correlate;

import java.util.Arrays;
import java.util.List;
import org.shrinq.qubo.text.Brief;

/**
 * Guesses at permutations of an {@link OpenAssignment}, and what they say of its facilities. Weights are Boltzmann's
 * over the values; marginals are M_ia = Σ_s w_s [π_s(i) = a]. Immutable; arrays are shared: read only.
 */
public final class Placements {
    /** Weight of one-sided evidence (i seen at the place of j) beside that of two facilities seen exchanged. */
    private static final double ONE_SIDED = 0.1;

    private static final double TIE = 1e-3;

    private final int[][] permutations;
    private final double[] values;
    private final double[] weights;
    private final double[] marginals;
    private final double[] costs;
    private final double scale;
    private final double operations;

    private Placements(List<int[]> permutations, double[] values, double[] costs, double operations) {
        this.permutations = permutations.toArray(int[][]::new);
        this.costs = costs;
        this.operations = operations;
        int n = permutations.get(0).length;
        this.values = values;
        weights = BoltzmannWeights.of(values, 1);
        marginals = new double[n * n];
        for (int s = 0; s < weights.length; s++) {
            for (int i = 0; i < n; i++) {
                marginals[i * n + this.permutations[s][i]] += weights[s];
            }
        }
        double mean = Arrays.stream(costs).map(Math::abs).average().orElse(0);
        scale = mean > 0 ? mean : 1;
    }

    /**
     * @param permutations guesses by position in the open lists, the best first, at least one
     * @param values of the guesses, ascending: costs where they were evaluated, else bounds
     * @param costs per pair i·n + a what speaks against it, in any unit; breaks ties
     * @param operations spent
     */
    public static Placements of(List<int[]> permutations, double[] values, double[] costs, double operations) {
        return new Placements(permutations, values, costs, operations);
    }

    /** Without the best {@code count} guesses, as far as others are left. */
    Placements without(int count) {
        int first = Math.min(count, permutations.length - 1);
        return new Placements(
                Arrays.asList(permutations).subList(first, permutations.length),
                Arrays.copyOfRange(values, first, values.length),
                costs,
                operations);
    }

    /** The best guess. */
    public int[] center() {
        return permutations[0];
    }

    /** M_ia. */
    public double marginal(int facility, int location) {
        return marginals[facility * center().length + location];
    }

    /** How much speaks for exchanging the places of two facilities in the best guess, ≥ 0. */
    public double exchange(int i, int j) {
        int[] c = center();
        double exchanged = 0;
        for (int s = 0; s < weights.length; s++) {
            exchanged += permutations[s][i] == c[j] && permutations[s][j] == c[i] ? weights[s] : 0;
        }
        double sided = marginal(i, c[j]) + marginal(j, c[i]);
        double cost = Math.max(0, costs[i * c.length + c[j]]) + Math.max(0, costs[j * c.length + c[i]]);
        return exchanged + ONE_SIDED * sided + TIE / (1 + cost / scale);
    }

    /** Elementary operations that the guesses cost. */
    public double operations() {
        return operations;
    }

    @Override
    public String toString() {
        return Brief.of(this, "permutations", permutations.length, "values", values);
    }
}
