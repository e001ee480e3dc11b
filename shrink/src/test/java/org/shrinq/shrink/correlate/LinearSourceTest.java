package org.shrinq.shrink.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.BinaryModel;
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
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.correlate.CorrelationTask.Bound;
import org.shrinq.shrink.correlate.CorrelationTask.Previous;

/** The source lp against the relaxations it stands for. */
class LinearSourceTest {
    private static final CorrelationSource LP = CorrelationSource.lp();

    private static CorrelationTask task(Encoding encoding, byte[] partial, Optional<Previous> previous) {
        int n = encoding.model().size();
        int[] free = java.util.stream.IntStream.range(0, n)
                .filter(v -> partial[v] < 0)
                .toArray();
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
    void certainItemsHaveStrongSignsAndTheCoreHasNone(long seed) {
        MultidimensionalKnapsack problem = knapsack(new SplittableRandom(seed), 20);
        Encoding encoding = Encoder.encode(problem.model(), EncodingOptions.defaults());
        ModelLp.Result lp = ModelLp.solve(problem.model(), Deadline.never()).orElseThrow();
        Correlations x = ask(task(encoding, free(20), Optional.empty()));
        double strongest = 0;
        int certain = 0;
        for (int i = 0; i < 20; i++) {
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
        for (int i = 0; i < 20; i++) {
            assertThat(Math.abs(x.single(i))).isLessThanOrEqualTo(Math.abs(x.single(certain)) + 1e-12);
        }
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

    /** Neither rows nor an assignment: the semidefinite relaxation answers, with pairs. */
    @Test
    void otherModelsGoToTheSemidefiniteRelaxation() {
        Qubo qubo = RandomModels.qubo(new SplittableRandom(7), 8, 0.8);
        BinaryModel model = new BinaryModel(Sense.MINIMIZE, qubo, List.of());
        CorrelationTask task = task(Encoder.encode(model, EncodingOptions.defaults()), free(8), Optional.empty());
        Correlations x = ask(task);
        Correlations sdp = CorrelationSource.sdp().correlate(task, new RandomStreams(1), Deadline.never());
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(x.pair(i, j)).isEqualTo(sdp.pair(i, j));
            }
        }
        x.carry(Step.fix(0, 1));
        assertThat(x.single(0)).isNegative();
    }
}
