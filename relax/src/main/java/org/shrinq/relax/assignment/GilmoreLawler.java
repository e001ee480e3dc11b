package org.shrinq.relax.assignment;

import java.util.Arrays;
import org.shrinq.qubo.problem.QuadraticAssignment;

/**
 * The bound of Gilmore (1962) and Lawler (1963) for quadratic assignment: with facility i at location a, the flows of i
 * times the distances of a cost at least their minimal scalar product ℓ_ia; a linear assignment over ℓ + linear costs
 * bounds the whole. O(n³ log n), O(n²) memory, any sign of the data.
 */
public final class GilmoreLawler {
    private GilmoreLawler() {}

    /**
     * The outcome.
     *
     * @param bound valid lower bound of the minimum
     * @param reducedCosts per pair (i, a) at index i·n + a: the bound plus this is a lower bound for every permutation
     *     with i at a
     */
    public record Result(double bound, double[] reducedCosts) {}

    public static Result bound(QuadraticAssignment problem) {
        int n = problem.order();
        double[][] flows = new double[n][];
        double[][] distances = new double[n][];
        double largest = 1;
        for (int i = 0; i < n; i++) {
            flows[i] = sortedRow(problem, i, true);
            distances[i] = sortedRow(problem, i, false);
        }
        double[] cost = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < n; a++) {
                double least = problem.linear(i, a) + problem.flow(i, i) * problem.distance(a, a);
                for (int k = 0; k < n - 1; k++) {
                    least += flows[i][k] * distances[a][n - 2 - k];
                }
                cost[i * n + a] = least;
                largest = Math.max(largest, Math.abs(least));
            }
        }
        LinearAssignment assignment = new LinearAssignment(n);
        double bound = assignment.solve(cost, 0, n);
        double[] reduced = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < n; a++) {
                reduced[i * n + a] =
                        Math.max(0, cost[i * n + a] - assignment.rowPotential(i) - assignment.columnPotential(a));
            }
        }
        return new Result(bound - 1e-12 * largest * n, reduced);
    }

    /** The off-diagonal entries of a row, ascending. */
    private static double[] sortedRow(QuadraticAssignment problem, int row, boolean flow) {
        double[] values = new double[problem.order() - 1];
        int k = 0;
        for (int j = 0; j < problem.order(); j++) {
            if (j != row) {
                values[k++] = flow ? problem.flow(row, j) : problem.distance(row, j);
            }
        }
        Arrays.sort(values);
        return values;
    }
}
