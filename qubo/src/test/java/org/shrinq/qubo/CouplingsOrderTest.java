package org.shrinq.qubo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An ordered upper triangle takes a shorter way through the builder; the outcome is the same. */
class CouplingsOrderTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void orderOfEntriesDoesNotMatter(long seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(12);
        List<double[]> entries = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (random.nextInt(3) > 0) {
                    entries.add(new double[] {i, j, 1 + random.nextInt(9)});
                }
            }
        }
        Qubo ordered = build(n, entries);
        Collections.shuffle(entries, random);
        for (double[] entry : entries) {
            if (random.nextBoolean()) {
                double i = entry[0];
                entry[0] = entry[1];
                entry[1] = i;
            }
        }
        assertThat(ordered).isEqualTo(build(n, entries));
        assertThat(ordered.couplings()).isEqualTo(entries.size());
        for (int i = 0; i < n; i++) {
            int row = i;
            int[] last = {-1};
            ordered.forEachNeighbor(i, (j, c) -> {
                assertThat(j).as("columns of row " + row + " ascend").isGreaterThan(last[0]);
                last[0] = j;
            });
        }
    }

    private static Qubo build(int n, List<double[]> entries) {
        Qubo.Builder builder = Qubo.builder(n).expectCouplings(entries.size() / 2);
        for (double[] e : entries) {
            builder.add((int) e[0], (int) e[1], e[2]);
        }
        return builder.build();
    }
}
