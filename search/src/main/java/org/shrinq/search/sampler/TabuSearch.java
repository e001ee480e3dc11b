package org.shrinq.search.sampler;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/** One-flip tabu search with a gain array. */
final class TabuSearch implements Sampler {
    private final int movesPerVariable;

    TabuSearch(int movesPerVariable) {
        if (movesPerVariable < 1) {
            throw new IllegalArgumentException("movesPerVariable is " + movesPerVariable + ", expected at least 1");
        }
        this.movesPerVariable = movesPerVariable;
    }

    @Override
    public String id() {
        return "tabu";
    }

    @Override
    public SampleSet sample(QuadraticForm form, int reads, RandomStreams streams, Deadline deadline) {
        FieldState state = FieldState.of(form);
        byte[] start = new byte[form.size()];
        return Reads.collect(form, reads, streams, deadline, id(), random -> {
            Reads.start(form, random, start);
            state.reset(start);
            return Bits.of(walk(state, random, deadline));
        });
    }

    private byte[] walk(FieldState state, SplittableRandom random, Deadline deadline) {
        int n = state.x.length;
        long moves = (long) movesPerVariable * n;
        long[] freeAt = new long[n];
        int tenure = Math.min(20, n / 4);
        double energy = 0; // relative to the start
        double bestEnergy = 0;
        byte[] best = state.x.clone();
        for (long move = 1; move <= moves && !deadline.expired(); move++) {
            int chosen = choose(state, freeAt, move, bestEnergy - energy, random);
            if (chosen < 0) {
                continue; // all tabu: time passes
            }
            energy += state.delta(chosen);
            state.flip(chosen);
            freeAt[chosen] = move + tenure + random.nextInt(1 + tenure / 2) + 1;
            if (energy < bestEnergy - 1e-12 * Math.abs(bestEnergy)) {
                bestEnergy = energy;
                System.arraycopy(state.x, 0, best, 0, n);
            }
        }
        state.reset(best);
        GreedyDescent.descend(state, deadline);
        return Arrays.copyOf(state.x, n);
    }

    /** The free variable of lowest change, ties at random; a tabu one only when it beats the best so far. */
    private static int choose(FieldState state, long[] freeAt, long move, double aspiration, SplittableRandom random) {
        int chosen = -1;
        int ties = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < freeAt.length; i++) {
            double delta = state.delta(i);
            if (delta > lowest || (freeAt[i] > move && delta >= aspiration)) {
                continue;
            }
            if (delta < lowest) {
                lowest = delta;
                chosen = i;
                ties = 1;
            } else if (random.nextInt(++ties) == 0) {
                chosen = i;
            }
        }
        return chosen;
    }
}
