package org.shrinq.relax.theta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.run.Deadline;

class SymmetryTest {
    /** The hypercube on m bits: exchanging two positions and complementing one are automorphisms. */
    private static Graph cube(int m) {
        int n = 1 << m;
        int[] us = new int[n * m / 2];
        int[] vs = new int[us.length];
        int e = 0;
        for (int u = 0; u < n; u++) {
            for (int k = 0; k < m; k++) {
                if ((u >> k & 1) == 0) {
                    us[e] = u;
                    vs[e++] = u | 1 << k;
                }
            }
        }
        return Graph.of(n, us, vs);
    }

    private static double[] ones(int n) {
        double[] w = new double[n];
        Arrays.fill(w, 1);
        return w;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void findsCommutingAutomorphisms(int most) {
        Graph g = cube(5);
        List<int[]> found = Involutions.find(g, ones(32), most, Deadline.never());
        assertThat(found).hasSize(most);
        for (int[] p : found) {
            for (int v = 0; v < 32; v++) {
                assertThat(p[p[v]]).isEqualTo(v);
                for (int k = 0; k < g.degree(v); k++) {
                    assertThat(g.hasEdge(p[v], p[g.neighbor(v, k)])).isTrue();
                }
                for (int[] q : found) {
                    assertThat(p[q[v]]).isEqualTo(q[p[v]]);
                }
            }
        }
    }

    @Test
    void weightsBreakSymmetries() {
        double[] w = new double[32];
        Arrays.setAll(w, v -> v);
        assertThat(Involutions.find(cube(5), w, 4, Deadline.never())).isEmpty();
        w = ones(32);
        w[0] = 2; // exchanges of positions are left
        for (int[] p : Involutions.find(cube(5), w, 4, Deadline.never())) {
            assertThat(p[0]).isZero();
        }
    }

    @Test
    void asymmetricGraphsHaveNone() {
        // the smallest asymmetric tree: arms of lengths 1, 2 and 3
        Graph tree = Graph.of(7, new int[] {0, 0, 2, 0, 4, 5}, new int[] {1, 2, 3, 4, 5, 6});
        assertThat(Involutions.find(tree, ones(7), 4, Deadline.never())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void blocksGiveWhatTheWholeMatrixGives(int most) {
        int n = 32;
        List<int[]> involutions = Involutions.find(cube(5), ones(n), most, Deadline.never());
        double[] m = invariant(n, involutions, new SplittableRandom(most));
        Symmetry symmetry = Symmetry.of(n, involutions);
        double[] sum = new double[n * n];
        int total = 0;
        for (int s = 0; s < symmetry.blocks(); s++) {
            double[] block = new double[symmetry.order(s) * symmetry.order(s)];
            symmetry.gather(m, s, block);
            symmetry.scatter(block, s, sum);
            total += symmetry.order(s);
        }
        assertThat(total).isEqualTo(n);
        assertThat(sum).usingComparatorWithPrecision(1e-12).containsExactly(m);
        Spectrum blocks = new Spectrum(symmetry);
        Spectrum whole = new Spectrum(Symmetry.of(n, List.of()));
        assertThat(blocks.greatest(m, Deadline.never())).isCloseTo(whole.greatest(m, Deadline.never()), within(1e-10));
        double[] a = new double[n * n];
        double[] b = new double[n * n];
        assertThat(blocks.positivePart(m, a, Deadline.never())).isTrue();
        assertThat(whole.positivePart(m, b, Deadline.never())).isTrue();
        assertThat(a).usingComparatorWithPrecision(1e-10).containsExactly(b);
    }

    private static double[] invariant(int n, List<int[]> involutions, SplittableRandom random) {
        double[] m = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double value = random.nextDouble(-1, 1);
                for (int g = 0; g < 1 << involutions.size(); g++) {
                    int[] p = Symmetry.product(involutions, g, n);
                    m[p[i] * n + p[j]] += value;
                    if (i != j) {
                        m[p[j] * n + p[i]] += value;
                    }
                }
            }
        }
        return m;
    }

    @Test
    void anExpiredDeadlineIsToldAsSuch() {
        int n = 80;
        double[] m = invariant(n, List.of(), new SplittableRandom(1));
        Spectrum spectrum = new Spectrum(Symmetry.of(n, List.of()));
        assertThat(spectrum.positivePart(m, new double[n * n], Deadline.after(0)))
                .isFalse();
        assertThat(spectrum.greatest(m, Deadline.after(0))).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
