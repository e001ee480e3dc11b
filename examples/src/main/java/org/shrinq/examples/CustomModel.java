package org.shrinq.examples;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;

/**
 * Jobs to machines, a model that no class of the library has: minimise Σ cost_jm x_jm, plus 3 whenever two jobs of one
 * customer run on different machines, where every job runs on exactly one machine, machines have limited hours, and two
 * jobs must not share a machine.
 */
public final class CustomModel {
    private static final int MACHINES = 3;
    private static final double[] HOURS = {4, 3, 2, 5, 3, 2};
    private static final double[] CAPACITY = {7, 8, 6};
    private static final double[][] COST = {
        {3, 5, 4}, {2, 2, 6}, {4, 3, 3}, {6, 4, 7}, {5, 5, 2}, {1, 4, 3},
    };

    private CustomModel() {}

    private static int variable(int job, int machine) {
        return job * MACHINES + machine;
    }

    static BinaryModel model() {
        int jobs = HOURS.length;
        Qubo.Builder objective = Qubo.builder(jobs * MACHINES);
        List<Constraint> rows = new ArrayList<>();
        for (int j = 0; j < jobs; j++) {
            int[] places = new int[MACHINES];
            for (int m = 0; m < MACHINES; m++) {
                places[m] = variable(j, m);
                objective.addLinear(places[m], COST[j][m]);
            }
            rows.add(ExactlyOne.of("job " + (j + 1), places));
        }
        // jobs 1 and 2 have one customer: x_1m x_2n for m ≠ n costs 3
        for (int m = 0; m < MACHINES; m++) {
            for (int n = 0; n < MACHINES; n++) {
                objective.add(variable(0, m), variable(1, n), m == n ? 0 : 3);
            }
        }
        for (int m = 0; m < MACHINES; m++) {
            int[] places = new int[jobs];
            for (int j = 0; j < jobs; j++) {
                places[j] = variable(j, m);
            }
            rows.add(LinearAtMost.of("machine " + (m + 1), places, HOURS, CAPACITY[m]));
            rows.add(new Conflict(variable(2, m), variable(3, m)));
        }
        return new BinaryModel(Sense.MINIMIZE, objective.build(), rows);
    }

    static Solution solve() {
        return Shrinq.solve(new BinaryQuadraticProgram("jobs", model()));
    }

    public static void main(String[] args) {
        Solution solution = solve();
        if (solution.x().isEmpty()) { // an answer, not an exception
            System.out.println(solution.status() + ": no plan found");
            return;
        }
        Bits x = solution.x().get();
        for (int j = 0; j < HOURS.length; j++) {
            for (int m = 0; m < MACHINES; m++) {
                if (x.get(variable(j, m)) == 1) {
                    System.out.println("job " + (j + 1) + " on machine " + (m + 1));
                }
            }
        }
        System.out.println(solution.status() + ": costs " + solution.objective().orElseThrow());
    }
}
