package org.shrinq.instances.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.oracle.AssignmentOracle;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.RandomStreams;

class GeneratorsTest {
    private static final RandomStreams SEED = new RandomStreams(5);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theKnownOptimumIsTheOptimum(long seed) {
        int rows = 1 + (int) (seed % 3);
        int columns = seed % 3 == 2 ? 3 : 4 - (int) (seed % 2);
        Generated<QuadraticAssignment> made =
                AssignmentGenerator.knownOptimum("k", rows, columns, 8, (int) (seed % 4), new RandomStreams(seed));
        assertThat(made.optimum()).hasValue(AssignmentOracle.enumerate(made.problem()));
    }

    @Test
    void knapsackFollowsTheProcedure() {
        int n = 400;
        int m = 6;
        MultidimensionalKnapsack p = KnapsackGenerator.chuBeasley("cb", n, m, 0.25, SEED);
        double total = 0;
        for (int k = 0; k < m; k++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                assertThat(p.weight(k, i)).isBetween(0.0, 1000.0).isEqualTo(Math.rint(p.weight(k, i)));
                sum += p.weight(k, i);
            }
            total += sum;
            assertThat(p.capacity(k)).isEqualTo(Math.floor(0.25 * sum));
        }
        assertThat(total / (n * m)).as("mean weight").isCloseTo(500, within(25.0));
        double extra = 0;
        for (int i = 0; i < n; i++) {
            double mean = 0;
            for (int k = 0; k < m; k++) {
                mean += p.weight(k, i) / m;
            }
            assertThat(p.value(i) - mean).isBetween(-0.5, 500.5);
            extra += p.value(i) - mean;
        }
        assertThat(extra / n).as("mean of 500 u").isCloseTo(250, within(30.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.3, 0.9, 1})
    void gnpHasTheEdgesItShould(double p) {
        int n = 300;
        Graph graph = RandomGraphs.gnp(n, p, SEED);
        double pairs = n * (n - 1) / 2.0;
        double deviation = Math.sqrt(pairs * p * (1 - p));
        assertThat((double) graph.edges()).isCloseTo(pairs * p, within(5 * deviation + 1e-9));
        assertThat(graph.vertices()).isEqualTo(n);
    }

    @Test
    void everyPairIsEquallyLikelyInGnp() {
        int[][] count = new int[6][6];
        int draws = 4000;
        for (int seed = 0; seed < draws; seed++) {
            Graph graph = RandomGraphs.gnp(6, 0.4, new RandomStreams(seed));
            for (int u = 0; u < 6; u++) {
                for (int v = u + 1; v < 6; v++) {
                    count[u][v] += graph.hasEdge(u, v) ? 1 : 0;
                }
            }
        }
        for (int u = 0; u < 6; u++) {
            for (int v = u + 1; v < 6; v++) {
                assertThat((double) count[u][v] / draws).as(u + "," + v).isCloseTo(0.4, within(0.045));
            }
        }
    }

    @Test
    void unitDiskDegreesGrowWithTheRadius() {
        assertThat(RandomGraphs.unitDisk(50, 1.5, SEED).edges()).isEqualTo(50 * 49 / 2);
        double expected = 400.0 * 399 / 2 * Math.PI * 0.05 * 0.05;
        assertThat((double) RandomGraphs.unitDisk(400, 0.05, SEED).edges())
                .isCloseTo(expected, within(0.15 * expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 10, 50, 1000})
    void cubicGraphsAreThreeRegular(int n) {
        for (int seed = 0; seed < 20; seed++) {
            Graph graph = RandomGraphs.cubic(n, new RandomStreams(seed));
            for (int v = 0; v < n; v++) {
                assertThat(graph.degree(v)).as("seed " + seed).isEqualTo(3);
            }
        }
        assertThatThrownBy(() -> RandomGraphs.cubic(n + 1, SEED)).hasMessageContaining("even number");
    }

    @Test
    void cutFamilies() {
        MaxCut torus = CutGenerator.torus("t", 4, 5, SEED);
        assertThat(torus.vertices()).isEqualTo(20);
        assertThat(torus.edges()).isEqualTo(40);
        int[] degree = new int[20];
        double sum = 0;
        for (int e = 0; e < 40; e++) {
            degree[torus.source(e)]++;
            degree[torus.target(e)]++;
            assertThat(Math.abs(torus.weight(e))).isEqualTo(1);
            sum += torus.weight(e);
        }
        assertThat(degree).containsOnly(4);
        assertThat(Math.abs(sum)).isLessThan(25);
        assertThat(CutGenerator.cubic("c", 20, SEED).edges()).isEqualTo(30);
        assertThat(CutGenerator.signedGnp("s", 30, 1, SEED).edges()).isEqualTo(435);
    }

    @Test
    void marketShareTargetsAreHalfTheDemand() {
        MarketShare p = MarketShareGenerator.cornuejolsDawande("m", 4, 30, SEED);
        for (int k = 0; k < 4; k++) {
            double sum = 0;
            for (int j = 0; j < 30; j++) {
                assertThat(p.demand(k, j)).isBetween(0.0, 99.0);
                sum += p.demand(k, j);
            }
            assertThat(p.target(k)).isEqualTo(Math.floor(sum / 2));
        }
    }

    @Test
    void gridDistancesAndFlows() {
        QuadraticAssignment p = AssignmentGenerator.grid("g", 3, 4, 0.5, SEED);
        assertThat(p.order()).isEqualTo(12);
        assertThat(p.distance(0, 11)).isEqualTo(5);
        assertThat(p.distance(5, 6)).isEqualTo(1);
        int zeros = 0;
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                assertThat(p.flow(i, j)).isEqualTo(p.flow(j, i)).isBetween(0.0, 10.0);
                zeros += p.flow(i, j) == 0 ? 1 : 0;
            }
        }
        assertThat(zeros).isBetween(12 + 40, 12 + 100);
    }

    @Test
    void drawsAreUniform() {
        Draws draws = new Draws(SEED.stream("x"));
        int[] count = new int[7];
        double mean = 0;
        for (int k = 0; k < 70_000; k++) {
            count[draws.integer(-3, 3) + 3]++;
            mean += draws.unit() / 70_000;
        }
        for (int c : count) {
            assertThat(c).isBetween(9_500, 10_500);
        }
        assertThat(mean).isCloseTo(0.5, within(0.01));
    }

    @Test
    void graphsBeyondMemoryAreRefusedBeforeTheyAreMade() {
        assertThatThrownBy(() -> RandomGraphs.gnp(100_000_000, 0.5, SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("edges: expected at most 1e+09, got about 2.5e+15");
        assertThat(RandomGraphs.gnp(1_000_000, 1e-9, SEED).vertices()).isEqualTo(1_000_000);
    }
}
