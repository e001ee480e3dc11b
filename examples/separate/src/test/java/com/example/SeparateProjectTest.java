package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.Status;

class SeparateProjectTest {
    @Test
    void aProjectThatImportsTheBomSolvesAKnapsack() {
        double[] values = {10, 13, 7, 8, 12, 4};
        double[][] weights = {{5, 6, 3, 4, 6, 1}, {3, 7, 2, 5, 4, 2}};
        double[] capacities = {14, 13};
        Solution solution = Shrinq.solve(MultidimensionalKnapsack.of("mine", values, weights, capacities));
        assertEquals(Status.OPTIMAL, solution.status());
        assertEquals(31, solution.objective().orElseThrow());
        System.out.println("separate project: " + solution.status() + " " + solution.x().orElseThrow());
    }
}
