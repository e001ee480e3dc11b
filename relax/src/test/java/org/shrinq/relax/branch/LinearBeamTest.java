package org.shrinq.relax.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.run.Deadline;

/** The beam against enumeration. */
class LinearBeamTest {
    private static final int N = 12;

    private static BinaryModel knapsack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.ints(N, 10, 100).asDoubleStream().toArray();
        double[][] weights = new double[3][];
        double[] capacities = new double[3];
        for (int k = 0; k < 3; k++) {
            weights[k] = random.ints(N, 5, 60).asDoubleStream().toArray();
            capacities[k] = Math.floor(Arrays.stream(weights[k]).sum() * 0.4);
        }
        return MultidimensionalKnapsack.of("k", values, weights, capacities).model();
    }

    private static boolean contains(byte[] fixed, byte[] x) {
        for (int i = 0; i < x.length; i++) {
            if (fixed[i] >= 0 && fixed[i] != x[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bits(int index) {
        byte[] x = new byte[N];
        for (int i = 0; i < N; i++) {
            x[i] = (byte) (index >> i & 1);
        }
        return x;
    }

    /**
     * A beam wide enough loses nothing: every feasible point lies in exactly one part, and no better than its bound.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void wideBeamsArePartitions(long seed) {
        BinaryModel model = knapsack(seed);
        List<LinearBeam.Part> parts = LinearBeam.run(model, 1 << 5, 5, Deadline.never());
        for (int index = 0; index < 1 << N; index++) {
            byte[] x = bits(index);
            if (!model.isFeasible(x)) {
                continue;
            }
            double value = model.sense().factor() * model.value(x);
            int homes = 0;
            for (LinearBeam.Part part : parts) {
                if (contains(part.fixed(), x)) {
                    homes++;
                    assertThat(part.bound()).isLessThanOrEqualTo(value + 1e-9);
                }
            }
            assertThat(homes).isEqualTo(1);
        }
    }

    /**
     * A narrow one keeps as many parts as it may, the lowest bounds first, each deciding as many variables as asked.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void narrowBeamsKeepTheLowestBounds(long seed) {
        List<LinearBeam.Part> parts = LinearBeam.run(knapsack(seed), 4, 6, Deadline.never());
        assertThat(parts).hasSizeBetween(1, 4);
        double before = Double.NEGATIVE_INFINITY;
        for (LinearBeam.Part part : parts) {
            assertThat(part.bound()).isGreaterThanOrEqualTo(before);
            before = part.bound();
            int decided = 0;
            for (int i = 0; i < N; i++) {
                decided += part.fixed()[i] >= 0 ? 1 : 0;
                assertThat(part.x()[i]).isBetween(0.0, 1.0);
                if (part.fixed()[i] >= 0) {
                    assertThat(part.x()[i]).isEqualTo(part.fixed()[i]);
                }
            }
            assertThat(decided).isEqualTo(6);
        }
    }

    @Test
    void couplingsAreRefused() {
        BinaryModel model =
                new BinaryModel(Sense.MINIMIZE, Qubo.builder(2).add(0, 1, 1).build(), List.of());
        assertThatThrownBy(() -> LinearBeam.run(model, 1, 1, Deadline.never()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
