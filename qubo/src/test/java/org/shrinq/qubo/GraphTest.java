package org.shrinq.qubo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphTest {
    /** An adjacency matrix and the graph of its edges, each listed once or more, in either direction. */
    private record Drawn(boolean[][] adjacent, Graph graph) {
        static Drawn of(SplittableRandom random) {
            int n = 1 + random.nextInt(9);
            boolean[][] adjacent = new boolean[n][n];
            int count = n == 1 ? 0 : random.nextInt(40);
            int[] us = new int[count];
            int[] vs = new int[count];
            for (int e = 0; e < count; e++) {
                us[e] = random.nextInt(n);
                vs[e] = (us[e] + 1 + random.nextInt(n - 1)) % n;
                adjacent[us[e]][vs[e]] = true;
                adjacent[vs[e]][us[e]] = true;
            }
            return new Drawn(adjacent, Graph.of(n, us, vs));
        }
    }

    private static void assertSame(Graph graph, boolean[][] adjacent) {
        int n = adjacent.length;
        assertThat(graph.vertices()).isEqualTo(n);
        int edges = 0;
        for (int u = 0; u < n; u++) {
            int k = 0;
            for (int v = 0; v < n; v++) {
                assertThat(graph.hasEdge(u, v)).isEqualTo(adjacent[u][v]);
                if (adjacent[u][v]) {
                    assertThat(graph.neighbor(u, k++)).as("neighbours ascend").isEqualTo(v);
                    edges += u < v ? 1 : 0;
                }
            }
            assertThat(graph.degree(u)).isEqualTo(k);
        }
        assertThat(graph.edges()).isEqualTo(edges);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.shrinq.qubo.Cases#seeds200")
    void sameAsTheAdjacencyMatrix(long seed) {
        Drawn d = Drawn.of(new SplittableRandom(seed));
        assertSame(d.graph(), d.adjacent());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.shrinq.qubo.Cases#seeds200")
    void complementAndInducedSubgraph(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Drawn d = Drawn.of(random);
        int n = d.adjacent().length;
        boolean[][] missing = new boolean[n][n];
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
                missing[u][v] = u != v && !d.adjacent()[u][v];
            }
        }
        assertSame(d.graph().complement(), missing);
        assertThat(d.graph().complement().complement()).isEqualTo(d.graph());

        int[] order = random.ints(0, n).distinct().limit(1 + random.nextInt(n)).toArray();
        int[] given = order.clone();
        boolean[][] inside = new boolean[order.length][order.length];
        for (int a = 0; a < order.length; a++) {
            for (int b = 0; b < order.length; b++) {
                inside[a][b] = d.adjacent()[order[a]][order[b]];
            }
        }
        assertSame(d.graph().induced(order), inside);
        assertThat(order).isEqualTo(given);
    }

    @Test
    void whatIsNoEdgeIsRefused() {
        assertThatThrownBy(() -> Graph.of(3, new int[] {0, 1}, new int[] {1, 1}))
                .hasMessageContaining("edge 1");
        assertThatThrownBy(() -> Graph.of(3, new int[] {0}, new int[] {3}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Graph.of(3, new int[] {-1}, new int[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Graph.of(3, new int[] {0}, new int[] {-1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Graph.of(3, new int[] {3}, new int[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Graph.of(100_000, new int[0], new int[0]).complement())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4999950000 edges");
    }

    @Test
    void comparesByValue() {
        Graph path = Graph.of(3, new int[] {0, 1}, new int[] {1, 2});
        Graph same = Graph.of(3, new int[] {2, 1, 0}, new int[] {1, 0, 1});
        assertThat(path).isEqualTo(same).hasSameHashCodeAs(same).hasToString("Graph[3 vertices, 2 edges]");
        assertThat(path).isNotEqualTo(Graph.of(4, new int[] {0, 1}, new int[] {1, 2}));
        assertThat(path).isNotEqualTo(Graph.of(3, new int[] {0, 0}, new int[] {1, 2}));
        assertThat(path).isNotEqualTo(Graph.of(3, new int[] {0}, new int[] {1}));
        assertThat(path).isNotEqualTo("a path");
        assertThat(path.hashCode())
                .isNotEqualTo(Graph.of(3, new int[] {0, 0}, new int[] {1, 2}).hashCode());
        assertThat(Graph.of(0, new int[0], new int[0]).edges()).isZero();
    }
}
