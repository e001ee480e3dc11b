package org.shrinq.spark;

import java.util.function.Consumer;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.branch.BranchResult;
import org.shrinq.solver.ExactSolver;

/** Stands in for a solver whose native code takes the process down. Only in a jar that {@link ClusterIT} writes. */
public final class PoisonSolver implements ExactSolver {
    private static final int KILLED = 137;

    @Override
    public String id() {
        return "cp-sat";
    }

    @Override
    public BranchResult solve(Task task, Deadline deadline, Consumer<Bits> found) {
        Runtime.getRuntime().halt(KILLED);
        throw new AssertionError("still here");
    }
}
