package org.shrinq.qubo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.QuadraticForm.Domain;

class MaxCutViewTest {
    /** f = constant − cut with the cut counted from the matrix of weights, vertex 0 on side 0. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.shrinq.qubo.Cases#seeds20")
    void energyIsConstantMinusCut(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DenseForm dense = ExplicitForms.dense(random, Domain.SPIN);
        MaxCutView view = MaxCutView.of(ExplicitForms.ising(dense, random));
        int n = dense.size();
        assertThat(view.weights().size()).isEqualTo(n + 1);
        for (int i = 0; i < n; i++) {
            assertThat(view.weights().get(0, i + 1)).isEqualTo(2 * dense.linear[i]);
            for (int j = 0; j < n; j++) {
                assertThat(view.weights().get(i + 1, j + 1)).isEqualTo(2 * dense.coupling[i][j]);
            }
        }
        Cases.forEachState(n, x -> {
            double cut = 0;
            for (int u = 0; u <= n; u++) {
                for (int v = u + 1; v <= n; v++) {
                    int sideOfU = u == 0 ? 0 : x[u - 1];
                    cut += sideOfU == x[v - 1] ? 0 : view.weights().get(u, v);
                }
            }
            assertThat(view.cut(x)).isEqualTo(cut);
            assertThat(view.constant() - view.cut(x)).isEqualTo(dense.energy(x));
        });
    }

    /** Vertex 0 is pinned: states are over n variables, there is no second copy with all sides turned. */
    @Test
    void theStateHasNoBitForVertexZero() {
        MaxCutView view = MaxCutView.of(Ising.builder(1).addField(0, 1).build());
        assertThat(view.cut(new byte[] {0})).isZero();
        assertThat(view.cut(new byte[] {1})).isEqualTo(2);
        assertThat(view.constant()).isEqualTo(1);
    }
}
