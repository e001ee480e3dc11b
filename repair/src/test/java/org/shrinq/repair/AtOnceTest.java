package org.shrinq.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.repair.verify.Verifier;

/** The greedy solutions that come before everything else, against what is known of them. */
class AtOnceTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    private static byte[] start(Problem problem) {
        byte[] x = Construct.atOnce(problem).orElseThrow().toArray();
        assertThat(Verifier.of(problem).isFeasible(x)).isTrue();
        return x;
    }

    /** Σ 1/(degree + 1) vertices at least (Caro 1979, Wei 1981), which the least residual degree reaches. */
    @ParameterizedTest
    @MethodSource("seeds")
    void independentSetsReachTheBoundOfCaroAndWei(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MaximumIndependentSet problem = RandomProblems.independentSet(random, 1 + random.nextInt(40), false);
        Graph graph = problem.graph();
        double bound = 0;
        for (int v = 0; v < graph.vertices(); v++) {
            bound += 1.0 / (1 + graph.degree(v));
        }
        int size = 0;
        for (byte b : start(problem)) {
            size += b;
        }
        assertThat((double) size).isGreaterThanOrEqualTo(bound - 1e-9);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingCanBeAddedToASetOrAKnapsack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MultidimensionalKnapsack knapsack = RandomProblems.knapsack(random, 1 + random.nextInt(20), 3);
        MaximumIndependentSet set = RandomProblems.independentSet(random, 1 + random.nextInt(20), true);
        for (Problem problem : List.of(knapsack, set)) {
            byte[] x = start(problem);
            Verifier verifier = Verifier.of(problem);
            double value = verifier.objective(x);
            for (int i = 0; i < x.length; i++) {
                if (x[i] == 0) {
                    x[i] = 1;
                    assertThat(verifier.isFeasible(x) && verifier.objective(x) > value)
                            .as("%s, %d", problem.name(), i)
                            .isFalse();
                    x[i] = 0;
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void assignmentsPairMostFlowWithLeastDistance(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(6);
        QuadraticAssignment problem = RandomProblems.assignment(random, n, random.nextBoolean());
        byte[] x = start(problem);
        double[] flow = new double[n];
        double[] distance = new double[n];
        int[] location = new int[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                flow[i] += i == j ? 0 : problem.flow(i, j) + problem.flow(j, i);
                distance[i] += i == j ? 0 : problem.distance(i, j) + problem.distance(j, i);
                location[i] = x[i * n + j] != 0 ? j : location[i];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertThat(flow[i] > flow[j] && distance[location[i]] > distance[location[j]])
                        .isFalse();
            }
        }
    }

    /** With zero for ½ in all places the mean over uniform bits: offset + Σ l/2 + Σ q/4. */
    @ParameterizedTest
    @MethodSource("seeds")
    void withoutConstraintsTheMeanIsReached(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(30);
        Qubo.Builder builder = Qubo.builder(n).addOffset(3);
        double mean = 3;
        for (int i = 0; i < n; i++) {
            double linear = random.nextInt(-9, 10);
            builder.addLinear(i, linear);
            mean += linear / 2;
            for (int j = 0; j < i; j++) {
                double coupling = random.nextInt(3) == 0 ? random.nextInt(-9, 10) : 0;
                builder.add(j, i, coupling);
                mean += coupling / 4;
            }
        }
        Qubo form = builder.build();
        for (Sense sense : Sense.values()) {
            byte[] x = start(new BinaryQuadraticProgram("form", new BinaryModel(sense, form, List.of())));
            assertThat(sense.factor() * form.energy(x)).isLessThanOrEqualTo(sense.factor() * mean + 1e-9);
        }
    }
}
