package org.shrinq.search.maxcut;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.search.Earnings;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchKernel;
import org.shrinq.search.flip.CouplingRows;
import org.shrinq.search.flip.FlipState;
import org.shrinq.search.flip.FlipTabu;

/**
 * Memetic search on a quadratic form without constraints. A short tabu search goes on from the start. A ladder of
 * annealing runs, each twice as long as the one before, gives an answer early and fills a pool of elites; every new
 * string is crossed with all of them by components ({@link Recombination}). Then two elites at a time are crossed, or
 * relinked half of the way and improved by annealing from a middle temperature, one-flip tabu search or the rank-two
 * relaxation near them, by what each has earned. When the pool brings nothing new, all but its best make way for new
 * runs of twice the length. An iteration is one sweep or one tabu move, both O(n) and O(degree) for each flip; ends
 * early where the bound of a form without frustration is met and no sum rounds. One thread.
 */
public final class UnconstrainedSearch implements SearchKernel {
    private static final int POOL = 10;
    private static final int FIRST_SWEEPS = 32;
    private static final int POOL_SWEEPS = 512;
    private static final int MOST_SWEEPS = 65_536;
    private static final int TABU = 1;
    private static final int RANK_TWO = 2;
    /** Of annealing, tabu and the rank-two relaxation while none earns. */
    private static final double[] SHARES = {0.4, 0.2, 0.4};
    /** Turns of angles away from a string, in radians, and sweeps until they are rounded. */
    private static final double NOISE = 1.2;

    private static final int ANGLE_SWEEPS = 20;
    /** Children in a row that the pool did not take. */
    private static final int MOST_FAILURES = 30;

    private final Problem problem;
    private final CouplingRows rows;
    private final FlipState state;
    private final Spins spins;
    private final double tolerance;
    private @Nullable Run run;

    public UnconstrainedSearch(Problem problem) {
        this.problem = problem;
        rows = CouplingRows.of(problem.model().objective(), problem.sense());
        state = FlipState.of(rows);
        spins = Spins.of(rows);
        tolerance = rows.isExact() ? 0 : 1e-11 * rows.largestChange();
    }

    @Override
    public void search(byte[] x, SplittableRandom random, SearchControl control) {
        run = null;
        resume(x, random, control);
    }

    @Override
    public void resume(byte[] x, SplittableRandom random, SearchControl control) {
        if (state.n == 0) {
            control.exhausted();
            return;
        }
        control.pollEvery(Math.max(1, 50_000 / state.n));
        control.pauseBetweenSteps();
        if (run == null) {
            run = new Run(x, random);
        }
        run.go(x, random, control);
    }

    /** A search, which may be interrupted and go on. */
    private final class Run {
        private final ElitePool pool = new ElitePool(POOL, state.n / 100, spins.symmetric(), tolerance);
        private final Recombination recombination = new Recombination(state, rows, spins.symmetric(), tolerance);
        private final FlipTabu tabu = new FlipTabu(state, tolerance);
        private final Annealing annealing;
        private final RankTwo angles = new RankTwo(state, rows);
        private final Earnings earnings = new Earnings(SHARES);
        private final byte[] start = new byte[state.n];
        private final byte[] best = new byte[state.n];
        private final long patience = Math.max(20, Math.min(5L * state.n + 200, 2_000_000 / state.n));
        private final double offset;
        private double bestCost = Double.POSITIVE_INFINITY;
        private @Nullable Temperatures range;
        private int sweeps = FIRST_SWEEPS;
        private int toFill = POOL;
        private int failures;

        Run(byte[] x, SplittableRandom random) {
            annealing = new Annealing(state, random.nextLong());
            state.load(x);
            offset = problem.sense().factor() * problem.model().value(x) - state.cost();
        }

        void go(byte[] x, SplittableRandom random, SearchControl control) {
            state.load(x);
            offer(false, control);
            if (range == null && !control.expired()) {
                range = begin(random, control);
            }
            while (range != null && control.goesOn()) {
                if (toFill > 0) {
                    fill(range, random, control);
                } else if (pool.size() > 1 && failures < MOST_FAILURES) {
                    recombine(range, random, control);
                } else {
                    pool.shrinkTo(1);
                    sweeps = Math.min(2 * sweeps, MOST_SWEEPS);
                    toFill = POOL;
                    failures = 0;
                }
            }
            System.arraycopy(best, 0, x, 0, x.length);
        }

        private Temperatures begin(SplittableRandom random, SearchControl control) {
            Spins.satisfyForest(rows, start);
            state.load(start);
            offer(false, control);
            state.load(best);
            tabu.run(bestCost, patience, random, control);
            offer(false, control);
            return Temperatures.probe(state, rows.spread(), random, tolerance);
        }

        /** Descends from the string of the state, keeps it when it is the best so far and offers it to the pool. */
        private boolean offer(boolean crossed, SearchControl control) {
            state.descend(tolerance);
            if (crossed) {
                for (int k = 0; k < pool.size(); k++) {
                    recombination.cross(pool.get(k).x());
                }
                state.descend(tolerance);
            }
            if (state.cost() < bestCost - tolerance) {
                bestCost = state.cost();
                System.arraycopy(state.x, 0, best, 0, state.n);
                control.bestCost(bestCost + offset);
                if (rows.isExact() && bestCost <= spins.bound()) {
                    control.exhausted();
                }
            }
            return pool.offer(state.x, state.cost());
        }

        /** An annealing run from a new start; those that follow on the ladder are longer. */
        private void fill(Temperatures range, SplittableRandom random, SearchControl control) {
            Temperatures.randomBits(random, start);
            state.load(start);
            anneal(range, 0, control);
            offer(true, control);
            sweeps = sweeps < POOL_SWEEPS ? 2 * sweeps : sweeps;
            toFill--;
        }

        private void anneal(Temperatures range, double from, SearchControl control) {
            for (int k = 0; k < sweeps && control.next(); k++) {
                annealing.sweep(range.at(from + (1 - from) * (k + 0.5) / sweeps));
            }
        }

        /** Angles near the string of the state are relaxed and rounded. */
        private void relax(SplittableRandom random, SearchControl control) {
            angles.near(NOISE, random);
            for (int k = 0; k < ANGLE_SWEEPS && control.next(); k++) {
                angles.sweep();
            }
            angles.round();
        }

        private void recombine(Temperatures range, SplittableRandom random, SearchControl control) {
            int a = random.nextInt(pool.size());
            int b = (a + 1 + random.nextInt(pool.size() - 1)) % pool.size();
            state.load(pool.get(a).x());
            byte[] other = pool.get(b).x();
            double better = Math.min(pool.get(a).cost(), pool.get(b).cost());
            recombination.cross(other);
            if (state.cost() < better - tolerance && offer(false, control)) {
                failures = 0;
                return;
            }
            state.load(pool.get(a).x());
            recombination.relink(other, 0.5, random);
            double before = bestCost;
            long work = state.work();
            int way = earnings.choose(random);
            if (way == TABU) {
                tabu.run(bestCost, patience, random, control);
            } else if (way == RANK_TWO) {
                relax(random, control);
            } else {
                anneal(range, 0.2 + 0.4 * random.nextDouble(), control);
            }
            boolean entered = offer(true, control);
            double unit = (double) sweeps * state.n;
            earnings.learn(way, bestCost < before ? 5 : entered ? 1 : 0, (state.work() - work) / unit);
            failures = entered ? 0 : failures + 1;
        }
    }
}
