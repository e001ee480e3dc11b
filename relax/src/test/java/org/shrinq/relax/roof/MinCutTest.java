package org.shrinq.relax.roof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.run.Deadline;

/** Flows against the least cut by enumeration. */
class MinCutTest {
    private static final int NODES = 9;

    /** Capacities from node to node, parallel arcs among them. */
    private static double[][] random(SplittableRandom random, boolean whole) {
        double[][] capacity = new double[NODES][NODES];
        for (int k = 0; k < 30; k++) {
            int u = random.nextInt(NODES);
            int v = random.nextInt(NODES);
            if (u != v) {
                capacity[u][v] += whole ? random.nextInt(10) : random.nextDouble();
            }
        }
        return capacity;
    }

    private static double cut(double[][] capacity, int side) {
        double sum = 0;
        for (int u = 0; u < NODES; u++) {
            for (int v = 0; v < NODES; v++) {
                sum += (side >> u & 1) == 1 && (side >> v & 1) == 0 ? capacity[u][v] : 0;
            }
        }
        return sum;
    }

    /** The source is node 0, the sink the last. */
    private static double least(double[][] capacity) {
        double least = Double.POSITIVE_INFINITY;
        for (int side = 1; side < 1 << (NODES - 1); side += 2) {
            least = Math.min(least, cut(capacity, side));
        }
        return least;
    }

    private static MinCut network(double[][] capacity) {
        MinCut network = new MinCut(NODES);
        for (int u = 0; u < NODES; u++) {
            for (int v = 0; v < NODES; v++) {
                if (capacity[u][v] > 0) {
                    network.addArc(u, v, capacity[u][v] / 4);
                    network.addArc(u, v, 3 * capacity[u][v] / 4);
                }
            }
        }
        return network;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theFlowIsTheLeastCut(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int t = 0; t < 40; t++) {
            double[][] capacity = random(random, t % 2 == 0);
            double least = least(capacity);
            MinCut network = network(capacity);
            assertThat(network.maximise(0, NODES - 1, Deadline.never())).isTrue();
            assertThat(network.value()).as("seed %d, network %d", seed, t).isCloseTo(least, within(1e-9));
            boolean[] reached = network.sourceSide(0);
            int side = 0;
            for (int v = 0; v < NODES; v++) {
                side |= reached[v] ? 1 << v : 0;
            }
            assertThat(cut(capacity, side)).as("the side's cut").isCloseTo(least, within(1e-9));
        }
    }

    /** As JGraphT's push-relabel finds it, on a network with long paths. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void largerFlowsAreJGraphTs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 300;
        MinCut network = new MinCut(n);
        SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> graph =
                new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
        for (int v = 0; v < n; v++) {
            graph.addVertex(v);
        }
        for (int k = 0; k < 8 * n; k++) {
            int u = random.nextInt(n);
            int v = Math.floorMod(u + random.nextInt(-10, 20), n);
            if (u != v && graph.getEdge(u, v) == null) {
                double capacity = random.nextInt(1, 100);
                graph.setEdgeWeight(graph.addEdge(u, v), capacity);
                network.addArc(u, v, capacity);
            }
        }
        assertThat(network.maximise(0, n / 2, Deadline.never())).isTrue();
        double expected = new PushRelabelMFImpl<>(graph).calculateMaximumFlow(0, n / 2);
        assertThat(network.value()).as("seed %d", seed).isCloseTo(expected, within(1e-6));
    }

    @ParameterizedTest(name = "{0} questions")
    @ValueSource(longs = {0, 1, 2})
    void aDeadlineLeavesAFlow(long questions) {
        SplittableRandom random = new SplittableRandom(11);
        for (int t = 0; t < 40; t++) {
            double[][] capacity = random(random, true);
            MinCut network = network(capacity);
            boolean isMaximum = network.maximise(0, NODES - 1, Deadline.never().withChecks(questions));
            assertThat(network.value()).isBetween(0.0, least(capacity));
            assertThat(isMaximum).isEqualTo(network.value() == least(capacity));
        }
    }
}
