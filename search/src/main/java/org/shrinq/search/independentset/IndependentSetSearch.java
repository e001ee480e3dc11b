package org.shrinq.search.independentset;

import java.util.SplittableRandom;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchKernel;

/**
 * Iterated local search on independent sets (Andrade, Resende, Werneck 2012; weights after Nogueira, Pinheiro, Subramanian
 * 2018): force in one vertex, rarely more, that has been out longest among a few drawn at random; exchange to a local
 * optimum; keep the result if it is better, sometimes if it is not, or else undo. After long stagnation it returns to the
 * best. An iteration is one such perturbation, about O(degrees touched).
 */
public final class IndependentSetSearch implements SearchKernel {
    private static final int DRAWN = 4;

    private final IndependentSetState state;
    private final IndependentSetExchange exchange;
    private final long[] leftAt;
    private final int[] eligible;

    public IndependentSetSearch(MaximumIndependentSet problem) {
        state = new IndependentSetState(problem);
        exchange = new IndependentSetExchange(state);
        leftAt = new long[state.n];
        int count = 0;
        for (double w : state.weight) {
            count += w > 0 ? 1 : 0;
        }
        eligible = new int[count];
        count = 0;
        for (int v = 0; v < state.n; v++) {
            if (state.weight[v] > 0) {
                eligible[count++] = v;
            }
        }
    }

    @Override
    public void search(byte[] x, SplittableRandom random, SearchControl control) {
        control.pollEvery(256);
        java.util.Arrays.fill(leftAt, 0);
        state.load(x);
        exchange.forget();
        exchange.enqueueAll();
        exchange.exhaust(random);
        double best = state.value();
        state.store(x);
        control.bestObjective(best);
        long clock = 0;
        long lastBest = 0;
        long patience = Math.max(1000, (long) state.size() * state.size());
        while (state.size() < eligible.length && control.next()) {
            clock++;
            double before = state.value();
            state.mark();
            perturb(clock, random);
            exchange.exhaust(random);
            double after = state.value();
            if (after > best + 1e-9) {
                best = after;
                state.store(x);
                lastBest = clock;
                control.bestObjective(best);
            }
            if (after < before - 1e-9 && !accept(before - after, best - after, random)) {
                state.undo();
                exchange.forget();
            }
            if (clock - lastBest > patience) {
                lastBest = clock;
                patience += patience / 4;
                state.load(x);
                exchange.forget();
                int strength = 2 + random.nextInt(Math.max(1, state.size() / 3));
                for (int k = 0; k < strength; k++) {
                    forceOldest(clock, 1, random);
                }
                exchange.exhaust(random);
            }
        }
        if (state.size() == eligible.length) {
            control.exhausted();
        }
    }

    private static boolean accept(double loss, double behind, SplittableRandom random) {
        return random.nextDouble() * (1 + loss * behind) < 1;
    }

    private void perturb(long clock, SplittableRandom random) {
        int strength = 1;
        if (random.nextInt(2 * Math.max(1, state.size())) == 0) {
            strength = 2;
            while (random.nextBoolean() && strength < state.size()) {
                strength++;
            }
        }
        for (int k = 0; k < strength; k++) {
            forceOldest(clock, strength == 1 ? DRAWN : 1, random);
        }
    }

    /** Forces in the vertex that has been out longest among some drawn at random. */
    private void forceOldest(long clock, int drawn, SplittableRandom random) {
        int oldest = -1;
        for (int k = 0; k < drawn; k++) {
            int v = eligible[random.nextInt(eligible.length)];
            for (int tries = 0; state.contains(v) && tries < 50; tries++) {
                v = eligible[random.nextInt(eligible.length)];
            }
            if (!state.contains(v) && (oldest < 0 || leftAt[v] < leftAt[oldest])) {
                oldest = v;
            }
        }
        if (oldest < 0) {
            return;
        }
        for (int e = state.start[oldest]; e < state.start[oldest + 1]; e++) {
            if (state.contains(state.neighbor[e])) {
                leftAt[state.neighbor[e]] = clock;
            }
        }
        exchange.force(oldest);
    }
}
