package org.shrinq.examples;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;

/**
 * Departments to floors, so that people walk little: a quadratic assignment, run by an executor and cancelled when it
 * takes long.
 */
public final class FacilityAssignment {
    private static final String[] DEPARTMENTS = {"research", "sales", "legal", "kitchen", "workshop", "archive"};
    /** Walks a day between departments. */
    private static final double[][] WALKS = {
        {0, 3, 1, 6, 9, 2},
        {3, 0, 5, 6, 1, 0},
        {1, 5, 0, 2, 0, 7},
        {6, 6, 2, 0, 4, 0},
        {9, 1, 0, 4, 0, 1},
        {2, 0, 7, 0, 1, 0}
    };

    private FacilityAssignment() {}

    static QuadraticAssignment problem() {
        int n = DEPARTMENTS.length;
        double[][] stairs = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                stairs[a][b] = Math.abs(a - b);
            }
        }
        return QuadraticAssignment.of("departments", WALKS, stairs);
    }

    /** Asks for more rounds than anybody waits for; after {@code seconds} the best so far is taken. */
    static Solution solve(QuadraticAssignment problem, long seconds) throws InterruptedException, ExecutionException {
        SolverOptions options = SolverOptions.defaults().withQubits(10).withRounds(1_000);
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<Solution> run = executor.submit(() -> Shrinq.with(options).run(problem, enough::get));
            try {
                return run.get(seconds, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                enough.set(true); // run.cancel(true) would end it too, but hide its solution
                return run.get();
            }
        } finally {
            executor.shutdown();
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        QuadraticAssignment problem = problem();
        Solution solution = solve(problem, 20);
        int[] floor = problem.permutation(solution.x().orElseThrow().toArray()).orElseThrow();
        for (int i = 0; i < floor.length; i++) {
            System.out.println(DEPARTMENTS[i] + " on floor " + (floor[i] + 1));
        }
        System.out.println(solution.status() + ": " + solution.objective().orElseThrow() / 2 + " stairs a day");
    }
}
