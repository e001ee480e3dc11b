package org.shrinq.shrink.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.relax.assignment.DualAscent;
import org.shrinq.relax.lp.ModelLp;
import org.shrinq.shrink.RandomModels;
import org.shrinq.shrink.ShrinkInput;
import org.shrinq.shrink.ShrinkOptions;
import org.shrinq.shrink.Shrinker;
import org.shrinq.shrink.Shrunk;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.correlate.CorrelationTask.Bound;
import org.shrinq.shrink.correlate.CorrelationTask.Previous;

/** The source lp against the relaxations it stands for. */
class LinearSourceTest {
    private static final CorrelationSource LP = CorrelationSource.lp();

    private static CorrelationTask task(Encoding encoding, byte[] partial, Optional<Previous> previous) {
        int n = encoding.model().size();
        int[] free = IntStream.range(0, n).filter(v -> partial[v] < 0).toArray();
        Ising ising = encoding.form().restrict(partial).toIsing();
        return new CorrelationTask(
                ising,
                encoding.form(),
                free,
                encoding.model(),
                partial,
                new CorrelationTask.Pairs(new int[0], new int[0]),
                List.of(),
                previous,
                Bound.NOT_WANTED);
    }

    private static byte[] free(int n) {
        byte[] partial = new byte[n];
        java.util.Arrays.fill(partial, (byte) -1);
        return partial;
    }

    private static Correlations ask(CorrelationTask task) {
        return LP.correlate(task, new RandomStreams(1), Deadline.never());
    }

    private static MultidimensionalKnapsack knapsack(SplittableRandom rng, int n) {
        double[] values = rng.ints(n, 10, 100).asDoubleStream().toArray();
        double[][] weights = new double[3][];
        double[] capacities = new double[3];
        for (int k = 0; k < 3; k++) {
            weights[k] = rng.ints(n, 5, 60).asDoubleStream().toArray();
            capacities[k] = Math.floor(java.util.Arrays.stream(weights[k]).sum() * 0.4);
        }
        return MultidimensionalKnapsack.of("k", values, weights, capacities);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsTooSmallForABeamHasTheSignsOfTheRelaxation(long seed) {
        MultidimensionalKnapsack problem = knapsack(new SplittableRandom(seed), 8);
        Encoding encoding = Encoder.encode(problem.model(), EncodingOptions.defaults());
        ModelLp.Result lp = ModelLp.solve(problem.model(), Deadline.never()).orElseThrow();
        Correlations x = ask(task(encoding, free(8), Optional.empty()));
        double strongest = 0;
        int certain = 0;
        for (int i = 0; i < 8; i++) {
            double r = lp.reducedCosts()[i];
            if (lp.x()[i] > 1e-6 && lp.x()[i] < 1 - 1e-6) {
                assertThat(Math.abs(x.single(i))).as("fractional %d", i).isLessThan(1e-6);
            } else if (Math.abs(r) > 1e-6) {
                assertThat(x.single(i) * (1 - 2 * lp.x()[i])).isPositive();
                if (Math.abs(r) > strongest) {
                    strongest = Math.abs(r);
                    certain = i;
                }
            }
        }
        for (int i = 0; i < 8; i++) {
            assertThat(Math.abs(x.single(i))).isLessThanOrEqualTo(Math.abs(x.single(certain)) + 1e-12);
        }
    }

    /**
     * Of the knapsacks of 20 items at least nine in ten keep an optimum on 10 qubits, as many with the guard as
     * without, and nobody looked.
     */
    @Test
    void optimaSurvive() {
        int[] kept = new int[2];
        for (int seed = 1; seed <= 10; seed++) {
            MultidimensionalKnapsack problem = knapsack(new SplittableRandom(seed), 20);
            double best = least(problem.model(), BinaryModel::size, (x, k) -> RandomModels.bits(20, k));
            ShrinkInput input = ShrinkInput.of(Encoder.encode(problem.model(), EncodingOptions.defaults()))
                    .withQubits(10);
            for (ShrinkOptions.Awareness awareness : ShrinkOptions.Awareness.values()) {
                ShrinkOptions options = ShrinkOptions.defaults().withAwareness(awareness);
                Shrunk shrunk = Shrinker.shrink(input, LP, options, new RandomStreams(seed), Deadline.never());
                double left = least(
                        problem.model(),
                        model -> shrunk.size(),
                        (n, k) ->
                                shrunk.expand(Bits.of(RandomModels.bits(n, k))).toArray());
                kept[awareness.ordinal()] += left == best ? 1 : 0;
                assertThat(shrunk.report().looked()).isFalse();
                assertThat(shrunk.report().operations()).isPositive();
            }
        }
        assertThat(kept[ShrinkOptions.Awareness.CONSTRAINT_AWARE.ordinal()])
                .isGreaterThanOrEqualTo(9)
                .isGreaterThanOrEqualTo(kept[ShrinkOptions.Awareness.UNAWARE.ordinal()]);
    }

    private static double least(BinaryModel model, ToIntFunction<BinaryModel> bits, States states) {
        double least = Double.POSITIVE_INFINITY;
        int n = bits.applyAsInt(model);
        for (long k = 0; k < 1L << n; k++) {
            byte[] x = states.of(n, k);
            if (model.isFeasible(x)) {
                least = Math.min(least, model.sense().factor() * model.value(x));
            }
        }
        return least;
    }

    private interface States {
        byte[] of(int bits, long index);
    }

    /** Fixing at the relaxed value leaves the answer alone, fixing against it asks again. */
    @Test
    void answersAreReusedAsLongAsTheyHold() {
        MultidimensionalKnapsack problem = knapsack(new SplittableRandom(5), 20);
        Encoding encoding = Encoder.encode(problem.model(), EncodingOptions.defaults());
        Correlations first = ask(task(encoding, free(20), Optional.empty()));
        int strongest = 0;
        for (int i = 0; i < 20; i++) {
            strongest = Math.abs(first.single(i)) > Math.abs(first.single(strongest)) ? i : strongest;
        }
        int favoured = first.single(strongest) > 0 ? 0 : 1;
        for (int value : new int[] {favoured, 1 - favoured}) {
            byte[] partial = free(20);
            partial[strongest] = (byte) value;
            int[] index = new int[19];
            for (int k = 0; k < 19; k++) {
                index[k] = k < strongest ? k : k + 1;
            }
            Correlations next = ask(task(encoding, partial, Optional.of(new Previous(first, index))));
            boolean same = true;
            for (int k = 0; k < 19; k++) {
                same &= next.single(k) == first.single(index[k]);
            }
            assertThat(same).isEqualTo(value == favoured);
        }
    }

    @Test
    void assignmentsUseTheReducedCostsOfTheirBound() {
        QuadraticAssignment problem = RandomModels.assignment(new SplittableRandom(6), 6);
        Encoding encoding = Encoder.encode(problem.model(), EncodingOptions.defaults());
        double[] reduced = DualAscent.run(problem, 12, Double.POSITIVE_INFINITY, Deadline.never())
                .reducedCosts();
        Correlations x = ask(task(encoding, free(36), Optional.empty()));
        for (int v = 0; v < 36; v++) {
            assertThat(x.single(v)).isBetween(0.0, 1.0);
            for (int w = 0; w < 36; w++) {
                if (reduced[v] > reduced[w] + 1e-9) {
                    assertThat(x.single(v)).isGreaterThanOrEqualTo(x.single(w));
                }
            }
        }
    }

    /** On a graph without a K₅ minor the cycle relaxation is exact: signs and bound are those of the minimum. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void sparseFormsUseTheCycleRelaxation(long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        int n = 10;
        Ising.Builder b = Ising.builder(n);
        for (int i = 0; i < n; i++) {
            b.add(Math.min(i, (i + 1) % n), Math.max(i, (i + 1) % n), rng.nextDouble(-1, 1));
        }
        b.addField(0, 0.5);
        Ising ising = b.build();
        byte[] best = new byte[n];
        double least = Double.POSITIVE_INFINITY;
        for (long index = 0; index < 1L << n; index++) {
            byte[] x = RandomModels.bits(n, index);
            if (ising.energy(x) < least) {
                least = ising.energy(x);
                best = x;
            }
        }
        Correlations x = LP.correlate(boundedTask(ising), new RandomStreams(1), Deadline.never());
        assertThat(x.lowerBound().orElseThrow()).isCloseTo(least, within(1e-6));
        assertThat(x.single(0) * (1 - 2 * best[0])).isGreaterThan(0.999);
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            assertThat(x.pair(i, j) * (1 - 2 * best[i]) * (1 - 2 * best[j])).isGreaterThan(0.999);
        }
    }

    private static CorrelationTask boundedTask(Ising ising) {
        int n = ising.size();
        return new CorrelationTask(
                ising,
                ising,
                IntStream.range(0, n).toArray(),
                new BinaryModel(Sense.MINIMIZE, ising.toQubo(), List.of()),
                free(n),
                new CorrelationTask.Pairs(new int[0], new int[0]),
                List.of(),
                Optional.empty(),
                Bound.WANTED);
    }

    /** Neither rows nor an assignment, and dense: the semidefinite relaxation answers, with pairs. */
    @Test
    void otherModelsGoToTheSemidefiniteRelaxation() {
        Qubo qubo = RandomModels.qubo(new SplittableRandom(7), 10, 1);
        BinaryModel model = new BinaryModel(Sense.MINIMIZE, qubo, List.of());
        CorrelationTask task = task(Encoder.encode(model, EncodingOptions.defaults()), free(10), Optional.empty());
        Correlations x = ask(task);
        Correlations sdp = CorrelationSource.sdp().correlate(task, new RandomStreams(1), Deadline.never());
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(x.pair(i, j)).isEqualTo(sdp.pair(i, j));
            }
        }
        x.carry(Step.fix(0, 1));
        assertThat(x.single(0)).isNegative();
    }
}
