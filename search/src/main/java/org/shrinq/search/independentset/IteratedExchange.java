package org.shrinq.search.independentset;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.search.SearchControl;

/**
 * Iterated local search on independent sets (Andrade, Resende, Werneck 2012; weights after Nogueira, Pinheiro,
 * Subramanian 2018): force in one vertex, rarely more, that has been out longest among a few drawn at random; exchange
 * to a local optimum; keep the result if it is better, sometimes if it is not, or else undo. After long stagnation it
 * returns to the best. An iteration is one such perturbation, about O(degrees touched). One thread.
 */
final class IteratedExchange {
    private static final int DRAWN = 4;

    private final IndependentSetState state;
    private final IndependentSetExchange exchange;
    private final long[] leftAt;
    private final int[] eligible;
    private final byte[] best;
    private double bestValue = Double.NEGATIVE_INFINITY;
    private long clock;
    private long lastBest;
    private long patience;

    IteratedExchange(IndependentSetState state) {
        this.state = state;
        exchange = new IndependentSetExchange(state);
        leftAt = new long[state.n];
        best = new byte[state.n];
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

    /** Forgets what was before. */
    void clear() {
        Arrays.fill(leftAt, 0);
        Arrays.fill(best, (byte) 0);
        bestValue = Double.NEGATIVE_INFINITY;
        clock = 0;
    }

    /** Goes on from the local optimum of an independent set, which is not modified. */
    void load(byte[] x, SplittableRandom random) {
        state.load(x);
        exchange.forget();
        exchange.enqueueAll();
        exchange.exhaust(random);
        lastBest = clock;
        patience = Math.max(1000, (long) state.size() * state.size());
        keep();
    }

    /** The best set so far; not to be modified. */
    byte[] best() {
        return best;
    }

    double bestValue() {
        return bestValue;
    }

    long work() {
        return state.work();
    }

    /** True when every vertex of positive weight is chosen. */
    boolean isComplete() {
        return state.size() == eligible.length;
    }

    private void keep() {
        if (state.value() > bestValue + state.rounding) {
            bestValue = state.value();
            state.storeChanges(best);
            lastBest = clock;
        }
    }

    /** So many iterations, as far as the control lets it. */
    void run(int iterations, SplittableRandom random, SearchControl control) {
        for (int k = 0; k < iterations && !isComplete() && control.next(); k++) {
            clock++;
            double before = state.value();
            state.mark();
            perturb(random);
            exchange.exhaust(random);
            double after = state.value();
            keep();
            if (after < before - state.rounding && !accept(before - after, bestValue - after, random)) {
                state.undo();
                exchange.forget();
            }
            if (clock - lastBest > patience) {
                restart(random);
            }
        }
    }

    private void restart(SplittableRandom random) {
        lastBest = clock;
        patience += patience / 4;
        state.load(best);
        exchange.forget();
        int strength = 2 + random.nextInt(Math.max(1, state.size() / 3));
        for (int k = 0; k < strength; k++) {
            forceOldest(1, random);
        }
        exchange.exhaust(random);
        keep();
    }

    private static boolean accept(double loss, double behind, SplittableRandom random) {
        return random.nextDouble() * (1 + loss * behind) < 1;
    }

    private void perturb(SplittableRandom random) {
        int strength = 1;
        if (random.nextInt(2 * Math.max(1, state.size())) == 0) {
            strength = 2;
            while (random.nextBoolean() && strength < state.size()) {
                strength++;
            }
        }
        for (int k = 0; k < strength; k++) {
            forceOldest(strength == 1 ? DRAWN : 1, random);
        }
    }

    /** Forces in the vertex that has been out longest among some drawn at random. */
    private void forceOldest(int drawn, SplittableRandom random) {
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
