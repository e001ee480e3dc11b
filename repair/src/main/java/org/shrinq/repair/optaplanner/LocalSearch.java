package org.shrinq.repair.optaplanner;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.repair.NormalImprover;
import org.shrinq.repair.Repair;
import org.shrinq.repair.Repairs;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;
import org.shrinq.search.Improvement;
import org.shrinq.search.Improver;
import org.shrinq.search.SearchLimit;
import org.shrinq.search.SearchStop;

/**
 * Simulated annealing by OptaPlanner (Kirkpatrick, Gelatt, Vecchi 1983), from a repaired start: swaps of two facilities
 * for an assignment, random ejection chains ({@link ChainMoves}) and exchanges of two different variables for
 * everything else, with violation as the hard score and the objective as the soft one. Cools from a share of the mean
 * loss of the moves around the start to zero, linearly over the limit; with neither a count nor a time to cool over, in
 * ever longer runs from the best. The best feasible solution is kept, and the verifier judges it.
 *
 * <p>An iteration is one score calculation, of which OptaPlanner makes about a million a second: a polish and a
 * baseline, no inner loop. The number may be exceeded by the few calculations of the step in progress. With a limit in
 * iterations the result is reproducible. The first search of one costs tenths of a second more, so keep it. One thread.
 */
public final class LocalSearch implements Improver {
    private static final long FIRST_RUN = 200_000;

    private final Verifier verifier;
    private final Sense sense;
    private final Repair repair;
    private final Supplier<Neighborhood> neighborhoods;
    /** Set by the first search: it builds OptaPlanner's solver. */
    private @Nullable Neighborhood neighborhood;

    private LocalSearch(Problem problem, Repair repair, Supplier<Neighborhood> neighborhoods) {
        verifier = Verifier.of(problem);
        sense = problem.sense();
        this.repair = repair;
        this.neighborhoods = neighborhoods;
    }

    /**
     * A search for one problem.
     *
     * @param hints for the repair of infeasible starts
     */
    public static Improver of(Problem problem, Hints hints) {
        return NormalImprover.of(
                problem,
                hints,
                (own, ownHints) ->
                        new LocalSearch(own, Repairs.forProblem(own, ownHints), () -> NeighborhoodFamily.of(own)));
    }

    @Override
    public Improvement improve(Bits start, SplittableRandom random, SearchLimit limit) {
        byte[] best = start.toArray();
        verifier.requireBits(best);
        boolean feasible = verifier.isFeasible(best);
        OptionalDouble before = feasible ? OptionalDouble.of(verifier.objective(best)) : OptionalDouble.empty();
        if (!feasible && !repair.repairInPlace(best, random.split(), limit.deadline())) {
            return new Improvement(Bits.of(best), false, before, verifier.objective(best), 0, SearchStop.NO_START);
        }
        double target =
                limit.target().isPresent() ? sense.factor() * limit.target().getAsDouble() : Double.NEGATIVE_INFINITY;
        Watch watch = new Watch(limit.deadline(), limit.iterations(), target);
        SearchStop stop = stop(watch, best, target);
        for (long run = FIRST_RUN; stop == null && neighborhood().hasMoves(); run *= 2) {
            boolean bounded = limit.deadline().hasTimeLimit() || limit.iterations() < Long.MAX_VALUE;
            byte[] found = neighborhood().anneal(best, random, bounded ? watch.left() : run, watch);
            if (verifier.isFeasible(found) && sense.isBetter(verifier.objective(found), verifier.objective(best))) {
                best = found;
            }
            stop = stop(watch, best, target);
            if (stop == null && watch.isIdle(best.length)) {
                stop = SearchStop.ITERATIONS; // no chain is short enough; that proves nothing
            }
        }
        return new Improvement(
                Bits.of(best),
                true,
                before,
                verifier.objective(best),
                watch.calculations(),
                stop == null ? SearchStop.EXHAUSTED : stop);
    }

    private Neighborhood neighborhood() {
        if (neighborhood == null) {
            neighborhood = neighborhoods.get();
        }
        return neighborhood;
    }

    private @Nullable SearchStop stop(Watch watch, byte[] best, double target) {
        if (sense.factor() * verifier.objective(best) <= target) {
            return SearchStop.TARGET;
        }
        if (watch.deadline().expired()) {
            return SearchStop.DEADLINE;
        }
        return watch.left() == 0 ? SearchStop.ITERATIONS : null;
    }
}
