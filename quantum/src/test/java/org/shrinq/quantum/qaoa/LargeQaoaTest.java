package org.shrinq.quantum.qaoa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.InitialAngles;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.Optimizer;
import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.TrainingStop;
import org.shrinq.quantum.registry.QuantumMethods;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/**
 * The plain and the multi-angle QAOA by light cones and matrix product states: what the state vector gives, where it
 * can.
 */
final class LargeQaoaTest {
    private static Qubo sparse(int n, long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        Ising.Builder b = Ising.builder(n).addOffset(1.5);
        for (int i = 0; i < n; i++) {
            b.addField(i, r.nextDouble(-1, 1)).add(i, (i + 1) % n, r.nextDouble(-2, 2));
        }
        return b.build().toQubo();
    }

    private static QuantumRun run(String method, Qubo qubo, QuantumOptions options) {
        return method(method).run(QuantumTask.of(qubo, options, new RandomStreams(3)));
    }

    private static QuantumMethod method(String id) {
        return QuantumMethods.all().stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static final QuantumOptions TWO =
            QuantumOptions.defaults().withLayers(2).withMaxEvaluations(40);

    @ParameterizedTest
    @EnumSource(
            value = InitialAngles.class,
            names = {"RAMP", "INTERP", "FOURIER", "TRANSFER", "FIXED"})
    void lightConesTrainAsTheStateVectorDoes(InitialAngles init) {
        Qubo qubo = sparse(11, 2);
        QuantumRun state = run("qaoa", qubo, TWO.withInit(init));
        QuantumRun cones = run("qaoa", qubo, TWO.withInit(init).withEvaluation(Evaluation.LIGHT_CONE));
        assertThat(cones.backend()).isEqualTo("light-cone");
        assertThat(cones.expectation()).isCloseTo(state.expectation(), within(1e-6));
        assertThat(cones.evaluations()).isEqualTo(state.evaluations());
        assertThat(cones.stop()).isEqualTo(state.stop());
        if (!init.isTrained()) {
            assertThat(cones.stop()).isEqualTo(TrainingStop.NOT_TRAINED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"qaoa", "ma-qaoa"})
    void matrixProductStatesMeasureWhatTheStateVectorDoes(String method) {
        Qubo qubo = sparse(10, 4);
        QuantumOptions fixed = TWO.withInit(InitialAngles.FIXED).withShots(4000);
        QuantumRun state = run(method, qubo, fixed);
        QuantumRun mps = run(method, qubo, fixed.withEvaluation(Evaluation.MATRIX_PRODUCT));
        assertThat(mps.expectation()).isCloseTo(state.expectation(), within(1e-9));
        assertThat(mps.fidelity()).isEqualTo(1);
        assertThat(mps.samples().shots()).isEqualTo(4000);
        assertThat(mps.samples().expectation())
                .isCloseTo(state.samples().expectation(), within(0.4)); // about five standard deviations
        assertThat(mps.cost()).isEqualTo(state.cost());
        assertThat(mps.parameters().count()).isEqualTo(state.parameters().count());
    }

    /** A penalty on a dense row, where angles of trees are far off, those of a part of it are not. */
    @Test
    void anglesOfAPartSuitTheWhole() {
        SplittableRandom r = new SplittableRandom(5);
        int n = 15;
        double[] w = r.doubles(n, 1, 10).toArray();
        Ising.Builder b = Ising.builder(n);
        for (int i = 0; i < n; i++) {
            b.addField(i, -3 * r.nextDouble(1, 10));
            for (int j = 0; j < i; j++) {
                b.add(i, j, w[i] * w[j] / 5);
            }
        }
        Qubo qubo = b.build().toQubo();
        double mean = qubo.toIsing().offset();
        double trained = mean - run("qaoa", qubo, TWO.withMaxEvaluations(100)).expectation();
        QuantumRun part = run("qaoa", qubo, TWO.withInit(InitialAngles.SMALLER));
        assertThat(part.evaluations()).isZero();
        assertThat(mean - part.expectation()).isGreaterThan(0.85 * trained);
        Qubo small = sparse(9, 3);
        double whole = run("qaoa", small, TWO.withInit(InitialAngles.TRANSFER).withMaxEvaluations(100))
                .expectation();
        assertThat(run("qaoa", small, TWO.withInit(InitialAngles.SMALLER)).expectation())
                .isCloseTo(whole, within(1e-6));
    }

    /** Derivatives come from light cones; other optimizers train on the state or its shots. */
    @Test
    void hundredQubitsAreTrainedAndSampled() {
        Qubo qubo = sparse(100, 6);
        QuantumOptions mps =
                TWO.withEvaluation(Evaluation.MATRIX_PRODUCT).withBond(16).withShots(200);
        QuantumRun run = run("qaoa", qubo, mps);
        QuantumRun untrained = run("qaoa", qubo, mps.withInit(InitialAngles.LINEAR_RAMP));
        assertThat(run.expectation()).isLessThan(untrained.expectation());
        assertThat(run.evaluations()).isPositive();
        assertThat(untrained.evaluations()).isZero();
        assertThat(run.samples().samples().get(0).bits().size()).isEqualTo(100);
        assertThat(run.fidelity()).isGreaterThan(0.999); // a ring: bonds of 16 suffice for two layers
        assertThat(run.samples().expectation()).isCloseTo(run.expectation(), within(8.0));
        assertThat(run("qaoa", qubo, mps).samples()).isEqualTo(run.samples());
        QuantumRun shots = run(
                "qaoa",
                qubo,
                mps.withOptimizer(Optimizer.SPSA)
                        .withObjective(Objective.CVAR)
                        .withMaxEvaluations(6)
                        .withBond(8));
        assertThat(shots.evaluations()).isBetween(1, 6);
        assertThat(shots.candidates().shots()).isGreaterThan(shots.samples().shots());
    }

    /** Cones that fit, but of which so many are wide that a training would take minutes. */
    @Test
    void dearTrainingsGiveWayToFixedAngles() {
        SplittableRandom r = new SplittableRandom(2);
        int n = 32;
        Ising.Builder b = Ising.builder(n);
        for (int i = 0; i < n; i++) {
            b.add(i, (i + 1) % n, r.nextDouble(-1, 1)).add(i, (i + 7) % n, r.nextDouble(-1, 1));
        }
        Qubo qubo = b.build().toQubo();
        QuantumOptions mps = TWO.withEvaluation(Evaluation.MATRIX_PRODUCT)
                .withLayers(3)
                .withBond(2)
                .withShots(4);
        QuantumRun run = run("qaoa", qubo, mps);
        assertThat(run.stop()).isEqualTo(TrainingStop.NOT_TRAINED);
        assertThat(run.parameters().get(ParameterSet.GAMMA))
                .isEqualTo(run("qaoa", qubo, mps.withInit(InitialAngles.FIXED))
                        .parameters()
                        .get(ParameterSet.GAMMA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws-qaoa", "vqe"})
    void otherFamiliesTrainOnTheState(String method) {
        Qubo qubo = sparse(9, 8);
        QuantumOptions mps = TWO.withEvaluation(Evaluation.MATRIX_PRODUCT);
        assertThatThrownBy(() -> run(method, qubo, mps)).hasMessageContaining("--optimizer spsa");
        QuantumOptions start = TWO.withMaxEvaluations(0);
        QuantumRun state = run(method, qubo, start);
        QuantumRun chain = run(method, qubo, start.withEvaluation(Evaluation.MATRIX_PRODUCT));
        assertThat(chain.expectation()).isCloseTo(state.expectation(), within(1e-9));
        QuantumRun trained =
                run(method, qubo, mps.withOptimizer(Optimizer.COBYLA).withMaxEvaluations(30));
        assertThat(trained.expectation()).isLessThan(chain.expectation());
    }

    @Test
    void whatCannotRunSaysSo() {
        Qubo qubo = sparse(8, 9);
        assertThatThrownBy(() -> run(
                        "qaoa", qubo, TWO.withEvaluation(Evaluation.LIGHT_CONE).withObjective(Objective.CVAR)))
                .hasMessageContaining("expectations alone");
        assertThatThrownBy(() -> run("grover-qaoa", qubo, TWO.withEvaluation(Evaluation.MATRIX_PRODUCT)))
                .hasMessageContaining("without its circuit");
        assertThatThrownBy(() -> run("vqe", qubo, TWO.withEvaluation(Evaluation.LIGHT_CONE)))
                .hasMessageContaining("plain QAOA alone");
    }

    /** Every method runs by the evaluations that it says it can, and refuses the others. */
    @ParameterizedTest
    @EnumSource(Evaluation.class)
    void methodsKeepWhatTheySayOfEvaluations(Evaluation evaluation) {
        QuantumOptions options = QuantumOptions.defaults()
                .withLayers(1)
                .withOptimizer(Optimizer.SPSA)
                .withMaxEvaluations(2)
                .withShots(16)
                .withEvaluation(evaluation);
        for (QuantumMethod method : QuantumMethods.all()) {
            QuantumTask task = QuantumTask.of(sparse(6, 4), options, new RandomStreams(3));
            if (method.evaluates(evaluation)) {
                assertThat(method.run(task).samples().shots()).as(method.id()).isPositive();
            } else {
                assertThatThrownBy(() -> method.run(task)).as(method.id()).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    /** Even with no time at all strings come back. */
    @Test
    void deadlinesAreKept() {
        Qubo qubo = sparse(60, 1);
        for (Evaluation evaluation : new Evaluation[] {Evaluation.LIGHT_CONE, Evaluation.MATRIX_PRODUCT}) {
            QuantumTask task = QuantumTask.of(qubo, TWO.withEvaluation(evaluation), new RandomStreams(1))
                    .withDeadline(Deadline.after(0));
            QuantumRun run = method("qaoa").run(task);
            assertThat(run.samples().shots()).isPositive();
            assertThat(run.parameters().get(ParameterSet.GAMMA)).hasSize(2);
        }
    }
}
