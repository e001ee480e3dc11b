package org.shrinq.repair;

import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.repair.assignment.AssignmentRepair;
import org.shrinq.repair.family.RepairKernel;
import org.shrinq.repair.independentset.IndependentSetRepair;
import org.shrinq.repair.knapsack.KnapsackRepair;
import org.shrinq.repair.marketshare.MarketShareRepair;
import org.shrinq.repair.maxcut.UnconstrainedRepair;
import org.shrinq.repair.model.ModelRepair;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;

/** Chooses the repair of a problem: its own where there is one, descent where every x is feasible, min-conflicts otherwise. */
public final class Repairs {
    private Repairs() {}

    /** A repair that improves what it made feasible. */
    public static Repair forProblem(Problem problem, Hints hints) {
        return forProblem(problem, hints, RepairMode.IMPROVE);
    }

    /**
     * A repair for one thread.
     *
     * @throws IllegalArgumentException when the hints belong to a problem of another shape
     */
    public static Repair forProblem(Problem problem, Hints hints, RepairMode mode) {
        hints.requireFit(problem.size(), problem.model().constraints().size());
        return new KernelRepair(Verifier.of(problem), kernel(problem, hints), mode);
    }

    /** The same with a repair of one's own before the bundled one. */
    public static Repair forProblem(Problem problem, Hints hints, RepairMode mode, OwnRepair own) {
        hints.requireFit(problem.size(), problem.model().constraints().size());
        Verifier verifier = Verifier.of(problem);
        return new KernelRepair(verifier, new OwnKernel(problem, verifier, own, kernel(problem, hints)), mode);
    }

    private static RepairKernel kernel(Problem problem, Hints hints) {
        if (problem instanceof MaximumIndependentSet p) {
            return new IndependentSetRepair(p);
        }
        if (problem instanceof MultidimensionalKnapsack p) {
            return new KnapsackRepair(p, hints);
        }
        if (problem instanceof QuadraticAssignment p) {
            return new AssignmentRepair(p, hints);
        }
        if (problem instanceof MarketShare p) {
            return new MarketShareRepair(p);
        }
        if (problem.model().constraints().isEmpty()) {
            return new UnconstrainedRepair(problem);
        }
        return new ModelRepair(problem, hints);
    }
}
