package org.shrinq.qubo.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BriefTest {
    public record Many(
            String name, double[] numbers, List<Object> list, Map<String, Integer> map, Optional<String> maybe) {}

    @Test
    void hasTheFirstEntriesAndHowManyThereAre() {
        Many few =
                new Many("few", new double[] {1, 2.5}, List.of("a", new int[] {7}), Map.of("k", 3), Optional.empty());
        assertThat(Brief.of(few))
                .isEqualTo("Many[name=few, numbers=[1.0, 2.5], list=[a, [7]], map=[k=3], maybe=Optional.empty]");
        Many many = new Many(
                "x".repeat(1000),
                new double[1_000_000],
                Collections.nCopies(1_000_000, few),
                Map.of(),
                Optional.empty());
        assertThat(Brief.of(many)).hasSizeLessThanOrEqualTo(Brief.MOST).contains("[0.0, 0.0, 0.0, … 1000000 in all]");
        assertThat(Brief.of(this, "rows", 3, "best", null)).isEqualTo("BriefTest[rows=3, best=none]");
    }
}
