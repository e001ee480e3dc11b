package org.shrinq.qubo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class IndicesTest {
    @Test
    void ascendByKeyAndKeepTheOrderOfEqualKeys() {
        double[] key = {2, -1, 2, Double.NaN, 0, -0.0, Double.NEGATIVE_INFINITY};
        assertThat(Indices.ascending(IntStream.range(0, 7), i -> key[i])).containsExactly(6, 1, 5, 4, 0, 2, 3);
        assertThat(Indices.ascending(IntStream.of(2, 0, 4), i -> key[i])).containsExactly(4, 2, 0);
        assertThat(Indices.ascending(IntStream.empty(), i -> key[i])).isEmpty();
    }
}
