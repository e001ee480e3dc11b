package org.shrinq.search.maxcut;

import java.util.SplittableRandom;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchKernel;
import org.shrinq.search.flip.FlipState;
import org.shrinq.search.flip.TabuFlips;

/**
 * Iterated one-flip tabu search with a gain array (Glover, Lü, Hao 2010; Palubeckis 2006): each iteration flips the variable
 * of best gain that is not tabu, or a tabu one that leads below the best known; a flipped variable waits n/100 + 1 to 10
 * iterations, at least n/4 of a small problem. A run that finds nothing new for a while ends; the best known is
 * shaken by flips of variables of small loss and the next run starts there. An iteration is one flip, O(n + degree).
 */
public final class UnconstrainedSearch implements SearchKernel {
    private final Problem problem;
    private final FlipState state;
    private final TabuFlips tabu;
    private final int n;
    private final double sign;
    private final byte[] current;

    public UnconstrainedSearch(Problem problem) {
        this.problem = problem;
        state = FlipState.of(problem.model().objective(), problem.sense());
        tabu = new TabuFlips(state);
        n = state.size();
        sign = problem.sense().factor();
        current = new byte[n];
    }

    @Override
    public void search(byte[] x, SplittableRandom random, SearchControl control) {
        if (n == 0) {
            control.exhausted();
            return;
        }
        control.pollEvery(Math.max(1, 100_000 / n));
        double best = sign * problem.model().value(x);
        tabu.clear();
        System.arraycopy(x, 0, current, 0, n);
        double cost = best;
        long clock = 0;
        int failures = 0;
        while (!control.isStopped()) {
            state.load(current);
            double tolerance = state.tolerance();
            long lastGain = clock;
            long patience = 20L * n + 200;
            double runBest = cost;
            while (clock - lastGain < patience && control.next()) {
                clock++;
                int chosen = tabu.choose(clock, best - cost - tolerance, random);
                if (chosen < 0) {
                    continue;
                }
                cost += state.delta[chosen];
                tabu.flip(chosen, clock + Math.min(20, n / 4) + n / 100 + random.nextInt(10));
                if (cost < runBest - tolerance) {
                    runBest = cost;
                    lastGain = clock;
                    if (cost < best - tolerance) {
                        best = cost;
                        failures = -1;
                        System.arraycopy(state.x, 0, x, 0, n);
                        control.bestCost(best);
                    }
                }
            }
            failures++;
            System.arraycopy(x, 0, current, 0, n);
            int strength = Math.min(n, 2 + n / 10 + random.nextInt(1 + Math.min(n / 2, (failures + 1) * n / 40 + 5)));
            for (int k = 0; k < strength; k++) {
                current[random.nextInt(n)] ^= 1;
            }
            cost = sign * problem.model().value(current);
        }
    }
}
