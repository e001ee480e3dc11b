package org.shrinq.report.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.shrinq.qubo.problem.QuadraticAssignment;

/** Where vertices and locations come to stand. */
class LayoutTest {
    @Test
    void locationsOnALineComeInTheirOrderAndDistances() {
        double[] line = {0, 1, 5, 7, 10};
        double[][] distance = new double[5][5];
        for (int a = 0; a < 5; a++) {
            for (int b = 0; b < 5; b++) {
                distance[a][b] = Math.abs(line[a] - line[b]);
            }
        }
        double[][] places = LocationMap.of(QuadraticAssignment.of("line", new double[5][5], distance));
        boolean turned = places[0][0] > places[4][0];
        for (int a = 0; a < 5; a++) {
            assertThat(turned ? 1 - places[a][0] : places[a][0]).isCloseTo(line[a] / 10, within(1e-6));
        }
    }

    @Test
    void theSameGraphHasTheSamePlacesInsideTheFrameAndNeighboursAreNear() {
        int n = 100;
        int[] us = new int[n];
        int[] vs = new int[n];
        for (int v = 0; v < n; v++) {
            us[v] = v;
            vs[v] = (v + 1) % n;
        }
        GraphLayout first = GraphLayout.of(n, us, vs);
        GraphLayout second = GraphLayout.of(n, us, vs);
        assertThat(second.xs()).isEqualTo(first.xs());
        assertThat(second.ys()).isEqualTo(first.ys());
        double near = 0;
        double all = 0;
        for (int v = 0; v < n; v++) {
            assertThat(first.xs()[v]).isBetween(0.0, 1.0);
            assertThat(first.ys()[v]).isBetween(0.0, 1.0);
            near += distance(first, v, vs[v]) / n;
            for (int w = 0; w < n; w++) {
                all += distance(first, v, w) / n / n;
            }
        }
        assertThat(near).isLessThan(all / 3);
    }

    private static double distance(GraphLayout layout, int v, int w) {
        return Math.hypot(layout.xs()[v] - layout.xs()[w], layout.ys()[v] - layout.ys()[w]);
    }

    @Test
    void aGraphWithoutEdgesAndOneOfASingleVertexHavePlaces() {
        assertThat(GraphLayout.of(1, new int[0], new int[0]).xs()).containsExactly(0.5);
        assertThat(GraphLayout.of(7, new int[0], new int[0]).ys()).containsOnly(0.5);
        GraphLayout mixed = GraphLayout.of(5, new int[] {1, 1}, new int[] {2, 4});
        assertThat(mixed.ys()[0]).as("without an edge").isEqualTo(1);
        assertThat(mixed.ys()[3]).isEqualTo(1);
        assertThat(mixed.xs()[3]).isEqualTo(1);
        assertThat(mixed.ys()[4]).isLessThan(0.94);
    }
}
