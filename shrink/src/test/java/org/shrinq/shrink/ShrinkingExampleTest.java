package org.shrinq.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.correlate.CorrelationSource;

/** The code block of docs/shrinking.md. */
class ShrinkingExampleTest {
    @Test
    void shrinksAndExpands() {
        Problem problem = MaximumIndependentSet.of("g", ShrinkerEndToEndTest.graph(new SplittableRandom(3), 40, 0.15));
        // from here as in the page
        Encoding encoding = Encoder.encode(problem.model(), EncodingOptions.defaults());
        ShrinkInput input = ShrinkInput.of(encoding).withQubits(16);
        Shrunk shrunk = Shrinker.shrink(
                input, CorrelationSource.sdp(), ShrinkOptions.defaults(), new RandomStreams(1), Deadline.never());
        Qubo small = shrunk.qubo();
        Bits full = shrunk.expand(Bits.zeros(shrunk.size()));
        // to here
        assertThat(small.size()).isLessThanOrEqualTo(16);
        assertThat(small.energy(new byte[small.size()]))
                .isCloseTo(encoding.form().energy(full.toArray()), within(1e-9));
    }
}
