package org.shrinq.solver;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.branch.BranchResult;

/**
 * A complete solver from elsewhere as a baseline on the whole problem. Implementations are found by {@link
 * ServiceLoader}, so that a large native library is only there for those who want it. Safe for use by several threads.
 */
public interface ExactSolver {
    /** The name of the {@link Method} that it serves. */
    String id();

    /**
     * Solves a problem until its optimum is proved or the deadline strikes.
     *
     * @param found receives every better solution as it is met, one at a time; they are verified before they count
     * @return {@code finished} when the optimum is proved, or when it is proved that there is no feasible solution and
     *     none was found; the bound is valid at any time
     * @throws RefusedException when the problem cannot be put to the solver; the message says why
     */
    BranchResult solve(Task task, Deadline deadline, Consumer<Bits> found);

    /**
     * What is to be solved, and how.
     *
     * @param start a feasible solution to start from, when one is known
     * @param seed of the solver's random choices; with one thread the same seed gives the same search
     * @param threads at least 1
     */
    record Task(Problem problem, Optional<Bits> start, long seed, int threads) {}

    /** The solver of that name, when its jar is there. */
    static Optional<ExactSolver> find(String id) {
        for (ExactSolver solver : ServiceLoader.load(ExactSolver.class, ExactSolver.class.getClassLoader())) {
            if (solver.id().equals(id)) {
                return Optional.of(solver);
            }
        }
        return Optional.empty();
    }
}
