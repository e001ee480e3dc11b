package org.shrinq.shrink.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.RandomModels;
import org.shrinq.shrink.ShrinkInput;
import org.shrinq.shrink.ShrinkOptions;
import org.shrinq.shrink.Shrinker;
import org.shrinq.shrink.Shrunk;

/** Shrinking packing problems by the beam, against enumeration. */
class PackingBeamTest {
    private static BinaryModel model(SplittableRandom random, int n) {
        Qubo.Builder values = Qubo.builder(n);
        List<Constraint> rows = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            values.addLinear(v, random.nextInt(1, 4));
            for (int w = 0; w < v; w++) {
                if (random.nextDouble() < 0.3) {
                    rows.add(new Conflict(w, v));
                }
            }
        }
        rows.add(AtMostOne.of("group", new int[] {0, 3, 5, 7}));
        return new BinaryModel(Sense.MAXIMIZE, values.build(), rows);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anOptimumIsLeft(long seed) {
        int n = 16;
        BinaryModel model = model(new SplittableRandom(seed), n);
        Shrunk shrunk = Shrinker.shrink(
                ShrinkInput.of(Encoder.encode(model, EncodingOptions.defaults()))
                        .withQubits(5),
                CorrelationSource.lp(),
                ShrinkOptions.defaults(),
                new RandomStreams(seed),
                Deadline.never());
        double best = 0;
        for (long s = 0; s < 1L << n; s++) {
            byte[] x = RandomModels.bits(n, s);
            best = model.isFeasible(x) ? Math.max(best, model.value(x)) : best;
        }
        double left = 0;
        for (long s = 0; s < 1L << shrunk.size(); s++) {
            byte[] x =
                    shrunk.expand(Bits.of(RandomModels.bits(shrunk.size(), s))).toArray();
            left = model.isFeasible(x) ? Math.max(left, model.value(x)) : left;
        }
        assertThat(left).as("seed %d", seed).isEqualTo(best);
        assertThat(shrunk.size()).isLessThanOrEqualTo(5);
        assertThat(shrunk.report().looked()).isFalse();
    }
}
