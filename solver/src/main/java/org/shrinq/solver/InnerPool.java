package org.shrinq.solver;

import java.util.List;
import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.Repair;
import org.shrinq.repair.Repairs;
import org.shrinq.search.Hints;
import org.shrinq.shrink.reduce.Reduced;

/**
 * The good solutions of the reduced problem, which rounds start from, kept in step with the incumbent of the original
 * one. A solution of the original need not have a counterpart in the reduced problem; the other way there always is
 * one. Not thread-safe.
 */
final class InnerPool {
    private final Reduced reduced;
    private final Incumbent outer;
    private final Incumbent inner;
    private final Repair repair;
    private final boolean same;

    InnerPool(Reduced reduced, Incumbent outer, Hints hints) {
        this.reduced = reduced;
        this.outer = outer;
        this.same = reduced.problem() == reduced.original();
        this.inner = same ? outer : new Incumbent(reduced.problem(), 1, () -> 0, improvement -> {});
        this.repair = Repairs.forProblem(reduced.problem(), hints);
    }

    /** Good solutions of the reduced problem, best first. */
    List<Bits> solutions() {
        return inner.pool();
    }

    /** Repairs a candidate of the reduced problem and takes it in. */
    void learn(Bits candidate, Origin origin, SplittableRandom random, Deadline deadline) {
        byte[] x = candidate.toArray();
        if (repair.repairInPlace(x, random, deadline)) {
            offer(Bits.of(x), origin);
        }
    }

    /** Takes in a solution of the reduced problem. */
    void offer(Bits solution, Origin origin) {
        inner.offer(solution, origin);
        if (!same) {
            outer.offer(reduced.lift(solution), origin);
        }
    }
}
