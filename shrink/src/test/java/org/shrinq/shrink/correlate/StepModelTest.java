package org.shrinq.shrink.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.shrinq.shrink.calibrate.Structure;
import org.shrinq.shrink.correlate.StepModel.Kind;

class StepModelTest {
    private static double[] features(double x) {
        double[] f = new double[Evidences.FEATURES];
        Arrays.fill(f, x);
        return f;
    }

    @Test
    void anExpectationIsOddAndWithinOne() {
        double[] w = new double[Evidences.FEATURES];
        w[0] = 2;
        w[3] = -0.5;
        StepModel model = StepModel.none().with(Structure.PACKING, Kind.SINGLE, w);
        double x =
                model.expectation(Structure.PACKING, Kind.SINGLE, features(1)).orElseThrow();
        assertThat(x).isCloseTo(2 / (1 + Math.exp(-1.5)) - 1, within(1e-12));
        assertThat(model.expectation(Structure.PACKING, Kind.SINGLE, features(-1))
                        .orElseThrow())
                .isEqualTo(-x);
        assertThat(model.expectation(Structure.PACKING, Kind.PAIR, features(1))).isEmpty();
        assertThat(model.knows(Structure.FREE, Kind.SINGLE)).isFalse();
    }

    @Test
    void textIsReadAsWritten() {
        double[] w = new double[Evidences.FEATURES];
        for (int k = 0; k < w.length; k++) {
            w[k] = k / 8.0 - 1;
        }
        String text = StepModel.none().with(Structure.MIXED, Kind.PAIR, w).text();
        StepModel read = StepModel.parse("# recipe\n" + text);
        assertThat(read.text()).isEqualTo(text);
        assertThatThrownBy(() -> StepModel.parse("#\nmixed,pair,1,2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
        assertThat(StepModel.bundled().knows(Structure.PACKING, Kind.SINGLE)).isTrue();
    }
}
