package org.shrinq.quantum.ansatz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.quantum.CircuitMethod;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.Optimizer;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.TrainingPoint;
import org.shrinq.quantum.TrainingStop;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.quantum.noise.NoiseModel;
import org.shrinq.quantum.registry.Backends;
import org.shrinq.quantum.registry.QuantumMethods;
import org.shrinq.quantum.statevector.ReferenceState;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sample;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/** What every method of the package promises, and that it is good for something. */
final class AnsatzMethodsTest {
    private static final List<int[]> GROUPS = List.of(new int[] {0, 3, 5}, new int[] {1, 2, 4, 7});

    static Stream<String> ids() {
        return AnsatzMethods.all().stream().map(QuantumMethod::id);
    }

    private static QuantumMethod byId(String id) {
        return QuantumMethods.byId(id);
    }

    private static QuantumTask task(long seed, int shots) {
        return QuantumTask.of(
                        Qubos.random(8, 0.5, seed), QuantumOptions.defaults().withShots(shots), new RandomStreams(seed))
                .withOneHotGroups(GROUPS);
    }

    /** With 16 shots chance alone would find the optimum of 256 strings in 6 % of the seeds (24 feasible: half). */
    @ParameterizedTest
    @MethodSource("ids")
    void findsTheOptimumInMostSeeds(String id) {
        boolean constrained = id.equals("xy-qaoa") || id.equals("grover-qaoa");
        int shots = id.equals("qrao") || id.equals("grover-qaoa") ? 64 : 16;
        int found = 0;
        double gain = 0;
        int seeds = 15;
        for (long seed = 1; seed <= seeds; seed++) {
            QuantumTask task = task(seed, shots);
            QuantumRun run = byId(id).run(task);
            double optimum = Qubos.minimum(task.qubo(), constrained ? GROUPS : List.of());
            found += run.bestEnergy() < optimum + 1e-9 ? 1 : 0;
            double mean = Qubos.mean(task.qubo());
            gain += (mean - run.expectation()) / (mean - optimum) / seeds;
        }
        assertThat(found).as("seeds with optimum").isGreaterThanOrEqualTo(11);
        assertThat(gain).as("expectation between mean 0 and optimum 1").isGreaterThan(0.35);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void runsAreHonestAndReproducible(String id) {
        QuantumTask task = task(3, 200);
        QuantumRun run = byId(id).run(task);
        assertThat(byId(id).run(task)).isEqualTo(run);
        assertThat(run.method()).isEqualTo(id);
        assertThat(run.qubits()).isEqualTo(byId(id).qubitsFor(task.qubo()));
        assertThat(run.evaluations()).isBetween(1, task.options().maxEvaluations());
        assertThat(run.samples().isEmpty()).isFalse();
        for (Sample s : run.candidates().samples()) {
            assertThat(s.energy()).isEqualTo(task.qubo().energy(s.bits()));
        }
        for (Sample s : run.samples().samples()) {
            assertThat(run.candidates().samples()).anyMatch(c -> c.bits().equals(s.bits()));
            assertThat(!id.equals("xy-qaoa") && !id.equals("grover-qaoa")
                            || Qubos.oneHot(s.bits().toIndex(), GROUPS))
                    .isTrue();
        }
        double last = Double.POSITIVE_INFINITY;
        for (TrainingPoint p : run.curve()) {
            assertThat(p.objective()).isLessThanOrEqualTo(last);
            last = p.objective();
        }
        assertThat(last).isCloseTo(run.objective(), within(1e-9));
        assertThat(byId(id).bytesFor(task.qubo(), task.options())).isPositive();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void stopsAtTheDeadlineWithSamples(String id) {
        QuantumRun run = byId(id).run(task(4, 100).withDeadline(Deadline.after(0, () -> 5L)));
        assertThat(run.stop()).isEqualTo(TrainingStop.DEADLINE);
        assertThat(run.samples().isEmpty()).isFalse();
        assertThat(run.evaluations()).isLessThan(3);
        QuantumTask none = task(4, 100);
        QuantumRun untrained = byId(id).run(none.withOptions(none.options().withMaxEvaluations(0)));
        assertThat(untrained.stop()).isEqualTo(TrainingStop.NOT_TRAINED);
        assertThat(untrained.evaluations()).isZero();
        assertThat(untrained.objective()).isFinite();
        assertThat(untrained.samples().isEmpty()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theSmallestProblemsWork(String id) {
        for (int n = 0; n <= 2; n++) {
            Qubo.Builder b = Qubo.builder(n).addOffset(2);
            for (int i = 0; i < n; i++) {
                b.addLinear(i, i == 0 ? -1 : 1);
            }
            Qubo q = b.build();
            QuantumRun run = byId(id).run(QuantumTask.of(q, QuantumOptions.defaults(), new RandomStreams(1)));
            assertThat(run.bestEnergy()).isEqualTo(n == 0 ? 2 : 1);
        }
    }

    /** The circuit handed out is the one that was sampled, and it runs with noise and on the other backend. */
    @ParameterizedTest
    @MethodSource("ids")
    void circuitsCanLeave(String id) {
        QuantumTask task = task(5, 300);
        QuantumMethod method = byId(id);
        if (method instanceof CircuitMethod m) {
            QuantumRun run = method.run(task);
            double[] p =
                    Backend.stateVector().run(m.circuit(task, run.parameters())).probabilities();
            double mean = 0;
            for (int z = 0; z < p.length; z++) {
                mean += p[z] * task.qubo().energy(Bits.ofIndex(8, z));
            }
            assertThat(mean).isCloseTo(run.expectation(), within(1e-9));
            assertThat(run.cost()).isPresent();
        }
        QuantumTask strange = task.withOptions(task.options().withBackend(Backends.byId("strange")));
        QuantumTask noisy = task.withOptions(task.options().withNoise(NoiseModel.parse("noisy")));
        if (id.equals("grover-qaoa")) {
            assertThatThrownBy(() -> method.run(strange)).hasMessageContaining("no circuit");
            assertThatThrownBy(() -> method.run(noisy)).hasMessageContaining("no circuit");
        } else {
            QuantumRun ideal = method.run(task);
            QuantumRun elsewhere = method.run(strange);
            assertThat(elsewhere.backend()).isEqualTo("strange");
            assertThat(elsewhere.parameters()).isEqualTo(ideal.parameters());
            QuantumRun withNoise = method.run(noisy);
            assertThat(withNoise.samples().shots()).isEqualTo(ideal.samples().shots());
            // noise moves the distribution towards the uniform one, whose energy is higher
            assertThat(withNoise.samples().expectation())
                    .isGreaterThan(ideal.samples().expectation() - 0.2);
        }
    }

    /** The objective reported is that of the circuit, in the unit of the energy or the observable. */
    @ParameterizedTest
    @EnumSource(Objective.class)
    void objectivesAreTheirDefinitions(Objective objective) {
        double[] table = new double[256];
        java.util.Arrays.setAll(table, z -> (z * 37) % 101 - 50);
        for (String id : List.of("ws-qaoa", "xy-qaoa", "vqe")) {
            for (boolean observed : new boolean[] {false, true}) {
                if (!observed && objective == Objective.OBSERVABLE) {
                    continue;
                }
                QuantumTask plain = task(6, 50);
                QuantumTask task = plain.withOptions(plain.options()
                        .withObjective(objective)
                        .withCvarAlpha(0.3)
                        .withGibbsEta(0.7)
                        .withMaxEvaluations(20));
                task = observed ? task.withObservable(org.shrinq.quantum.Observable.ofTable(table)) : task;
                CircuitMethod m = (CircuitMethod) byId(id);
                QuantumRun run = m.run(task);
                double[] p = Backend.stateVector()
                        .run(m.circuit(task, run.parameters()))
                        .probabilities();
                double[] f = new double[256];
                double least = Double.POSITIVE_INFINITY;
                for (int z = 0; z < 256; z++) {
                    f[z] = observed ? table[z] : task.qubo().energy(Bits.ofIndex(8, z));
                    boolean possible = !id.equals("xy-qaoa") || Qubos.oneHot(z, GROUPS);
                    least = possible ? Math.min(least, f[z]) : least;
                }
                double sum = 0;
                for (int z = 0; z < 256; z++) {
                    sum += p[z] * Math.exp(-0.7 * (f[z] - least) / run.scale());
                }
                double expected = switch (objective) {
                    case EXPECTATION, OBSERVABLE -> ReferenceState.mean(p, f);
                    case CVAR -> ReferenceState.cvar(p, f, 0.3);
                    case GIBBS -> least - run.scale() / 0.7 * Math.log(sum);
                };
                assertThat(run.objective()).as("%s %s", id, observed).isCloseTo(expected, within(1e-8));
            }
        }
    }

    /** A slow observable leaves half of the time to training on the energy, and is asked for the shots. */
    @Test
    void slowObservablesDoNotEatTheTime() {
        for (String id : List.of("ws-qaoa", "xy-qaoa", "grover-qaoa", "vqe")) {
            AtomicLong clock = new AtomicLong();
            QuantumRun run = byId(id).run(QuantumTask.of(
                            Qubos.random(11, 0.5, 2),
                            QuantumOptions.defaults()
                                    .withObjective(Objective.OBSERVABLE)
                                    .withShots(100),
                            new RandomStreams(1))
                    .withDeadline(Deadline.after(1, clock::get))
                    .withObservable(z -> {
                        clock.addAndGet(2_000_000);
                        return Long.bitCount(z);
                    }));
            assertThat(clock.get()).as("%s", id).isLessThan(500_000_000L);
            assertThat(run.evaluations()).isPositive();
            double shots = run.samples().samples().stream()
                    .mapToDouble(s -> s.count() * Long.bitCount(s.bits().toIndex()) / 100.0)
                    .sum();
            assertThat(run.objective()).isCloseTo(shots, within(1e-9));
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        QuantumTask task = task(1, 10);
        assertThatThrownBy(() -> byId("pce").run(task.withOptions(task.options().withObjective(Objective.CVAR))))
                .hasMessageContaining("CVAR");
        assertThatThrownBy(() -> byId("grover-qaoa").run(task.withFeasible(x -> false)))
                .hasMessageContaining("none of the");
        assertThatThrownBy(
                        () -> byId("vqe").run(QuantumTask.of(Qubo.builder(39).build(), task.options(), task.streams())))
                .hasMessageContaining("39 qubits need");
        assertThatThrownBy(
                        () -> byId("vqe").run(task.withOptions(task.options().withEvaluation(Evaluation.CLOSED_FORM))))
                .hasMessageContaining("--method qaoa");
        assertThatThrownBy(
                        () -> byId("pce").run(task.withOptions(task.options().withEvaluation(Evaluation.CLOSED_FORM))))
                .hasMessageContaining("--method qaoa");
    }

    /** From shots alone every method finds angles that are better than where it starts. */
    @ParameterizedTest
    @MethodSource("ids")
    void trainsOnShots(String id) {
        for (Optimizer optimizer : Optimizer.values()) {
            double gain = 0;
            for (long seed = 1; seed <= 5; seed++) {
                QuantumTask task = task(seed, 600);
                QuantumOptions options = task.options().withOptimizer(optimizer).withLayers(1);
                QuantumRun start = byId(id).run(task.withOptions(options.withMaxEvaluations(0)));
                QuantumTask training = task.withOptions(options.withMaxEvaluations(150));
                QuantumRun run = byId(id).run(training);
                assertThat(run.evaluations()).isBetween(2, 150);
                assertThat(byId(id).run(training)).isEqualTo(run);
                assertThat(run.candidates().best().energy())
                        .isLessThanOrEqualTo(run.samples().best().energy());
                double range = Qubos.mean(task.qubo()) - Qubos.minimum(task.qubo(), List.of());
                gain += (start.objective() - run.objective()) / range / 5;
            }
            assertThat(gain)
                    .as("%s by %s, between the mean and the minimum", id, optimizer)
                    .isGreaterThan(0.05);
        }
    }

    /** A clock that moves a little every time it is read: the deadline strikes between two operators of a circuit. */
    @ParameterizedTest
    @MethodSource("ids")
    void stopsInsideATrainingStep(String id) {
        for (int reads = 1; reads < 90; reads += 4) {
            for (Optimizer optimizer : new Optimizer[] {Optimizer.LBFGS, Optimizer.COBYLA}) {
                AtomicLong clock = new AtomicLong();
                Deadline deadline = Deadline.after(reads * 1e-3, () -> clock.addAndGet(1_000_000));
                QuantumTask task = task(4, 64);
                QuantumRun run = byId(id).run(task.withOptions(task.options().withOptimizer(optimizer))
                        .withDeadline(deadline));
                assertThat(run.stop()).isEqualTo(TrainingStop.DEADLINE);
                assertThat(run.samples().isEmpty()).isFalse();
                assertThat(clock.get()).as("reads").isLessThan((reads + 60) * 1_000_000L);
            }
        }
    }
}
