package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shrinq.instances.generate.CutGenerator;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.InitialAngles;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.RandomStreams;

/** Circuits of more qubits than any state vector has, without a word about backends. */
class BeyondStatesTest {
    private static QuantumTask task(int qubits, QuantumOptions options) {
        return QuantumTask.of(Qubo.builder(qubits).add(0, 1, 1).build(), options, new RandomStreams(1));
    }

    private static Evaluation chosen(Method method, QuantumTask task, long heap) {
        QuantumMethod circuit =
                SolverOptions.defaults().withMethod(method).circuit().orElseThrow();
        return CircuitTask.evaluation(circuit, task, Evaluation.MATRIX_PRODUCT, bytes -> bytes <= heap);
    }

    private static Evaluation chosen(Method method, int qubits, QuantumOptions options) {
        return chosen(method, task(qubits, options), 1L << 50);
    }

    /** No number of qubits is refused for memory between those that fit and those beyond any state vector. */
    @Test
    void aStateThatDoesNotFitTheHeapIsDoneWithoutToo() {
        QuantumOptions defaults = QuantumOptions.defaults();
        List<Method> methods =
                List.of(Method.QAOA, Method.MA_QAOA, Method.WS_QAOA, Method.XY_QAOA, Method.VQE, Method.RQAOA);
        for (long heap : new long[] {1L << 22, 1L << 28, 1L << 33, 1L << 37}) {
            for (Method method : methods) {
                Evaluation before = Evaluation.STATE;
                for (int qubits = 2; qubits <= 40; qubits++) {
                    QuantumTask task = task(qubits, defaults);
                    Evaluation chosen = chosen(method, task, heap);
                    long bytes = SolverOptions.defaults()
                            .withMethod(method)
                            .circuit()
                            .orElseThrow()
                            .bytesFor(task.withOptions(defaults.withEvaluation(chosen)));
                    if (chosen != before) {
                        assertThat(before).as(method + " on " + qubits).isEqualTo(Evaluation.STATE);
                    }
                    if (chosen == Evaluation.STATE) {
                        assertThat(bytes).as(method + " on " + qubits).isLessThanOrEqualTo(heap);
                    }
                    before = chosen;
                }
                assertThat(before).as(method.id()).isEqualTo(Evaluation.MATRIX_PRODUCT);
            }
        }
        assertThat(chosen(Method.GROVER_QAOA, task(30, defaults), 1L << 30)).isEqualTo(Evaluation.STATE);
    }

    /** The states of six groups of five are few enough, 2³⁰ are not. */
    @Test
    void groupsMakeAStateSmaller() {
        QuantumTask task = task(30, QuantumOptions.defaults());
        List<int[]> groups = IntStream.range(0, 6)
                .mapToObj(g -> IntStream.range(5 * g, 5 * g + 5).toArray())
                .toList();
        assertThat(chosen(Method.XY_QAOA, task, 1L << 30)).isEqualTo(Evaluation.MATRIX_PRODUCT);
        assertThat(chosen(Method.XY_QAOA, task.withOneHotGroups(groups), 1L << 30))
                .isEqualTo(Evaluation.STATE);
    }

    @Test
    void onlyWhatCanDoWithoutTheStateDoes() {
        QuantumOptions defaults = QuantumOptions.defaults();
        assertThat(chosen(Method.QAOA, 30, defaults)).isEqualTo(Evaluation.STATE);
        assertThat(chosen(Method.QAOA, 31, defaults)).isEqualTo(Evaluation.MATRIX_PRODUCT);
        assertThat(chosen(Method.VQE, 31, defaults)).isEqualTo(Evaluation.MATRIX_PRODUCT);
        assertThat(chosen(Method.PCE, 31, defaults)).isEqualTo(Evaluation.STATE);
        assertThat(chosen(Method.QAOA, 31, defaults.withEvaluation(Evaluation.LIGHT_CONE)))
                .isEqualTo(Evaluation.LIGHT_CONE);
    }

    @Test
    void aCircuitOfFortyQubitsIsTrainedOnItsCones() {
        Problem problem = CutGenerator.cubic("cubic", 60, new RandomStreams(1));
        SolverOptions options = SolverOptions.defaults()
                .withQubits(40)
                .withQuantum(QuantumOptions.defaults().withLayers(1).withMaxEvaluations(3));
        Shrinq shrinq = Shrinq.with(options);
        TrainedCircuit trained = shrinq.train(shrinq.prepare(problem));
        assertThat(trained.run().backend()).isEqualTo("light-cone");
        assertThat(trained.circuit().qubits()).isGreaterThan(30).isLessThanOrEqualTo(40);
    }

    /** A circuit for a device needs no state: where no cone can be had, the start of the training stays. */
    @Test
    void withoutConesTheRampStaysAndNothingIsSimulated() {
        Problem problem = CutGenerator.signedGnp("dense", 40, 0.5, new RandomStreams(1));
        Shrinq shrinq = Shrinq.with(SolverOptions.defaults().withQubits(32).withReduce(SolverOptions.Stage.OFF));
        TrainedCircuit trained = shrinq.train(shrinq.prepare(problem));
        assertThat(trained.run().backend()).isEqualTo("light-cone");
        assertThat(trained.run().expectation()).isNaN();
        assertThat(trained.circuit().qubits()).isGreaterThan(30);
        TrainedCircuit ramp = Shrinq.with(SolverOptions.defaults()
                        .withQubits(32)
                        .withReduce(SolverOptions.Stage.OFF)
                        .withQuantum(QuantumOptions.defaults().withInit(InitialAngles.LINEAR_RAMP)))
                .train(trained.small());
        assertThat(trained.circuit()).isEqualTo(ramp.circuit());
    }

    /**
     * Angles that need no training are known without cones; a search has nothing of them, and says how large they are.
     */
    @Test
    void conesThatAreTooLargeAreToldWithTheirSize() {
        Problem problem = CutGenerator.signedGnp("dense", 40, 0.5, new RandomStreams(1));
        for (InitialAngles init : List.of(InitialAngles.FIXED, InitialAngles.RAMP)) {
            SolverOptions options = SolverOptions.defaults()
                    .withQubits(32)
                    .withRounds(1)
                    .withReduce(SolverOptions.Stage.OFF)
                    .withBounds(SolverOptions.Stage.OFF)
                    .withQuantum(QuantumOptions.defaults()
                            .withLayers(2)
                            .withInit(init)
                            .withEvaluation(Evaluation.LIGHT_CONE));
            assertThatThrownBy(() -> Shrinq.with(options).run(problem))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("at 2 layers has 32 vertices")
                    .hasMessageEndingWith("--cone-radius 1.");
        }
    }
}
