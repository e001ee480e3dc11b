package org.shrinq.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.correlate.CorrelationSource;
import org.shrinq.shrink.correlate.CorrelationTask;
import org.shrinq.shrink.correlate.Correlations;
import org.shrinq.shrink.correlate.SparseCorrelations;

/** Random correlations with an exact bound: backtracking alone must lead to the optimum that is known. */
class BacktrackingTest {
    /** Says anything, but bounds by enumeration. */
    private static final class BoundedNonsense implements CorrelationSource {
        private final CorrelationSource nonsense = CorrelationSource.random();

        @Override
        public String id() {
            return "nonsense";
        }

        @Override
        public double operations(Ising ising) {
            return 1;
        }

        @Override
        public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
            SparseCorrelations x = (SparseCorrelations) nonsense.correlate(task, random, deadline);
            if (task.bound() == CorrelationTask.Bound.WANTED) {
                x.setLowerBound(least(task.ising().toQubo()));
            }
            return x;
        }
    }

    private static double least(Qubo qubo) {
        double least = Double.POSITIVE_INFINITY;
        for (long index = 0; index < 1L << qubo.size(); index++) {
            least = Math.min(least, qubo.energy(RandomModels.bits(qubo.size(), index)));
        }
        return least;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void enoughBacktracksKeepTheIncumbentsEnergy(long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        Qubo qubo = RandomModels.qubo(rng, 12, 0.7);
        BinaryModel model = new BinaryModel(Sense.MINIMIZE, qubo, List.of());
        double optimum = least(qubo);
        Bits best = Bits.of(RandomModels.bits(12, 0));
        for (long index = 0; index < 1L << 12; index++) {
            byte[] x = RandomModels.bits(12, index);
            if (qubo.energy(x) == optimum) {
                best = Bits.of(x);
            }
        }
        ShrinkInput input = ShrinkInput.of(model, qubo).withQubits(4).withPool(List.of(best));
        ShrinkOptions options = ShrinkOptions.defaults().withReductions(ShrinkOptions.Reductions.OFF);
        Shrunk lost = run(input, options, seed);
        Shrunk kept = run(input, options.withBacktracks(100), seed);
        assertThat(lost.report().backtracks()).isZero();
        assertThat(least(kept.qubo())).as("seed %d", seed).isCloseTo(optimum, within(1e-9));
        assertThat(least(kept.qubo())).isLessThanOrEqualTo(least(lost.qubo()) + 1e-9);
        for (int k = 0; k < kept.log().entries().size(); k++) {
            if (kept.log().entries().get(k).proven()) {
                assertThat(least(Shrunk.replay(qubo, kept.log().prefix(k + 1)).qubo()))
                        .isCloseTo(
                                least(Shrunk.replay(qubo, kept.log().prefix(k)).qubo()), within(1e-9));
            }
        }
        assertThat(Shrunk.replay(qubo, kept.log()).qubo()).isEqualTo(kept.qubo());
    }

    private static Shrunk run(ShrinkInput input, ShrinkOptions options, long seed) {
        return Shrinker.shrink(input, new BoundedNonsense(), options, new RandomStreams(seed), Deadline.never());
    }
}
