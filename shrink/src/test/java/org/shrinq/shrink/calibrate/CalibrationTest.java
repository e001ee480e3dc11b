package org.shrinq.shrink.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final String TEXT = """
            # from nowhere
            source,structure,bin,steps,right
            sdp,packing,2,98,49
            sdp,packing,5,98,39
            sdp,packing,9,998,989
            lp,packing,9,98,97
            """;

    @Test
    void aCurveIsMonotoneAndPoolsWhatIsNot() {
        Calibration c = Calibration.parse(TEXT);
        double before = 0;
        for (double x = 0; x <= 1; x += 0.01) {
            double chance = c.right("sdp", Structure.PACKING, x);
            assertThat(chance).isBetween(before - 1e-12, 1.0);
            before = chance;
        }
        // 990 of 1000 with the step added on either side; bins 2 and 5 and the empty ones below them together
        assertThat(c.right("sdp", Structure.PACKING, 1)).isCloseTo(0.99, within(1e-12));
        assertThat(c.right("sdp", Structure.PACKING, 0.25)).isBetween(0.40, 0.5);
    }

    @Test
    void theLeastStrengthInvertsIt() {
        Calibration c = Calibration.parse(TEXT);
        double x = c.least("sdp", Structure.PACKING, 0.8);
        assertThat(c.right("sdp", Structure.PACKING, x)).isGreaterThanOrEqualTo(0.8);
        assertThat(c.right("sdp", Structure.PACKING, x - 2e-3)).isLessThan(0.8);
        assertThat(c.least("sdp", Structure.PACKING, 0.999)).isEqualTo(2);
        assertThat(c.least("sdp", Structure.PACKING, 0.1)).isZero();
    }

    @Test
    void unknownSourcesGetTheCurveOfAllAndUnknownStructuresAnExpectation() {
        Calibration c = Calibration.parse(TEXT);
        assertThat(c.right("custom", Structure.PACKING, 1)).isCloseTo((989 + 97 + 1) / (996.0 + 100 + 2), within(0.01));
        assertThat(c.right("sdp", Structure.KNAPSACK, 0.5)).isEqualTo(0.75);
    }

    @Test
    void linesThatAreNoCountsAreRefusedByNumber() {
        assertThatThrownBy(() -> Calibration.parse("source,structure,bin,steps,right\nsdp,heap,1,2,3\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> Calibration.parse("sdp,packing,1\n")).hasMessageContaining("line 1");
    }

    @Test
    void theBundledOneKnowsTheSources() {
        Calibration bundled = Calibration.bundled();
        for (String source : new String[] {"sdp", "lp", "bp", "qaoa1", "samples", "learned"}) {
            assertThat(bundled.right(source, Structure.PACKING, 1)).as(source).isGreaterThan(0.5);
        }
        assertThat(bundled.right("random", Structure.FREE, 1)).isLessThan(0.8);
    }
}
