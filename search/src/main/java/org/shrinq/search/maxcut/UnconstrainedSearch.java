package org.shrinq.search.maxcut;

import java.util.SplittableRandom;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.search.Earnings;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchKernel;

/**
 * Memetic search on a quadratic form without constraints. A short tabu search goes on from the start. A ladder of annealing runs, each twice as long as the one before, gives an answer early and
 * fills a pool of elites; every new string is crossed with all of them by components ({@link Recombination}). Then two elites at a time are
 * crossed, or relinked half of the way and improved by annealing from a middle temperature or by one-flip tabu search, whichever has earned more. When
 * the pool brings nothing new, all but its best make way for new runs of twice the length. An iteration is one sweep or one tabu move, both
 * O(n) and O(degree) for each flip; ends early where the bound of a form without frustration is met. One thread.
 */
public final class UnconstrainedSearch implements SearchKernel {
    private static final int POOL = 10;
    private static final int FIRST_SWEEPS = 32;
    private static final int POOL_SWEEPS = 512;
    private static final int MOST_SWEEPS = 65_536;
    private static final int TABU = 1;

    private final Problem problem;
    private final FieldState state;
    private final Spins spins;
    private final double tolerance;

    public UnconstrainedSearch(Problem problem) {
        this.problem = problem;
        state = new FieldState(problem.model().objective(), problem.sense());
        spins = Spins.of(state);
        tolerance = state.tolerance();
    }

    @Override
    public void search(byte[] x, SplittableRandom random, SearchControl control) {
        if (state.n == 0) {
            control.exhausted();
            return;
        }
        control.pollEvery(Math.max(1, 50_000 / state.n));
        new Run(x, random, control).run();
    }

    /** The state of one search. */
    private final class Run {
        private final byte[] x;
        private final SplittableRandom random;
        private final SearchControl control;
        private final ElitePool pool = new ElitePool(POOL, state.n / 100, spins.symmetric(), tolerance);
        private final Recombination recombination = new Recombination(state, spins.symmetric(), tolerance);
        private final FlipTabu tabu = new FlipTabu(state, tolerance);
        private final Annealing annealing;
        private final Earnings earnings = new Earnings(0.5);
        private final byte[] start = new byte[state.n];
        private final long patience = Math.max(20, Math.min(5L * state.n + 200, 2_000_000 / state.n));
        private final double offset;
        private double best;

        Run(byte[] x, SplittableRandom random, SearchControl control) {
            this.x = x;
            this.random = random;
            this.control = control;
            annealing = new Annealing(state, random.nextLong());
            state.load(x);
            best = state.cost();
            offset = problem.sense().factor() * problem.model().value(x) - best;
        }

        void run() {
            offer(false);
            Spins.satisfyForest(state, start);
            state.load(start);
            offer(false);
            if (control.expired()) {
                return;
            }
            state.load(x);
            tabu.run(best, patience, random, control);
            offer(false);
            Temperatures range = Temperatures.probe(state, random, tolerance);
            int sweeps = FIRST_SWEEPS;
            while (!control.isStopped()) {
                sweeps = fill(range, sweeps);
                recombine(range, sweeps);
                pool.shrinkTo(1);
                sweeps = Math.min(2 * sweeps, MOST_SWEEPS);
            }
        }

        /** Descends from the string of the state, keeps it when it is the best so far and offers it to the pool. */
        private boolean offer(boolean crossed) {
            state.descend(tolerance);
            if (crossed) {
                for (int k = 0; k < pool.size(); k++) {
                    recombination.cross(pool.get(k).x());
                }
                state.descend(tolerance);
            }
            if (state.cost() < best - tolerance) {
                best = state.cost();
                System.arraycopy(state.x, 0, x, 0, state.n);
                control.bestCost(best + offset);
                if (best <= spins.bound() + tolerance) {
                    control.exhausted();
                }
            }
            return pool.offer(state.x, state.cost());
        }

        /** Annealing runs from new starts; the ladder of the first ones ends at the length that is returned. */
        private int fill(Temperatures range, int from) {
            int sweeps = from;
            for (int k = 0; k < POOL && !control.isStopped(); k++) {
                Temperatures.randomBits(random, start);
                state.load(start);
                anneal(range, 0, sweeps);
                offer(true);
                sweeps = sweeps < POOL_SWEEPS ? 2 * sweeps : sweeps;
            }
            return sweeps;
        }

        private void anneal(Temperatures range, double from, int sweeps) {
            for (int k = 0; k < sweeps && control.next(); k++) {
                annealing.sweep(range.at(from + (1 - from) * (k + 0.5) / sweeps));
            }
        }

        private void recombine(Temperatures range, int sweeps) {
            int failures = 0;
            double unit = (double) sweeps * state.n;
            while (pool.size() > 1 && failures < 3 * POOL && !control.isStopped()) {
                int a = random.nextInt(pool.size());
                int b = (a + 1 + random.nextInt(pool.size() - 1)) % pool.size();
                state.load(pool.get(a).x());
                byte[] other = pool.get(b).x();
                double better = Math.min(pool.get(a).cost(), pool.get(b).cost());
                recombination.cross(other);
                if (state.cost() < better - tolerance && offer(false)) {
                    failures = 0;
                    continue;
                }
                state.load(pool.get(a).x());
                recombination.relink(other, 0.5, random);
                double before = best;
                long work = state.work();
                int way = earnings.choose(random);
                if (way == TABU) {
                    tabu.run(best, patience, random, control);
                } else {
                    anneal(range, 0.2 + 0.4 * random.nextDouble(), sweeps);
                }
                boolean entered = offer(true);
                earnings.learn(way, best < before ? 5 : entered ? 1 : 0, (state.work() - work) / unit);
                failures = entered ? 0 : failures + 1;
            }
        }
    }
}
