package org.shrinq.repair;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchLimit;
import org.shrinq.search.family.SearchFamilies;

/** Constructive starts: a feasible solution from nothing. */
public final class Construct {
    /** Most iterations of a search for a feasible point, where repair finds none. */
    private static final long ITERATIONS = 200_000;

    private Construct() {}

    /**
     * A greedy solution at once, in time near-linear in the data, without the tables of repairs and searches:
     * independent sets by residual degree, knapsacks by value per share of the capacities, assignments by total flows
     * and distances, without constraints by conditional expectations. Empty for other problems. Not judged here.
     */
    public static Optional<Bits> atOnce(Problem problem) {
        byte[] x = new byte[problem.size()];
        return RepairFamilies.start(problem.normalForm().problem(), x) ? Optional.of(Bits.of(x)) : Optional.empty();
    }

    /**
     * The greedy solution of a problem: what its repair makes of the empty set. Independent set: vertices by weight per
     * residual degree, then exchanges. Knapsack: items by descending utility, then exchanges. Assignment: facilities
     * with much flow at locations near the others, then swaps. Without constraints: descent from zero. Any model:
     * min-conflicts from zero (or from the rounded marginals, when there are some), then descent; where that fails, a
     * search with weights of constraints. The result of a general model may be infeasible.
     */
    public static Bits greedy(Problem problem, Hints hints, SplittableRandom random) {
        return greedy(problem, hints, random, Deadline.never());
    }

    /** The same until a deadline; a result of a named problem is feasible whatever the deadline. */
    public static Bits greedy(Problem problem, Hints hints, SplittableRandom random, Deadline deadline) {
        return greedy(problem, hints, random, () -> deadline);
    }

    /**
     * The same until a deadline that begins when the data of the problem are in place, so that a large problem is more
     * than read.
     *
     * @param sinceReady asked once
     */
    public static Bits greedy(Problem problem, Hints hints, SplittableRandom random, Supplier<Deadline> sinceReady) {
        byte[] x = new byte[problem.size()];
        double[] marginals = hints.marginals();
        if (marginals.length > 0 && !Verifier.of(problem).isFeasible(x)) {
            for (int v = 0; v < x.length; v++) {
                x[v] = (byte) (marginals[v] > 0.5 ? 1 : 0);
            }
        }
        KernelRepair repair = Repairs.of(problem, hints, RepairMode.IMPROVE);
        repair.kernel();
        Deadline deadline = sinceReady.get();
        if (!repair.repairInPlace(x, random, deadline)) {
            SearchLimit limit = SearchLimit.until(deadline).withIterations(ITERATIONS);
            SearchFamilies.search(problem, hints).construct(x, random, new SearchControl(limit, problem.sense()));
        }
        return Bits.of(x);
    }
}
