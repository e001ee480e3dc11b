package org.shrinq.repair;

import org.shrinq.qubo.problem.NormalForm;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.repair.family.RepairKernel;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;

/**
 * Chooses the repair of a problem: its own where there is one, descent where every x is feasible, min-conflicts
 * otherwise.
 */
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
        return of(problem, hints, mode);
    }

    static KernelRepair of(Problem problem, Hints hints, RepairMode mode) {
        hints.requireFit(problem.size(), problem.model().constraints().size());
        return new KernelRepair(Verifier.of(problem), () -> kernel(problem, hints), mode);
    }

    /** The same with a custom repair before the bundled one. */
    public static Repair forProblem(Problem problem, Hints hints, RepairMode mode, CustomRepair own) {
        hints.requireFit(problem.size(), problem.model().constraints().size());
        Verifier verifier = Verifier.of(problem);
        return new KernelRepair(verifier, () -> new CustomKernel(problem, verifier, own, kernel(problem, hints)), mode);
    }

    /** The kernel works on numbers that doubles add up exactly, and the amounts in its reasons are in theirs. */
    private static RepairKernel kernel(Problem problem, Hints hints) {
        NormalForm normal = problem.normalForm();
        return RepairFamilies.repair(normal.problem(), hints.in(normal));
    }
}
