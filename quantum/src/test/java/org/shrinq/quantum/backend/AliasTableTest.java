package org.shrinq.quantum.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AliasTableTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void frequenciesFollowTheWeights(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        double[] weights = new double[1 + r.nextInt(30)];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] = k > 0 && r.nextInt(3) == 0 ? 0 : Math.exp(r.nextDouble(-6, 3));
            sum += weights[k];
        }
        int shots = 100_000;
        long[] counts = new long[weights.length];
        for (long z : AliasTable.of(weights).draw(shots, r)) {
            counts[(int) z]++;
        }
        for (int k = 0; k < weights.length; k++) {
            double p = weights[k] / sum;
            assertThat((double) counts[k]).isCloseTo(shots * p, within(5 * Math.sqrt(shots * p * (1 - p)) + 1e-9));
        }
    }

    @Test
    void nothingToDrawIsRefused() {
        assertThatThrownBy(() -> AliasTable.of(new double[3])).hasMessageContaining("sum to 0");
        assertThatThrownBy(() -> AliasTable.of(new double[] {Double.NaN})).hasMessageContaining("NaN");
    }
}
