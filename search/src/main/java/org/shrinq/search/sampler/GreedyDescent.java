package org.shrinq.search.sampler;

import java.util.Optional;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.search.flip.FlipState;

/** Multi-start steepest descent. */
final class GreedyDescent implements Sampler {
    @Override
    public String id() {
        return "greedy";
    }

    @Override
    public Optional<Sampler> among(BlockPermutations space) {
        return PermutationSampler.of(PermutationSampler.Kind.GREEDY, id(), space);
    }

    @Override
    public SampleSet sample(QuadraticForm form, int reads, RandomStreams streams, Deadline deadline) {
        FlipState state = FlipState.of(form);
        byte[] start = new byte[form.size()];
        return Reads.collect(form, reads, streams, deadline, id(), random -> {
            Reads.start(form, random, start);
            state.load(start);
            descend(state, deadline);
            return Bits.of(state.x);
        });
    }

    /** Flips the variable with the most negative change, smallest index first, until none lowers the energy. */
    static void descend(FlipState state, Deadline deadline) {
        // The guard against rounding: a flip must gain more than the changes can be wrong by.
        double least = -1e-12 * state.magnitude();
        while (!deadline.expired()) {
            int best = -1;
            double lowest = least;
            for (int i = 0; i < state.n; i++) {
                double delta = state.delta(i);
                if (delta < lowest) {
                    lowest = delta;
                    best = i;
                }
            }
            if (best < 0) {
                return;
            }
            state.flip(best);
        }
    }
}
