package org.shrinq.quantum.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.TrainingStop;
import org.shrinq.quantum.noise.NoiseModel;
import org.shrinq.quantum.registry.QuantumMethods;
import org.shrinq.quantum.statevector.ReferenceState;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sample;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/** The backend {@code closed-form} of {@code qaoa}. */
final class ClosedFormRunTest {
    private static final QuantumOptions OPTIONS = QuantumOptions.defaults()
            .withLayers(1)
            .withEvaluation(Evaluation.CLOSED_FORM)
            .withMaxEvaluations(1000);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    private static QuantumRun run(Qubo qubo, QuantumOptions options, long seed) {
        return QuantumMethods.byId("qaoa").run(QuantumTask.of(qubo, options, new RandomStreams(seed)));
    }

    /** On a tree of couplings the strings have the circuit's mean energy, since they have all that it depends on. */
    @ParameterizedTest
    @MethodSource("seeds")
    void stringsHaveTheCircuitsMomentsOnATree(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 2 + r.nextInt(8);
        Ising.Builder b = Ising.builder(n).addOffset(3);
        for (int i = 0; i < n; i++) {
            b.addField(i, r.nextDouble(-1, 1));
            if (i > 0 && r.nextInt(6) > 0) {
                b.add(r.nextInt(i), i, r.nextDouble(-1, 1));
            }
        }
        Qubo qubo = b.build().toQubo();
        QuantumRun run = run(qubo, OPTIONS.withShots(40_000), seed);
        Ising ising = qubo.toIsing();
        double size = run.scale() * Math.sqrt(2 * n);
        assertThat(run.samples().expectation()).isCloseTo(run.expectation(), within(5 * size / 200));
        double[] p = ReferenceState.of(
                        ising, run.parameters().get("gamma"), run.parameters().get("beta"))
                .probabilities();
        assertThat(run.expectation()).isCloseTo(ReferenceState.mean(p, ReferenceState.energies(ising)), within(1e-9));
        assertThat(run.backend()).isEqualTo("closed-form");
        assertThat(run.stop()).isEqualTo(TrainingStop.CONVERGED);
        assertThat(run.qubits()).isEqualTo(n);
        assertThat(run.samples().shots()).isEqualTo(40_000);
    }

    /** Means of single spins and of one spanning tree are kept on any model. */
    @ParameterizedTest
    @MethodSource("seeds")
    void stringsHaveTheCircuitsMeans(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        int n = 3 + r.nextInt(6);
        Qubo qubo = ReferenceState.model(n, r).toQubo();
        QuantumRun run = run(qubo, OPTIONS.withShots(40_000), seed);
        ClosedFormQaoa.Expectations e = ClosedFormQaoa.of(qubo.toIsing())
                .expectations(run.parameters().get("gamma")[0], run.parameters().get("beta")[0]);
        for (int i = 0; i < n; i++) {
            double mean = 0;
            for (Sample s : run.samples().samples()) {
                mean += s.count() * (1 - 2 * (s.bits().toIndex() >>> i & 1)) / 40_000.0;
            }
            assertThat(mean).as("spin %d", i).isCloseTo(e.single()[i], within(0.03));
        }
        assertThat(run(qubo, OPTIONS.withShots(40_000), seed)).isEqualTo(run);
    }

    @Test
    void mutualInformation() {
        assertThat(SpinForest.mutualInformation(0, 0, 1)).isCloseTo(Math.log(2), within(1e-12));
        assertThat(SpinForest.mutualInformation(0, 0, -1)).isCloseTo(Math.log(2), within(1e-12));
        assertThat(SpinForest.mutualInformation(0.3, -0.6, -0.18)).isCloseTo(0, within(1e-12));
        assertThat(SpinForest.mutualInformation(1, -1, -1)).isCloseTo(0, within(1e-12));
        // ½(1 + c) ln(1 + c) + ½(1 − c) ln(1 − c) without means
        assertThat(SpinForest.mutualInformation(0, 0, 0.5))
                .isCloseTo(0.75 * Math.log(1.5) + 0.25 * Math.log(0.5), within(1e-12));
    }

    @Test
    void manyVariables() {
        SplittableRandom r = new SplittableRandom(5);
        Qubo.Builder b = Qubo.builder(800);
        for (int k = 0; k < 2400; k++) {
            int i = r.nextInt(800);
            int j = r.nextInt(800);
            b.addLinear(i, r.nextDouble(-1, 1));
            if (i != j) {
                b.add(Math.min(i, j), Math.max(i, j), r.nextDouble(-1, 1));
            }
        }
        Qubo qubo = b.build();
        QuantumRun run = run(qubo, OPTIONS.withShots(200), 1);
        double mean = qubo.toIsing().offset();
        assertThat(run.expectation()).isLessThan(mean);
        // half of what the circuit gains is left to strings that know but one tree
        assertThat(run.samples().expectation()).isLessThan(mean + (run.expectation() - mean) / 2);
        assertThat(run.bestEnergy()).isLessThan(run.samples().expectation());
        assertThat(QuantumMethods.byId("qaoa").bytesFor(qubo, OPTIONS)).isBetween(100_000L, 1L << 24);
    }

    @Test
    void limitsAreKept() {
        Qubo qubo = ReferenceState.model(9, new SplittableRandom(4)).toQubo();
        for (int most : new int[] {1, 7, 30}) {
            QuantumRun run = run(qubo, OPTIONS.withMaxEvaluations(most), 1);
            assertThat(run.evaluations()).isEqualTo(most);
            assertThat(run.stop()).isEqualTo(TrainingStop.EVALUATIONS);
            assertThat(run.curve().get(run.curve().size() - 1).objective()).isEqualTo(run.objective());
        }
        QuantumRun untrained = run(qubo, OPTIONS.withMaxEvaluations(0), 1);
        assertThat(untrained.stop()).isEqualTo(TrainingStop.NOT_TRAINED);
        assertThat(untrained.samples().shots()).isEqualTo(1024);
        QuantumRun late = QuantumMethods.byId("qaoa")
                .run(QuantumTask.of(qubo, OPTIONS, new RandomStreams(1)).withDeadline(Deadline.after(0, () -> 1L)));
        assertThat(late.stop()).isEqualTo(TrainingStop.DEADLINE);
        assertThat(late.evaluations()).isZero();
        QuantumRun none = run(Qubo.builder(0).addOffset(2).build(), OPTIONS, 1);
        assertThat(none.bestEnergy()).isEqualTo(2);
    }

    @Test
    void whatHasNoFormulaIsRefused() {
        Qubo qubo = Qubo.builder(3).addLinear(0, 1).build();
        assertThatThrownBy(() -> run(qubo, OPTIONS.withLayers(2), 1)).hasMessageContaining("--layers 1");
        assertThatThrownBy(() -> run(qubo, OPTIONS.withObjective(Objective.CVAR), 1))
                .hasMessageContaining("CVAR");
        assertThatThrownBy(() -> run(qubo, OPTIONS.withNoise(NoiseModel.parse("noisy")), 1))
                .hasMessageContaining("noisy");
        assertThatThrownBy(
                        () -> QuantumMethods.byId("ma-qaoa").run(QuantumTask.of(qubo, OPTIONS, new RandomStreams(1))))
                .hasMessageContaining("closed form");
    }
}
