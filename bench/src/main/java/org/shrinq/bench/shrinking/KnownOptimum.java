package org.shrinq.bench.shrinking;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.branch.BranchResult;
import org.shrinq.relax.branch.BranchSearch;
import org.shrinq.repair.verify.Verifier;

/**
 * The optimum of an instance and, where the instance is small enough to list them, all solutions that attain it.
 *
 * @param value of the problem's objective
 * @param solutions every optimal solution; empty where they are too many to list
 */
public record KnownOptimum(double value, List<byte[]> solutions) {
    public KnownOptimum {
        solutions = List.copyOf(solutions);
    }

    /**
     * By listing, else as given, else by branch and bound.
     *
     * @param given from a reference
     * @return empty for an infeasible problem and one that branch and bound does not apply to or does not finish
     */
    public static Optional<KnownOptimum> of(Problem problem, OptionalDouble given, Deadline deadline) {
        Optional<List<byte[]>> all = AllOptima.of(problem);
        if (all.isPresent()) {
            return Optional.of(
                    new KnownOptimum(Verifier.of(problem).objective(all.get().get(0)), all.get()));
        }
        if (given.isPresent()) {
            return Optional.of(new KnownOptimum(given.getAsDouble(), List.of()));
        }
        double worst = problem.sense() == Sense.MAXIMIZE ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        return BranchSearch.search(problem, worst, -worst, deadline)
                .filter(BranchResult::finished)
                .flatMap(BranchResult::better)
                .map(x -> new KnownOptimum(Verifier.of(problem).objective(x.toArray()), List.of()));
    }
}
