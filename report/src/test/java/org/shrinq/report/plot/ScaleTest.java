package org.shrinq.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shrinq.report.Table;

class ScaleTest {
    @Test
    void theSymmetricLogarithmIsOddAndGrowsByDecades() {
        Scale scale = Scale.symmetricLog(0.1, -10, 10, 0, 400);
        assertThat(scale.at(0)).isCloseTo(200, within(1e-9));
        assertThat(scale.at(1) - 200).isCloseTo(200 - scale.at(-1), within(1e-9));
        // log10(1 + 1 / 0.1) of log10(1 + 10 / 0.1)
        assertThat(scale.at(1)).isCloseTo(200 + 200 * Math.log10(11) / Math.log10(101), within(1e-9));
        assertThat(scale.ticks().stream().map(Scale.Tick::label))
                .containsExactlyInAnyOrder("0", "+0.1", "−0.1", "+1", "−1", "+10", "−10");
        assertThat(Scale.symmetricLog(0.1, -10, 10, 0, 200).ticks().stream().map(Scale.Tick::label))
                .as("no room beside 0")
                .doesNotContain("+0.1", "−0.1");
    }

    @Test
    void wholeNumbersHaveNoTicksBetweenThem() {
        assertThat(Scale.linear(9, 10, 1, 0, 100).ticks().stream().map(Scale.Tick::label))
                .containsExactly("9", "10");
    }

    @Test
    void longNumbersHaveAPowerOfTen() {
        assertThat(Scale.linear(122_400_000, 122_500_000, 1, 0, 100).ticks().stream()
                        .map(Scale.Tick::label))
                .containsExactly("122400000", "122420000", "122440000", "122460000", "122480000", "122500000");
        assertThat(Scale.linear(-122_500_000, -122_400_000, 1, 0, 100).ticks().stream()
                        .map(Scale.Tick::label))
                .startsWith("−1.2250e8", "−1.2248e8");
    }

    @Test
    void headingsStandOverTheirNumbers() {
        Table table = new Table(
                "t",
                "T",
                "",
                List.of("name", "value"),
                List.of(
                        List.of(Table.Cell.text("a"), Table.Cell.text("none")),
                        List.of(Table.Cell.text("b"), new Table.Cell("3 [2, 4]", 3))));
        assertThat(table.isNumeric(0)).isFalse();
        assertThat(table.isNumeric(1)).isTrue();
    }
}
