package org.shrinq.search.sampler;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.search.flip.FlipState;
import org.shrinq.search.flip.TabuFlips;

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
        FlipState state = FlipState.of(form);
        byte[] start = new byte[form.size()];
        return Reads.collect(form, reads, streams, deadline, id(), random -> {
            Reads.start(form, random, start);
            state.load(start);
            return Bits.of(walk(state, random, deadline));
        });
    }

    private byte[] walk(FlipState state, SplittableRandom random, Deadline deadline) {
        int n = state.x.length;
        long moves = (long) movesPerVariable * n;
        TabuFlips tabu = new TabuFlips(state);
        int tenure = Math.min(20, n / 4);
        double energy = 0; // relative to the start
        double bestEnergy = 0;
        byte[] best = state.x.clone();
        for (long move = 1; move <= moves && !deadline.expired(); move++) {
            int chosen = tabu.choose(move, bestEnergy - energy, random);
            if (chosen < 0) {
                continue; // all tabu: time passes
            }
            energy += state.delta[chosen];
            tabu.flip(chosen, move + tenure + random.nextInt(1 + tenure / 2) + 1);
            if (energy < bestEnergy - 1e-12 * Math.abs(bestEnergy)) {
                bestEnergy = energy;
                System.arraycopy(state.x, 0, best, 0, n);
            }
        }
        state.load(best);
        GreedyDescent.descend(state, deadline);
        return Arrays.copyOf(state.x, n);
    }
}
