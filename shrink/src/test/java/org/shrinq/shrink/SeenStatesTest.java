package org.shrinq.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
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

/** What a source evaluates on the way is kept as states of the whole form, best first. */
class SeenStatesTest {
    /** Keeps the energies that the inner source met, in the contracted form. */
    private static final class Watched implements CorrelationSource {
        private final CorrelationSource inner;
        private final List<Double> energies = new ArrayList<>();

        Watched(CorrelationSource inner) {
            this.inner = inner;
        }

        @Override
        public String id() {
            return inner.id();
        }

        @Override
        public java.util.Optional<String> evaluator() {
            return inner.evaluator();
        }

        @Override
        public double operations(Ising ising) {
            return inner.operations(ising);
        }

        @Override
        public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
            Correlations answer = inner.correlate(task, random, deadline);
            answer.states().forEach(s -> energies.add(task.ising().energy(s.state())));
            return answer;
        }
    }

    private static Shrunk shrink(BinaryModel model, Qubo form, CorrelationSource source, long seed) {
        return Shrinker.shrink(
                ShrinkInput.of(model, form).withQubits(5),
                source,
                ShrinkOptions.defaults().withReductions(ShrinkOptions.Reductions.OFF),
                new RandomStreams(seed),
                Deadline.never());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void energiesOfTheWholeFormAreThoseOfTheContractedOne(long seed) {
        Qubo form = RandomModels.qubo(new SplittableRandom(seed), 18, 0.4);
        BinaryModel model = new BinaryModel(Sense.MINIMIZE, form, List.of());
        for (CorrelationSource inner :
                List.of(CorrelationSource.samples(), CorrelationSource.ensemble(), CorrelationSource.qaoa(1, 5))) {
            Watched source = new Watched(inner);
            Shrunk shrunk = shrink(model, form, source, seed);
            List<Double> energies = shrunk.seen().states().stream()
                    .map(s -> form.energy(s.toArray()))
                    .toList();
            String what = "seed " + seed + ", " + inner.id();
            assertThat(shrunk.seen().by()).as(what).isEqualTo(inner.evaluator()).isPresent();
            assertThat(energies).as(what).isSorted().hasSizeLessThanOrEqualTo(16);
            assertThat(shrunk.seen().states()).as(what).doesNotHaveDuplicates();
            assertThat(energies.get(0))
                    .as(what)
                    .isCloseTo(
                            source.energies.stream().min(Double::compare).orElseThrow(),
                            org.assertj.core.data.Offset.offset(1e-9));
        }
    }

    @Test
    void relaxationsLookAtNoAssignment() {
        Qubo form = RandomModels.qubo(new SplittableRandom(7), 12, 0.4);
        Shrunk shrunk = shrink(new BinaryModel(Sense.MINIMIZE, form, List.of()), form, CorrelationSource.sdp(), 7);
        assertThat(shrunk.report().looked()).isFalse();
        assertThat(shrunk.seen().states()).isEqualTo(List.<Bits>of());
    }
}
