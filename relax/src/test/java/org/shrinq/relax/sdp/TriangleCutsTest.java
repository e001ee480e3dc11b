package org.shrinq.relax.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.sdp.SdpOptions.Bounding;

class TriangleCutsTest {
    private static final SdpOptions OPTIONS =
            SdpOptions.defaults().withTolerances(1e-8, 1e-8).withBounding(Bounding.PROVEN, 1e-5);

    private static TriangleCuts.Result solve(Ising ising, int rounds) {
        SplittableRandom random = new SplittableRandom(5);
        return TriangleCuts.of(ising)
                .solve(SdpSolver.of(ising, OPTIONS, random), OPTIONS, rounds, random, Deadline.never());
    }

    /** The maximum cut of a triangle: −1.5 without the inequalities, −1 with them, which is the minimum. */
    @Test
    void aTriangleBecomesExact() {
        Ising ising = Ising.builder(3).add(0, 1, 1).add(0, 2, 1).add(1, 2, 1).build();
        assertThat(TriangleCuts.of(ising).triangles()).isEqualTo(1);
        assertThat(solve(ising, 0).bound()).isCloseTo(-1.5, within(1e-4));
        assertThat(solve(ising, 0).violation()).isCloseTo(0.5, within(1e-3));
        assertThat(solve(ising, 20).bound()).isCloseTo(-1, within(1e-3));
    }

    /** The same with one vertex as vertex 0, and one coupling reversed. */
    @Test
    void fieldsAreEdgesOfVertexZero() {
        Ising ising =
                Ising.builder(2).add(0, 1, -1).addField(0, 1).addField(1, -1).build();
        assertThat(TriangleCuts.of(ising).triangles()).isEqualTo(1);
        assertThat(solve(ising, 20).bound()).isLessThanOrEqualTo(RandomForms.minimum(ising) + 1e-9);
        Ising frustrated =
                Ising.builder(2).add(0, 1, 1).addField(0, 1).addField(1, 1).build();
        assertThat(solve(frustrated, 0).bound()).isCloseTo(-1.5, within(1e-4));
        assertThat(solve(frustrated, 20).bound()).isCloseTo(-1, within(1e-3));
    }

    /** Never above the minimum, never below the bound without cuts, and better where triangles are violated. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void boundsStayValidAndImprove(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 9;
        Ising.Builder b = Ising.builder(n);
        for (int i = 0; i < n; i++) {
            b.addField(i, random.nextDouble(-1, 1));
            for (int j = i + 1; j < n; j++) {
                b.add(i, j, random.nextDouble(-1, 1));
            }
        }
        Ising ising = b.build();
        TriangleCuts.Result plain = solve(ising, 0);
        TriangleCuts.Result cut = solve(ising, 30);
        double minimum = RandomForms.minimum(ising);
        assertThat(cut.bound()).isBetween(plain.bound() - 1e-9, minimum + 1e-9);
        if (plain.violation() > 0.1) {
            double closed = (cut.bound() - plain.bound()) / (minimum - plain.bound());
            assertThat(closed).as("share of the gap that is closed").isGreaterThan(0.3);
            assertThat(cut.active()).isPositive();
        }
    }
}
