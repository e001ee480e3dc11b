package org.shrinq.search.sampler;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/** The loop that all samplers share: independent reads until there are enough or time is up. */
final class Reads {
    /** Produces one string. */
    @FunctionalInterface
    interface Read {
        Bits draw(SplittableRandom random);
    }

    private Reads() {}

    static SampleSet collect(
            QuadraticForm form, int reads, RandomStreams streams, Deadline deadline, String name, Read read) {
        if (reads < 1) {
            throw new IllegalArgumentException("reads is " + reads + ", expected at least 1");
        }
        Map<Bits, Long> counts = new HashMap<>();
        Map<Bits, Double> energies = new HashMap<>(); // filled under the deadline: on large forms an energy is dear
        for (int r = 0; r < reads && (r == 0 || !deadline.expired()); r++) {
            Bits drawn = read.draw(new SplittableRandom(streams.child(name, r).seed()));
            counts.merge(drawn, 1L, Long::sum);
            energies.computeIfAbsent(drawn, x -> form.energy(x.toArray()));
        }
        return SampleSet.ofCounts(form.size(), counts, energies::get);
    }

    /** Independent bits, 1 with probability ½, or 1/order for an assignment, where one in {@code order} can be 1. */
    static void start(QuadraticForm form, SplittableRandom random, byte[] x) {
        if (form instanceof KroneckerForm k) {
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte) (random.nextInt(k.order()) == 0 ? 1 : 0);
            }
        } else {
            uniform(random, x);
        }
    }

    /** Independent uniform bits. */
    static void uniform(SplittableRandom random, byte[] x) {
        long word = 0;
        for (int i = 0; i < x.length; i++) {
            if ((i & 63) == 0) {
                word = random.nextLong();
            }
            x[i] = (byte) (word & 1);
            word >>>= 1;
        }
    }
}
