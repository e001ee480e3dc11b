package org.shrinq.repair;

import org.shrinq.qubo.problem.Problem;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;
import org.shrinq.search.Improver;
import org.shrinq.search.family.SearchFamilies;

/** Chooses the search of a problem. */
public final class Improvers {
    private Improvers() {}

    /** Tabu search, for one thread. */
    public static Improver tabu(Problem problem, Hints hints) {
        return NormalImprover.of(
                problem,
                hints,
                (own, ownHints) -> new KernelImprover(
                        Verifier.of(own), Repairs.forProblem(own, ownHints), SearchFamilies.search(own, ownHints)));
    }
}
