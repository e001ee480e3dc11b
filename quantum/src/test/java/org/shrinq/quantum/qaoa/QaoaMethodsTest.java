package org.shrinq.quantum.qaoa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.quantum.CircuitMethod;
import org.shrinq.quantum.InitialAngles;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.Observable;
import org.shrinq.quantum.Optimizer;
import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.Precision;
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
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sample;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/** What {@code qaoa} and {@code ma-qaoa} promise, for every start, optimiser and objective. */
final class QaoaMethodsTest {
    private static final List<String> IDS = List.of("qaoa", "ma-qaoa");

    static Stream<String> ids() {
        return IDS.stream();
    }

    static Stream<Arguments> everyStart() {
        return IDS.stream().flatMap(id -> Stream.of(InitialAngles.values()).map(i -> Arguments.of(id, i)));
    }

    static Stream<Arguments> everyOptimizer() {
        return IDS.stream().flatMap(id -> Stream.of(Optimizer.values()).map(o -> Arguments.of(id, o)));
    }

    private static CircuitMethod byId(String id) {
        return (CircuitMethod) QuantumMethods.byId(id);
    }

    private static Qubo qubo(int n, long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        Qubo.Builder b = Qubo.builder(n).addOffset(r.nextDouble(-5, 5));
        for (int i = 0; i < n; i++) {
            b.addLinear(i, r.nextDouble(-3, 3));
            for (int j = i + 1; j < n; j++) {
                if (r.nextInt(2) == 0) {
                    b.add(i, j, r.nextDouble(-3, 3));
                }
            }
        }
        return b.build();
    }

    private static QuantumTask task(int n, long seed, UnaryOperator<QuantumOptions> options) {
        QuantumOptions o = options.apply(QuantumOptions.defaults().withShots(256));
        return QuantumTask.of(qubo(n, seed), o, new RandomStreams(seed));
    }

    private static double[] energies(Qubo q) {
        double[] e = new double[1 << q.size()];
        for (int z = 0; z < e.length; z++) {
            e[z] = q.energy(Bits.ofIndex(q.size(), z));
        }
        return e;
    }

    /** Energy above the minimum relative to the mean's: 1 for a uniform distribution, 0 for the optimum. */
    private static double level(QuantumTask task, double energy) {
        double[] e = energies(task.qubo());
        double least = Stream.of(0)
                .mapToDouble(k -> java.util.Arrays.stream(e).min().orElseThrow())
                .sum();
        return (energy - least) / (java.util.Arrays.stream(e).average().orElseThrow() - least);
    }

    @ParameterizedTest
    @MethodSource("everyStart")
    void everyStartTrains(String id, InitialAngles init) {
        double sum = 0;
        for (long seed = 1; seed <= 5; seed++) {
            QuantumTask task = task(8, seed, o -> o.withInit(init));
            QuantumTask untrained = task.withOptions(task.options().withMaxEvaluations(0));
            QuantumRun start = byId(id).run(untrained);
            assertThat(start.stop()).isEqualTo(TrainingStop.NOT_TRAINED);
            assertThat(start.evaluations()).isZero();
            assertThat(start.curve()).isEmpty();
            QuantumRun run = byId(id).run(task);
            assertThat(run.objective()).as("seed %d", seed).isLessThanOrEqualTo(start.objective() + 1e-9);
            sum += level(task, run.expectation());
        }
        assertThat(sum / 5).isLessThan(init == InitialAngles.RANDOM ? 0.6 : 0.42);
    }

    @ParameterizedTest
    @MethodSource("everyOptimizer")
    void everyOptimizerImprovesAndIsHonest(String id, Optimizer optimizer) {
        QuantumTask task = task(7, 3, o -> o.withOptimizer(optimizer).withMaxEvaluations(90));
        QuantumRun run = byId(id).run(task);
        assertThat(byId(id).run(task)).isEqualTo(run);
        assertThat(run.evaluations()).isBetween(2, 90);
        assertThat(run.method()).isEqualTo(id);
        assertThat(run.backend()).isEqualTo("statevector");
        assertThat(run.qubits()).isEqualTo(7);
        assertThat(run.layers()).isEqualTo(3);
        assertThat(run.stop()).isIn(TrainingStop.CONVERGED, TrainingStop.EVALUATIONS);
        assertThat(level(task, run.expectation())).isLessThan(0.75);
        assertThat(run.samples().shots()).isEqualTo(256);
        for (Sample s : run.candidates().samples()) {
            assertThat(s.energy()).isEqualTo(task.qubo().energy(s.bits()));
        }
        for (Sample s : run.samples().samples()) {
            assertThat(run.candidates().samples()).anyMatch(c -> c.bits().equals(s.bits()) && c.count() >= s.count());
        }
        // shots of the training are candidates too; with exact gradients there are none
        long expected = optimizer == Optimizer.LBFGS ? 256 : 256L * (1 + run.evaluations());
        assertThat(run.candidates().shots()).isEqualTo(expected);
        int at = 0;
        double last = Double.POSITIVE_INFINITY;
        for (TrainingPoint p : run.curve()) {
            assertThat(p.evaluation()).isGreaterThan(at);
            assertThat(p.objective()).isLessThanOrEqualTo(last);
            at = p.evaluation();
            last = p.objective();
        }
        assertThat(at).isEqualTo(run.evaluations());
        if (optimizer == Optimizer.LBFGS) {
            assertThat(run.objective()).isCloseTo(last, within(1e-9));
        }
    }

    /** The state that was sampled is that of the parameters returned, by the definition of the circuit. */
    @ParameterizedTest
    @MethodSource("ids")
    void parametersAreThoseOfTheSampledState(String id) {
        QuantumTask task = task(6, 4, o -> o.withLayers(2));
        QuantumRun run = byId(id).run(task);
        Ising ising = task.qubo().toIsing();
        double[] gamma = run.parameters().get(ParameterSet.GAMMA);
        double[] beta = run.parameters().get(ParameterSet.BETA);
        ReferenceState state = id.equals("qaoa")
                ? ReferenceState.of(ising, gamma, beta)
                : ReferenceState.of(ising, rows(gamma, 2), rows(beta, 2));
        double[] p = state.probabilities();
        double mean = ReferenceState.mean(p, ReferenceState.energies(ising));
        assertThat(run.expectation()).isCloseTo(mean, within(1e-9));
        assertThat(run.objective()).isCloseTo(mean, within(1e-9));
        assertThat(run.scale()).isEqualTo(ising.maxAbsCoefficient());
        double[] q = Backend.stateVector()
                .run(byId(id).circuit(task, run.parameters()))
                .probabilities();
        for (int z = 0; z < p.length; z++) {
            assertThat(q[z]).isCloseTo(p[z], within(1e-12));
        }
        assertThat(run.cost().orElseThrow().twoQubitGates()).isPositive();
    }

    private static double[][] rows(double[] flat, int count) {
        int width = flat.length / count;
        double[][] rows = new double[count][];
        for (int l = 0; l < count; l++) {
            rows[l] = java.util.Arrays.copyOfRange(flat, l * width, (l + 1) * width);
        }
        return rows;
    }

    @Test
    void multiAngleNeverEndsAboveThePlainPartOfItsTraining() {
        for (long seed = 1; seed <= 8; seed++) {
            QuantumRun plain =
                    byId("qaoa").run(task(8, seed, o -> o.withLayers(1).withMaxEvaluations(66)));
            QuantumRun multi = byId("ma-qaoa").run(task(8, seed, o -> o.withLayers(1)));
            assertThat(multi.objective()).as("seed %d", seed).isLessThanOrEqualTo(plain.objective() + 1e-9);
        }
    }

    @ParameterizedTest
    @EnumSource(Objective.class)
    void trainsWhatItIsAskedTo(Objective objective) {
        for (String id : IDS) {
            QuantumTask task = task(8, 6, o -> o.withObjective(objective).withCvarAlpha(0.2));
            double[] f = new double[256];
            for (int z = 0; z < f.length; z++) {
                f[z] = -Integer.bitCount(z);
            }
            task = objective == Objective.OBSERVABLE ? task.withObservable(Observable.ofTable(f)) : task;
            QuantumRun run = byId(id).run(task);
            double[] p = Backend.stateVector()
                    .run(byId(id).circuit(task, run.parameters()))
                    .probabilities();
            double[] e = energies(task.qubo());
            double expected = switch (objective) {
                case EXPECTATION -> ReferenceState.mean(p, e);
                case CVAR -> ReferenceState.cvar(p, e, 0.2);
                case OBSERVABLE -> ReferenceState.mean(p, f);
                case GIBBS -> run.objective();
            };
            assertThat(run.objective()).isCloseTo(expected, within(1e-8));
            assertThat(run.expectation()).isCloseTo(ReferenceState.mean(p, e), within(1e-8));
            assertThat(run.curve().get(run.curve().size() - 1).objective())
                    .isLessThan(run.curve().get(0).objective());
        }
    }

    /** An observable serves the optimisers on shots too; none of its values is asked for that was not measured. */
    @Test
    void observablesAreAskedOnlyWhereShotsNeedThem() {
        AtomicLong asked = new AtomicLong();
        QuantumTask task = task(
                        12,
                        2,
                        o -> o.withObjective(Objective.OBSERVABLE)
                                .withOptimizer(Optimizer.SPSA)
                                .withShots(10)
                                .withMaxEvaluations(8))
                .withObservable(z -> {
                    asked.incrementAndGet();
                    return Long.bitCount(z);
                });
        QuantumRun run = byId("qaoa").run(task);
        assertThat(run.objective()).isBetween(0.0, 12.0);
        assertThat(asked.get()).isLessThanOrEqualTo(90);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void threadsAndPrecisionDoNotChangeWhatIsFound(String id) {
        UnaryOperator<QuantumOptions> few = o -> o.withMaxEvaluations(4).withLayers(1);
        QuantumRun one = byId(id).run(task(16, 9, few));
        QuantumRun three = byId(id).run(task(16, 9, o -> few.apply(o).withThreads(3)));
        assertThat(three).isEqualTo(one);
        QuantumRun single = byId(id).run(task(16, 9, o -> few.apply(o).withPrecision(Precision.SINGLE)));
        assertThat(single.expectation()).isCloseTo(one.expectation(), within(0.05 * Math.abs(one.expectation())));
    }

    /** A clock that moves a little every time it is read: the deadline strikes in the middle of things. */
    @ParameterizedTest
    @MethodSource("ids")
    void stopsInsideATrainingStep(String id) {
        for (int reads = 0; reads < 60; reads += 3) {
            for (Optimizer optimizer : new Optimizer[] {Optimizer.LBFGS, Optimizer.COBYLA, Optimizer.CMA_ES}) {
                AtomicLong clock = new AtomicLong();
                Deadline deadline = Deadline.after(reads * 1e-3, () -> clock.addAndGet(1_000_000));
                QuantumRun run =
                        byId(id).run(task(6, 5, o -> o.withOptimizer(optimizer)).withDeadline(deadline));
                assertThat(run.stop()).isEqualTo(TrainingStop.DEADLINE);
                assertThat(run.samples().shots()).isEqualTo(256);
                assertThat(run.objective()).isFinite();
                assertThat(clock.get()).as("reads").isLessThan((reads + 40) * 1_000_000L);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void trainsOnTheEnergyWhenTheObservableIsTooSlow(String id) {
        AtomicLong clock = new AtomicLong();
        AtomicLong asked = new AtomicLong();
        QuantumTask task = task(14, 5, o -> o.withObjective(Objective.OBSERVABLE))
                .withDeadline(Deadline.after(1, clock::get))
                .withObservable(z -> {
                    asked.incrementAndGet();
                    clock.addAndGet(1_000_000);
                    return Long.bitCount(z);
                });
        QuantumRun run = byId(id).run(task);
        // 16,384 values take a millisecond each and a second is left: seen after the first few
        assertThat(asked.get()).isLessThan(200 + 256);
        assertThat(run.samples().shots()).isEqualTo(256);
        double shots = run.samples().samples().stream()
                .mapToDouble(s -> s.count() * Long.bitCount(s.bits().toIndex()) / 256.0)
                .sum();
        assertThat(run.objective()).isCloseTo(shots, within(1e-9));
        assertThat(run.evaluations()).isPositive();
        assertThat(level(task, run.expectation())).isLessThan(0.7);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void stopsWhileTheObservableIsTabulated(String id) {
        AtomicLong asked = new AtomicLong();
        QuantumTask task = task(14, 5, o -> o.withObjective(Objective.OBSERVABLE))
                .withDeadline(Deadline.never().orWhen(() -> asked.get() > 500))
                .withObservable(z -> {
                    asked.incrementAndGet();
                    return Long.bitCount(z);
                });
        QuantumRun run = byId(id).run(task);
        assertThat(run.stop()).isEqualTo(TrainingStop.DEADLINE);
        assertThat(run.samples().shots()).isEqualTo(256);
        assertThat(run.evaluations()).isZero();
        assertThat(asked.get()).isLessThan(600 + 256);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void smallestAndConstantProblems(String id) {
        for (int n = 0; n <= 2; n++) {
            Qubo.Builder b = Qubo.builder(n).addOffset(2);
            Qubo constant = b.build();
            for (int i = 0; i < n; i++) {
                b.addLinear(i, i == 0 ? -1 : 1);
            }
            Qubo q = b.build();
            for (InitialAngles init : InitialAngles.values()) {
                QuantumOptions options = QuantumOptions.defaults().withInit(init);
                QuantumRun run = byId(id).run(QuantumTask.of(q, options, new RandomStreams(1)));
                assertThat(run.bestEnergy()).isEqualTo(n == 0 ? 2 : 1);
                QuantumRun flat = byId(id).run(QuantumTask.of(constant, options, new RandomStreams(1)));
                assertThat(flat.expectation()).isCloseTo(2, within(1e-12));
                assertThat(flat.scale()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void otherBackendAndNoise(String id) {
        QuantumTask task = task(6, 8, o -> o.withShots(2000));
        QuantumRun ideal = byId(id).run(task);
        QuantumRun strange = byId(id).run(task.withOptions(task.options().withBackend(Backends.byId("strange"))));
        assertThat(strange.backend()).isEqualTo("strange");
        assertThat(strange.parameters()).isEqualTo(ideal.parameters());
        assertThat(level(task, strange.expectation())).isCloseTo(level(task, ideal.expectation()), within(0.05));
        QuantumRun noisy = byId(id).run(task.withOptions(task.options().withNoise(new NoiseModel(0.01, 0.1, 0.1))));
        assertThat(level(task, noisy.expectation())).isGreaterThan(level(task, ideal.expectation()) + 0.1);
        assertThatThrownBy(() -> byId(id).run(task.withOptions(
                        task.options().withNoise(NoiseModel.parse("noisy")).withBackend(Backends.byId("strange")))))
                .hasMessageContaining("statevector only");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void whatCannotBeIsRefusedBeforeTraining(String id) {
        QuantumOptions options = QuantumOptions.defaults();
        QuantumTask large = QuantumTask.of(Qubo.builder(28).build(), options, new RandomStreams(1));
        if (Runtime.getRuntime().maxMemory() < 9L << 30) {
            assertThatThrownBy(() -> byId(id).run(large))
                    .isInstanceOf(InsufficientMemoryException.class)
                    .hasMessageContaining("28 qubits need");
        }
        assertThat(byId(id).bytesFor(large.qubo(), options)).isBetween(10L << 30, 13L << 30);
        QuantumTask thirteen = task(13, 1, o -> o.withBackend(Backends.byId("strange")));
        assertThatThrownBy(() -> byId(id).run(thirteen)).hasMessageContaining("at most 12");
        assertThatThrownBy(() -> byId(id).run(task(4, 1, o -> o.withObjective(Objective.OBSERVABLE))))
                .hasMessageContaining("OBSERVABLE");
    }
}
