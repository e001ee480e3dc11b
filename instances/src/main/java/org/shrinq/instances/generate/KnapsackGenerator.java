package org.shrinq.instances.generate;

import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.run.RandomStreams;

/** Random multidimensional knapsacks. */
public final class KnapsackGenerator {
    private KnapsackGenerator() {}

    /**
     * The procedure of Chu and Beasley (J. Heuristics 4, 1998): whole weights w_ki uniform on 0 … 1000, capacities c_k
     * = ⌊tightness · Σ_i w_ki⌋, values v_i = Σ_k w_ki / m + 500 u_i with u_i uniform on [0, 1), rounded to whole
     * numbers.
     *
     * @param name of the problem
     * @param items n ≥ 1
     * @param rows m ≥ 1
     * @param tightness in (0, 1]; published: 0.25, 0.5, 0.75
     */
    public static MultidimensionalKnapsack chuBeasley(
            String name, int items, int rows, double tightness, RandomStreams streams) {
        Require.atLeast("items", items, 1);
        Require.atLeast("rows", rows, 1);
        if (!(tightness > 0 && tightness <= 1)) {
            throw new IllegalArgumentException("tightness: expected a number in (0, 1], got " + tightness);
        }
        Draws draws = new Draws(streams.stream("chu-beasley"));
        double[][] weights = new double[rows][items];
        double[] capacities = new double[rows];
        double[] values = new double[items];
        for (int k = 0; k < rows; k++) {
            double sum = 0;
            for (int i = 0; i < items; i++) {
                weights[k][i] = draws.integer(0, 1000);
                sum += weights[k][i];
            }
            capacities[k] = Math.floor(tightness * sum);
        }
        for (int i = 0; i < items; i++) {
            double sum = 0;
            for (int k = 0; k < rows; k++) {
                sum += weights[k][i];
            }
            values[i] = Math.rint(sum / rows + 500 * draws.unit());
        }
        return MultidimensionalKnapsack.of(name, values, weights, capacities);
    }
}
