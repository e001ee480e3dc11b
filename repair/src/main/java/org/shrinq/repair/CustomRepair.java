package org.shrinq.repair;

import java.util.SplittableRandom;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;

/**
 * A custom way to make samples feasible, such as one that knows the structure of a problem that the bundled repairs
 * take as a general model. Safe for use by several threads.
 */
public interface CustomRepair {
    /** The name in messages. */
    String id();

    /**
     * Changes an infeasible x, at best into a feasible one with few changes. What is infeasible afterwards is repaired
     * by the bundled repair of the problem, and what is feasible is improved by it, so that nothing has to be got right
     * here.
     *
     * @param problem what is being solved, as it was handed to the solver
     * @param x 0/1 array; modified
     * @param random breaks ties; the same numbers must give the same result
     * @param deadline when it has passed, time is up
     */
    void makeFeasible(Problem problem, byte[] x, SplittableRandom random, Deadline deadline);
}
