package org.shrinq.shrink.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.quantum.InitialAngles;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.closedform.ClosedFormQaoa;
import org.shrinq.quantum.qaoa.QaoaMethods;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.relax.sdp.SdpOptions;
import org.shrinq.shrink.RandomModels;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.correlate.CorrelationTask.Bound;
import org.shrinq.shrink.correlate.CorrelationTask.PoolState;
import org.shrinq.shrink.correlate.CorrelationTask.Previous;

/** What each source says, against enumeration and independent formulas. */
class SourcesTest {
    private static final RandomStreams STREAMS = new RandomStreams(3);

    static CorrelationTask task(Ising ising, List<PoolState> pool, Optional<Previous> previous) {
        int n = ising.size();
        int[] variables = new int[n];
        byte[] partial = new byte[n];
        for (int i = 0; i < n; i++) {
            variables[i] = i;
            partial[i] = -1;
        }
        List<int[]> pairs = new ArrayList<>();
        ising.forEachCoupling((i, j, c) -> pairs.add(new int[] {i, j}));
        return new CorrelationTask(
                ising,
                ising,
                variables,
                new BinaryModel(Sense.MINIMIZE, ising.toQubo(), List.of()),
                partial,
                new CorrelationTask.Pairs(
                        pairs.stream().mapToInt(p -> p[0]).toArray(),
                        pairs.stream().mapToInt(p -> p[1]).toArray()),
                pool,
                previous,
                Bound.NOT_WANTED);
    }

    private static Correlations ask(CorrelationSource source, CorrelationTask task) {
        return source.correlate(task, STREAMS, Deadline.never());
    }

    /** A form with a unique minimum that every sensible source must recognise: a tree with one field. */
    private static Ising tree(SplittableRandom rng, int n, int[] ground) {
        Ising.Builder b = Ising.builder(n);
        ground[0] = 1 - 2 * rng.nextInt(2);
        b.addField(0, -3 * ground[0]);
        for (int i = 1; i < n; i++) {
            int parent = rng.nextInt(i);
            int sign = 1 - 2 * rng.nextInt(2);
            ground[i] = sign * ground[parent];
            b.add(i, parent, -sign * (1 + rng.nextDouble()));
        }
        return b.build();
    }

    static List<CorrelationSource> all() {
        return List.of(
                CorrelationSource.sdp(),
                CorrelationSource.samples(32, 200),
                CorrelationSource.qaoa1(),
                CorrelationSource.qaoa(),
                CorrelationSource.lightCones(),
                CorrelationSource.matrixProduct(),
                CorrelationSource.ensemble(),
                CorrelationSource.beliefs(),
                CorrelationSource.learned(),
                CorrelationSource.varied(CorrelationSource.sdp(), 2));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void signsOnTreesAreThoseOfTheGroundState(long seed) {
        int n = 10;
        int[] ground = new int[n];
        Ising ising = tree(new SplittableRandom(seed), n, ground);
        for (CorrelationSource source : all()) {
            Correlations x = ask(source, task(ising, List.of(), Optional.empty()));
            assertThat(x.size()).isEqualTo(n);
            assertThat(x.single(0) * ground[0]).as(source.id()).isPositive();
            ising.forEachCoupling((i, j, c) -> assertThat(x.pair(i, j) * ground[i] * ground[j])
                    .as("%s, seed %d, pair %d %d", source.id(), seed, i, j)
                    .isPositive());
            assertThat(source.operations(ising)).isPositive();
        }
    }

    @Test
    void sdpValueIsBetweenTheMinimumAndNothingAndItsVectorsAreUnit() {
        SplittableRandom rng = new SplittableRandom(4);
        for (int trial = 0; trial < 20; trial++) {
            Ising ising = RandomModels.qubo(rng, 10, 0.6).toIsing();
            Correlations x = ask(
                    CorrelationSource.sdp(
                            SdpOptions.defaults().withTolerances(1e-9, 1e-9).withMaxSweeps(5000)),
                    task(ising, List.of(), Optional.empty()));
            double value = relaxed(ising, x);
            assertThat(value).isLessThanOrEqualTo(least(ising) + 1e-6);
            for (int i = 0; i < 10; i++) {
                assertThat(x.pair(i, i)).isCloseTo(1, within(1e-9));
            }
        }
    }

    private static double relaxed(Ising ising, Correlations x) {
        double[] value = {ising.offset()};
        for (int i = 0; i < ising.size(); i++) {
            value[0] += ising.linear(i) * x.single(i);
        }
        ising.forEachCoupling((i, j, c) -> value[0] += c * x.pair(i, j));
        return value[0];
    }

    private static double least(Ising ising) {
        double least = Double.POSITIVE_INFINITY;
        for (long index = 0; index < 1L << ising.size(); index++) {
            least = Math.min(least, ising.energy(RandomModels.bits(ising.size(), index)));
        }
        return least;
    }

    /** A bound that was asked for is one, close to the value of the relaxation, which bounds the minimum itself. */
    @Test
    void sdpBoundIsValid() {
        SplittableRandom rng = new SplittableRandom(14);
        for (int trial = 0; trial < 10; trial++) {
            Ising ising = RandomModels.qubo(rng, 10, 0.6).toIsing();
            CorrelationTask plain = task(ising, List.of(), Optional.empty());
            CorrelationTask bounded = new CorrelationTask(
                    ising,
                    ising,
                    plain.variables(),
                    plain.model(),
                    plain.partial(),
                    plain.pairs(),
                    List.of(),
                    Optional.empty(),
                    Bound.WANTED);
            Correlations x = ask(CorrelationSource.sdp(), bounded);
            double bound = x.lowerBound().orElseThrow();
            assertThat(bound).isLessThanOrEqualTo(least(ising) + 1e-9);
            assertThat(bound).isGreaterThanOrEqualTo(relaxed(ising, x) - 0.01 * Math.abs(relaxed(ising, x)) - 0.01);
            assertThat(ask(CorrelationSource.sdp(), plain).lowerBound()).isEmpty();
        }
    }

    @Test
    void oneLayerIsTheStateVectorOfDepthOne() {
        SplittableRandom rng = new SplittableRandom(6);
        Ising ising = RandomModels.qubo(rng, 8, 0.4).toIsing();
        CorrelationTask task = task(ising, List.of(), Optional.empty());
        Correlations closed = ask(CorrelationSource.qaoa1(), task);
        ClosedFormQaoa.Angles best = ClosedFormQaoa.of(ising).best(Deadline.never());
        assertThat(relaxed(ising, closed)).isCloseTo(best.energy(), within(1e-9));
        Correlations exact = ask(CorrelationSource.qaoa(1, 200), task);
        // trained from one start only, so never better than the search over γ with the exact β
        assertThat(relaxed(ising, exact)).isGreaterThanOrEqualTo(best.energy() - 1e-6);
    }

    @Test
    void oneLayerWarmStartIsAsGoodAsASearch() {
        SplittableRandom rng = new SplittableRandom(7);
        Ising ising = RandomModels.qubo(rng, 60, 0.1).toIsing();
        CorrelationSource source = CorrelationSource.qaoa1();
        Correlations cold = ask(source, task(ising, List.of(), Optional.empty()));
        int[] index = new int[60];
        java.util.Arrays.setAll(index, i -> i);
        Correlations warm = ask(source, task(ising, List.of(), Optional.of(new Previous(cold, index))));
        double value = relaxed(ising, cold) - ising.offset();
        assertThat(relaxed(ising, warm) - ising.offset()).isLessThanOrEqualTo(0.999 * value);
    }

    /**
     * On a sparse form of 300 variables: better than one layer, as good from where it was; on a dense one it is one
     * layer.
     */
    @Test
    void lightConesAreDeeperThanTheClosedForm() {
        SplittableRandom rng = new SplittableRandom(11);
        Ising.Builder b = Ising.builder(300);
        for (int i = 0; i < 300; i++) {
            b.add(i, (i + 1) % 300, rng.nextDouble(-1, 1)).addField(i, rng.nextDouble(-0.3, 0.3));
        }
        Ising ising = b.build();
        CorrelationSource cones = CorrelationSource.lightCones(2, 40);
        Correlations two = ask(cones, task(ising, List.of(), Optional.empty()));
        double one = relaxed(ising, ask(CorrelationSource.qaoa1(), task(ising, List.of(), Optional.empty())));
        assertThat(relaxed(ising, two)).isLessThan(1.1 * one);
        int[] index = new int[300];
        java.util.Arrays.setAll(index, i -> i);
        Correlations again = ask(cones, task(ising, List.of(), Optional.of(new Previous(two, index))));
        assertThat(relaxed(ising, again)).isLessThanOrEqualTo(relaxed(ising, two) + 1e-9);
        Ising dense = RandomModels.qubo(new SplittableRandom(3), 60, 0.9).toIsing();
        CorrelationTask task = task(dense, List.of(), Optional.empty());
        assertThat(relaxed(dense, ask(cones, task))).isEqualTo(relaxed(dense, ask(CorrelationSource.qaoa1(), task)));
    }

    /** The state kept whole has the energy of the circuit; of what would take too long there is one layer. */
    @Test
    void matrixProductsAreDeeperThanTheClosedForm() {
        Ising ising = RandomModels.qubo(new SplittableRandom(12), 12, 0.3).toIsing();
        CorrelationTask task = task(ising, List.of(), Optional.empty());
        double whole = relaxed(ising, ask(CorrelationSource.matrixProduct(3, 64), task));
        QuantumRun circuit = QaoaMethods.qaoa()
                .run(QuantumTask.of(
                        ising.toQubo(),
                        QuantumOptions.defaults().withLayers(3).withInit(InitialAngles.FIXED),
                        new RandomStreams(1)));
        assertThat(whole).isCloseTo(circuit.expectation(), within(1e-9));
        Ising large = RandomModels.qubo(new SplittableRandom(3), 300, 0.02).toIsing();
        CorrelationTask many = task(large, List.of(), Optional.empty());
        assertThat(relaxed(large, ask(CorrelationSource.matrixProduct(2, 256), many)))
                .isEqualTo(relaxed(large, ask(CorrelationSource.qaoa1(), many)));
        assertThatThrownBy(() -> CorrelationSource.matrixProduct(0, 8)).hasMessageContaining("layers is 0");
    }

    @Test
    void depthHelps() {
        Ising ising = RandomModels.qubo(new SplittableRandom(8), 9, 0.5).toIsing();
        CorrelationTask task = task(ising, List.of(), Optional.empty());
        double shallow = relaxed(ising, ask(CorrelationSource.qaoa(1, 200), task));
        double deep = relaxed(ising, ask(CorrelationSource.qaoa(4, 400), task));
        assertThat(deep).isLessThan(shallow);
        assertThat(deep).isGreaterThanOrEqualTo(least(ising) - 1e-9);
    }

    @Test
    void stateVectorRefusesLargeForms() {
        Ising ising = Ising.builder(25).addField(3, 1).build();
        assertThatThrownBy(() -> ask(CorrelationSource.qaoa(), task(ising, List.of(), Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("25")
                .hasMessageContaining("qaoa1");
    }

    @Test
    void samplesAgreeWithAUnanimousPool() {
        Ising ising = Ising.builder(4).add(0, 1, 1).build();
        byte[] state = {0, 1, 1, 0};
        List<PoolState> pool = List.of(new PoolState(state, ising.energy(state)));
        Correlations x = CorrelationSource.samples()
                .correlate(task(ising, pool, Optional.empty()), STREAMS, Deadline.after(0, () -> 0L));
        assertThat(x.pair(0, 1)).isCloseTo(-0.5, within(1e-12)); // one sample counts half
        assertThat(x.single(0)).isCloseTo(0.5, within(1e-12));
        assertThat(x.single(1)).isCloseTo(-0.5, within(1e-12));
    }

    /** A source that always says the opposite loses its weight as soon as a solution is known. */
    @Test
    void ensembleLearnsWhomToTrust() {
        int n = 10;
        int[] ground = new int[n];
        Ising ising = tree(new SplittableRandom(9), n, ground);
        CorrelationSource right = CorrelationSource.sdp();
        CorrelationSource ensemble = CorrelationSource.ensemble(List.of(right, new Contrary(right)));
        Correlations blind = ask(ensemble, task(ising, List.of(), Optional.empty()));
        assertThat(blind.weights()).containsExactly(0.5, 0.5);
        byte[] state = new byte[n];
        for (int i = 0; i < n; i++) {
            state[i] = (byte) ((1 - ground[i]) / 2);
        }
        List<PoolState> pool = List.of(new PoolState(state, ising.energy(state)));
        Correlations taught = ask(ensemble, task(ising, pool, Optional.empty()));
        assertThat(taught.weights().get(0)).isGreaterThan(0.9);
        ising.forEachCoupling((i, j, c) ->
                assertThat(taught.pair(i, j) * ground[i] * ground[j]).isPositive());
    }

    private record Contrary(CorrelationSource source) implements CorrelationSource {
        @Override
        public String id() {
            return "contrary";
        }

        @Override
        public double operations(Ising ising) {
            return 1;
        }

        @Override
        public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
            Correlations x = source.correlate(task, random, deadline);
            SparseCorrelations negated = new SparseCorrelations(task.size());
            for (int i = 0; i < task.size(); i++) {
                negated.setSingle(i, -x.single(i));
            }
            for (int k = 0; k < task.pairs().count(); k++) {
                int i = task.pairs().is()[k];
                int j = task.pairs().js()[k];
                negated.setPair(i, j, -x.pair(i, j));
            }
            return negated;
        }
    }

    /** Carrying a merge over keeps low-rank answers consistent: the merged vector is the re-normalised sum. */
    @Test
    void carryOverOfAMergeIsTheNormalisedSum() {
        Ising ising = RandomModels.qubo(new SplittableRandom(10), 6, 0.8).toIsing();
        Correlations x = ask(CorrelationSource.sdp(), task(ising, List.of(), Optional.empty()));
        double x02 = x.pair(0, 2);
        double x12 = x.pair(1, 2);
        double x01 = x.pair(0, 1);
        double expected = (x12 - x02) / Math.sqrt(2 - 2 * x01);
        x.carry(Step.merge(0, 1, -1));
        assertThat(x.pair(1, 2)).isCloseTo(expected, within(1e-9));
        SparseCorrelations sparse = new SparseCorrelations(3);
        sparse.setPair(0, 2, x02);
        sparse.setPair(1, 2, x12);
        sparse.setPair(0, 1, x01);
        sparse.carry(Step.merge(0, 1, -1));
        assertThat(sparse.pair(1, 2)).isCloseTo(Math.max(-1, Math.min(1, expected)), within(1e-9));
        assertThat(sparse.pair(0, 2)).isZero();
    }

    @Test
    void oneQubitGuard() {
        Qubo constant = Qubo.builder(1).addOffset(2).build();
        for (CorrelationSource source : all()) {
            Correlations x = ask(source, task(constant.toIsing(), List.of(), Optional.empty()));
            assertThat(Math.abs(x.single(0))).as(source.id()).isLessThanOrEqualTo(1);
        }
    }

    /**
     * Samples and state vectors evaluate complete assignments, relaxations and closed forms do not; whoever is unknown
     * counts as one that does.
     */
    @Test
    void sourcesSayWhetherTheyLook() {
        assertThat(List.of(
                        CorrelationSource.sdp(),
                        CorrelationSource.sdpWithCuts(),
                        CorrelationSource.lp(),
                        CorrelationSource.qaoa1(),
                        CorrelationSource.random(),
                        CorrelationSource.ensemble(List.of(CorrelationSource.sdp(), CorrelationSource.lp()))))
                .noneMatch(CorrelationSource::looks);
        assertThat(List.of(
                        CorrelationSource.samples(),
                        CorrelationSource.qaoa(),
                        CorrelationSource.ensemble(),
                        new Contrary(CorrelationSource.sdp())))
                .allMatch(CorrelationSource::looks);
    }
}
