package org.shrinq.search.sampler;

import org.shrinq.qubo.Bits;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/** Independent bits with given means: a product state measured. */
final class ProductState implements Sampler {
    private final double[] ones;

    ProductState(double[] ones) {
        for (int i = 0; i < ones.length; i++) {
            if (!(ones[i] >= 0 && ones[i] <= 1)) {
                throw new IllegalArgumentException("P(x_" + i + " = 1) is " + ones[i] + ", expected 0 to 1");
            }
        }
        this.ones = ones.clone();
    }

    @Override
    public String id() {
        return "product-state";
    }

    @Override
    public SampleSet sample(QuadraticForm form, int reads, RandomStreams streams, Deadline deadline) {
        if (form.size() != ones.length) {
            throw new IllegalArgumentException(ones.length + " means for a form of " + form.size() + " variables");
        }
        byte[] x = new byte[ones.length];
        return Reads.collect(form, reads, streams, deadline, id(), random -> {
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte) (random.nextDouble() < ones[i] ? 1 : 0);
            }
            return Bits.of(x);
        });
    }
}
