package org.shrinq.search.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.search.FlipLog;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchKernel;
import org.shrinq.search.flip.FlipState;

/**
 * Tabu search with adaptive penalties on any model: each iteration flips the variable of least objective change plus
 * penalty · weighted violation change that is not tabu; the penalty falls after a row of feasible points and rises
 * after a row of infeasible ones, so that the search crosses the border of the feasible region again and again, and
 * violated rows gain weight. Feasible points near the best are improved by flips and pairs of flips ({@link
 * ModelDescent}). An iteration is one flip, O(n + rows touched).
 */
public final class ModelSearch implements SearchKernel {
    private static final int ROW = 10;

    private final Problem problem;
    private final ModelState state;
    private final FlipState gains;
    private final ModelDescent descent;
    private final long[] waitUntil;
    private final byte[] candidate;
    private double best;

    public ModelSearch(Problem problem) {
        this.problem = problem;
        state = new ModelState(new ModelRows(problem.model()));
        gains = FlipState.of(problem.model().objective(), problem.sense());
        descent = new ModelDescent(new ModelState(state.rows), gains.fork());
        waitUntil = new long[problem.size()];
        candidate = new byte[problem.size()];
    }

    @Override
    public boolean construct(byte[] x, SplittableRandom random, SearchControl control) {
        control.pollEvery(64);
        boolean found = new FeasibilitySearch(state).run(x, random, control);
        if (found) {
            System.arraycopy(state.x, 0, x, 0, x.length);
        }
        return found;
    }

    @Override
    public void search(byte[] x, SplittableRandom random, SearchControl control) {
        int n = x.length;
        if (n == 0) {
            control.exhausted();
            return;
        }
        control.pollEvery(Math.max(1, 20_000 / n));
        best = problem.sense().factor() * problem.objective(x);
        offer(x, x, random, control);
        while (!control.isStopped()) {
            run(x, random, control);
        }
    }

    private void run(byte[] x, SplittableRandom random, SearchControl control) {
        int n = x.length;
        Arrays.fill(waitUntil, 0);
        state.load(x);
        gains.load(x);
        double magnitude = gains.magnitude();
        int kicks = random.nextInt(2 + n / 8);
        for (int k = 0; k < kicks; k++) {
            flip(random.nextInt(n));
        }
        double penalty = magnitude == 0 ? 1 : magnitude / 2;
        double cost = problem.sense().factor() * problem.model().value(state.x);
        int feasibleRow = 0;
        int infeasibleRow = 0;
        long clock = 0;
        long lastGain = 0;
        while (clock - lastGain < 50L * n + 500 && control.next()) {
            clock++;
            int v = choose(clock, penalty, random);
            if (v < 0) {
                continue;
            }
            cost += gains.delta(v);
            flip(v);
            waitUntil[v] = clock + 2 + Math.min(10, n / 8) + random.nextInt(6);
            if (state.isFeasible()) {
                infeasibleRow = 0;
                if (cost < best + Math.abs(gains.delta(v)) && offer(state.x, x, random, control)) {
                    lastGain = clock;
                }
                if (++feasibleRow > ROW) {
                    penalty *= 0.7;
                    feasibleRow = 0;
                }
            } else {
                feasibleRow = 0;
                if (++infeasibleRow > ROW) {
                    penalty *= 1.5;
                    infeasibleRow = 0;
                    state.raiseViolated();
                }
            }
        }
    }

    private int choose(long clock, double penalty, SplittableRandom random) {
        double least = Double.POSITIVE_INFINITY;
        int chosen = -1;
        int ties = 0;
        for (int v = 0; v < state.x.length; v++) {
            double d = gains.delta(v) + penalty * state.delta[v];
            if (d <= least && waitUntil[v] <= clock) {
                if (d < least) {
                    least = d;
                    chosen = v;
                    ties = 1;
                } else if (random.nextInt(++ties) == 0) {
                    chosen = v;
                }
            }
        }
        return chosen;
    }

    private void flip(int v) {
        gains.flip(v);
        state.flip(v);
    }

    /** Descends from a feasible point; x becomes the result when that is a new best. */
    private boolean offer(byte[] point, byte[] x, SplittableRandom random, SearchControl control) {
        System.arraycopy(point, 0, candidate, 0, point.length);
        descent.run(candidate, random, Deadline.never(), FlipLog.NONE);
        double reached = problem.sense().factor() * problem.objective(candidate);
        if (reached < best && state.rows.isFeasible(candidate)) {
            best = reached;
            System.arraycopy(candidate, 0, x, 0, x.length);
            control.bestCost(best);
            return true;
        }
        return false;
    }
}
