package org.shrinq.search.sampler;

import java.util.Optional;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/** Uniformly random strings. */
final class RandomBits implements Sampler {
    @Override
    public String id() {
        return "random";
    }

    @Override
    public Optional<Sampler> among(BlockPermutations space) {
        return PermutationSampler.of(PermutationSampler.Kind.RANDOM, id(), space);
    }

    @Override
    public SampleSet sample(QuadraticForm form, int reads, RandomStreams streams, Deadline deadline) {
        byte[] x = new byte[form.size()];
        return Reads.collect(form, reads, streams, deadline, id(), random -> {
            Reads.uniform(random, x);
            return Bits.of(x);
        });
    }
}
