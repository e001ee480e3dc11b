package org.shrinq.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.ShrinkReport.StopReason;
import org.shrinq.shrink.StopRule.Budget;
import org.shrinq.shrink.calibrate.Calibration;
import org.shrinq.shrink.calibrate.Structure;
import org.shrinq.shrink.correlate.CorrelationSource;
import org.shrinq.shrink.correlate.CorrelationTask;
import org.shrinq.shrink.correlate.Correlations;

/** When shrinking ends, what counts as eligible, when correlations are refreshed. */
class StoppingTest {
    private static final int N = 40;
    private static final Qubo QUBO = RandomModels.qubo(new SplittableRandom(2), N, 0.15);
    private static final ShrinkInput INPUT = ShrinkInput.of(new BinaryModel(Sense.MINIMIZE, QUBO, List.of()), QUBO);
    private static final ShrinkOptions PLAIN = ShrinkOptions.defaults().withReductions(ShrinkOptions.Reductions.OFF);

    private static Shrunk run(ShrinkInput input, CorrelationSource source, ShrinkOptions options) {
        return Shrinker.shrink(input, source, options, new RandomStreams(1), Deadline.never());
    }

    private static CorrelationSource sdp() {
        return CorrelationSource.sdp();
    }

    /** Counts the calls it passes on. */
    private static final class Counting implements CorrelationSource {
        private final CorrelationSource inner;
        private final double operations;
        private final List<Integer> sizes = new ArrayList<>();

        Counting(CorrelationSource inner, double operations) {
            this.inner = inner;
            this.operations = operations;
        }

        @Override
        public String id() {
            return inner.id();
        }

        @Override
        public double operations(Ising ising) {
            return operations;
        }

        @Override
        public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
            sizes.add(task.size());
            return inner.correlate(task, random, deadline);
        }
    }

    @Test
    void confidenceLeavesMoreQubitsUnlessTheBudgetIsEnforced() {
        double chance = Calibration.bundled().right("sdp", Structure.of(INPUT.model()), 0.95);
        ShrinkOptions confident = PLAIN.withStop(StopRule.confidence(chance), Budget.ADVISORY);
        Shrunk early = run(INPUT.withQubits(5), sdp(), confident);
        assertThat(early.report().stop()).isEqualTo(StopReason.CONFIDENCE);
        assertThat(early.size()).isGreaterThan(5);
        assertThat(early.log().entries())
                .allMatch(
                        e -> Calibration.bundled().right("sdp", Structure.of(INPUT.model()), Math.abs(e.correlation()))
                                >= chance - 1e-3);
        Shrunk full = run(INPUT.withQubits(5), sdp(), PLAIN.withStop(StopRule.confidence(chance), Budget.ENFORCED));
        assertThat(full.report().stop()).isEqualTo(StopReason.SIZE);
        assertThat(full.size()).isEqualTo(5);
    }

    @Test
    void spectralStopsWhenTheSecondEigenvalueGrows() {
        int[] sizes = new int[3];
        double[] epsilon = {0.1, 1, 1000};
        for (int k = 0; k < 3; k++) {
            Shrunk shrunk =
                    run(INPUT.withQubits(5), sdp(), PLAIN.withStop(StopRule.spectral(epsilon[k]), Budget.ADVISORY));
            assertThat(shrunk.report().stop()).isEqualTo(k == 2 ? StopReason.SIZE : StopReason.SPECTRAL);
            sizes[k] = shrunk.size();
        }
        assertThat(sizes[0]).isGreaterThan(sizes[1]);
        assertThat(sizes[1]).isGreaterThan(5);
        assertThat(run(INPUT.withQubits(5), sdp(), PLAIN.withStop(StopRule.spectral(0.1), Budget.ENFORCED))
                        .size())
                .isEqualTo(5);
    }

    @Test
    void recalculationEveryStepSeesEverySize() {
        Counting source = new Counting(sdp(), 1);
        Shrunk shrunk = run(INPUT.withQubits(5), source, PLAIN.withRecalculation(Recalculation.every(1)));
        assertThat(shrunk.report().recalculations()).isEqualTo(N - 5);
        for (int k = 0; k < N - 5; k++) {
            assertThat(source.sizes.get(k)).isEqualTo(N - k);
        }
    }

    @Test
    void automaticRecalculationIsAsOftenAsItIsCheap() {
        Recalculation workOnly = new Recalculation(Recalculation.AUTO, Double.POSITIVE_INFINITY, 0);
        Counting cheap = new Counting(sdp(), 1);
        run(INPUT.withQubits(5), cheap, PLAIN.withRecalculation(workOnly).withThreshold(Threshold.quantile(0)));
        assertThat(cheap.sizes).hasSize(N - 5);
        Counting dear = new Counting(sdp(), 1e9);
        run(INPUT.withQubits(5), dear, PLAIN.withRecalculation(workOnly).withThreshold(Threshold.quantile(0)));
        assertThat(dear.sizes.size()).isLessThan(N - 5);
    }

    /** The carried-over answer says one thing, a fresh one another: a lost objective triggers the recalculation. */
    @Test
    void lostObjectiveTriggersRecalculation() {
        Counting never = new Counting(sdp(), 1);
        run(
                INPUT.withQubits(5),
                never,
                PLAIN.withRecalculation(Recalculation.never()).withThreshold(Threshold.quantile(0)));
        Counting sensitive = new Counting(sdp(), 1);
        Recalculation loss = new Recalculation(Recalculation.NEVER, 1e-3, 0);
        run(INPUT.withQubits(5), sensitive, PLAIN.withRecalculation(loss).withThreshold(Threshold.quantile(0)));
        assertThat(never.sizes).hasSize(1);
        assertThat(sensitive.sizes.size()).isGreaterThan(3);
    }

    /** A stale answer is never used for a vertex that is gone: every merge joins two representatives of its time. */
    @ParameterizedTest
    @EnumSource(Threshold.Kind.class)
    void everyThresholdIsUsedAndNeverMergesAVertexWithItself(Threshold.Kind kind) {
        Shrunk shrunk = run(
                INPUT.withQubits(5),
                sdp(),
                PLAIN.withThreshold(Threshold.of(kind)).withRecalculation(Recalculation.never()));
        assertThat(shrunk.size()).isEqualTo(5);
        boolean[] gone = new boolean[N];
        for (Elimination e : shrunk.log().entries()) {
            assertThat(gone[e.i()]).isFalse();
            assertThat(e.j() >= 0 && gone[e.j()]).isFalse();
            assertThat(e.i()).isNotEqualTo(e.j());
            gone[e.i()] = true;
        }
    }

    @Test
    void higherThresholdsMeanMoreRecalculations() {
        int[] calls = new int[2];
        double[] alpha = {0.1, 1.0};
        for (int k = 0; k < 2; k++) {
            Counting source = new Counting(sdp(), 1);
            run(
                    INPUT.withQubits(5),
                    source,
                    PLAIN.withThreshold(Threshold.proportional(alpha[k])).withRecalculation(Recalculation.never()));
            calls[k] = source.sizes.size();
        }
        assertThat(calls[1]).isGreaterThan(2 * calls[0]);
    }
}
