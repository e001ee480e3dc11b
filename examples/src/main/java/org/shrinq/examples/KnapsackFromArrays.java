package org.shrinq.examples;

import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;

/**
 * Which projects to fund: a knapsack with two capacities, straight from arrays, with every choice left to the defaults.
 */
public final class KnapsackFromArrays {
    private static final String[] PROJECTS = {"bridge", "school", "library", "park", "harbour", "museum"};
    private static final double[] VALUES = {10, 13, 7, 8, 12, 4};
    private static final double[] MONEY = {5, 6, 3, 4, 6, 1};
    private static final double[] PEOPLE = {3, 7, 2, 5, 4, 2};

    private KnapsackFromArrays() {}

    static Solution solve() {
        double[][] needs = {MONEY, PEOPLE};
        double[] available = {14, 13};
        return Shrinq.solve(MultidimensionalKnapsack.of("projects", VALUES, needs, available));
    }

    public static void main(String[] args) {
        Solution solution = solve();
        Bits chosen = solution.x().orElseThrow();
        for (int i = 0; i < PROJECTS.length; i++) {
            if (chosen.get(i) == 1) {
                System.out.println(PROJECTS[i] + ", worth " + VALUES[i]);
            }
        }
        System.out.println(solution.status() + ": " + solution.objective().orElseThrow() + " in all, and at most "
                + solution.bound().best().value() + " is possible");
    }
}
