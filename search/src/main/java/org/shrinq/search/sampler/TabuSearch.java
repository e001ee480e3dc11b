package org.shrinq.search.sampler;

import java.util.OptionalDouble;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchLimit;
import org.shrinq.search.flip.FlipState;
import org.shrinq.search.flip.FlipTabu;

/** One-flip tabu search of a fixed number of moves from every start. */
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
            SearchLimit limit = new SearchLimit((long) movesPerVariable * state.n, deadline, OptionalDouble.empty());
            new FlipTabu(state, state.tolerance())
                    .run(Double.POSITIVE_INFINITY, Long.MAX_VALUE, random, new SearchControl(limit, Sense.MINIMIZE));
            GreedyDescent.descend(state, deadline);
            return Bits.of(state.x);
        });
    }
}
