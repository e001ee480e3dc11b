package org.shrinq.quantum.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.noise.NoiseModel;
import org.shrinq.quantum.registry.QuantumMethods;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.run.RandomStreams;

final class CustomBackendTest {
    private static final Qubo QUBO =
            Qubo.builder(3).addLinear(0, -1).addLinear(1, 2).add(0, 2, 5).build();

    /** A device that always measures variable 0 as 1, and remembers what it was asked. */
    private static final class Stuck implements Backend {
        private final List<Circuit> asked = new ArrayList<>();

        @Override
        public String id() {
            return "statevector"; // a name that is taken does not confuse it with the real one
        }

        @Override
        public int maxQubits() {
            return 3;
        }

        @Override
        public long[] sample(Circuit circuit, int shots, SplittableRandom random) {
            check(circuit);
            asked.add(circuit);
            long[] measured = new long[shots];
            Arrays.fill(measured, 1);
            return measured;
        }
    }

    private static QuantumTask task(Qubo qubo, Backend backend) {
        QuantumOptions options =
                QuantumOptions.defaults().withLayers(1).withShots(50).withBackend(backend);
        return QuantumTask.of(qubo, options, new RandomStreams(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"qaoa", "ma-qaoa", "ws-qaoa", "vqe"})
    void theFinalShotsComeFromIt(String method) {
        Stuck stuck = new Stuck();
        QuantumRun run = QuantumMethods.byId(method).run(task(QUBO, stuck));
        assertThat(stuck.asked).hasSize(1);
        assertThat(run.backend()).isEqualTo("statevector");
        assertThat(run.samples().size()).isEqualTo(1);
        assertThat(run.samples().best().bits()).isEqualTo(Bits.parse("100"));
        assertThat(run.samples().shots()).isEqualTo(50);
        assertThat(run.expectation()).isEqualTo(-1);
    }

    @Test
    void compressedEncodingsMeasureOnItToo() {
        Stuck stuck = new Stuck();
        QuantumMethods.byId("pce").run(task(QUBO, stuck));
        assertThat(stuck.asked).hasSize(3);
    }

    @Test
    void itTakesThePlaceOfTheClosedForm() {
        QuantumTask task = task(QUBO, Backend.stateVector());
        QuantumOptions options = task.options().withEvaluation(Evaluation.CLOSED_FORM);
        assertThat(QuantumMethods.byId("qaoa").run(task.withOptions(options)).backend())
                .isEqualTo("closed-form");
        QuantumRun run = QuantumMethods.byId("qaoa").run(task.withOptions(options.withBackend(new Stuck())));
        assertThat(run.samples().best().bits()).isEqualTo(Bits.parse("100"));
    }

    @Test
    void whatItCannotTakeIsRefusedBeforeTraining() {
        Stuck stuck = new Stuck();
        QuantumTask four = task(Qubo.builder(4).addLinear(0, -1).build(), stuck);
        assertThatThrownBy(() -> QuantumMethods.byId("qaoa").run(four)).hasMessageContaining("at most 3 qubits");
        QuantumTask noisy = task(QUBO, stuck);
        assertThatThrownBy(() -> QuantumMethods.byId("qaoa")
                        .run(noisy.withOptions(noisy.options().withNoise(NoiseModel.parse("noisy")))))
                .hasMessageContaining("noise 'noisy' runs on");
        assertThat(stuck.asked).isEmpty();
    }
}
