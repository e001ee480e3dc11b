package org.shrinq.bench.audit;

import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.search.sampler.Sampler;

/** Where the strings of a control come from. */
@FunctionalInterface
public interface StringSource {
    /** Draws so many strings, independent of each other. */
    SampleSet draw(int shots, RandomStreams streams);

    /** One string after another. */
    @FunctionalInterface
    interface Draw {
        /** Fills a string with new bits. */
        void fill(byte[] x, SplittableRandom random);
    }

    /** Strings drawn one by one. */
    static StringSource of(Subject subject, Draw draw) {
        return (shots, streams) -> {
            SplittableRandom random = streams.stream("strings");
            byte[] x = new byte[subject.bits()];
            Tally tally = new Tally();
            for (int s = 0; s < shots; s++) {
                draw.fill(x, random);
                tally.add(Bits.of(x));
            }
            return subject.samples(tally.counts());
        };
    }

    /** Strings of a classical sampler of the subject's form. */
    static StringSource of(Subject subject, Sampler sampler) {
        return (shots, streams) -> {
            Tally tally = new Tally();
            sampler.sample(subject.form(), shots, streams, Deadline.never())
                    .samples()
                    .forEach(s -> tally.add(subject.cut().apply(s.bits()), s.count()));
            return subject.samples(tally.counts());
        };
    }
}
