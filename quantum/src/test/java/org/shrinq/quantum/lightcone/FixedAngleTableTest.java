package org.shrinq.quantum.lightcone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.quantum.lightcone.FixedAngleOptimizer.Row;
import org.shrinq.qubo.run.Deadline;

/** The bundled table is what the optimizer computes, and good between its degrees. */
final class FixedAngleTableTest {
    private static final FixedAngleTable TABLE = FixedAngleTable.bundled();

    private static double value(int degree, FixedAngleTable.Angles a) {
        int p = a.gamma().length;
        double[] x = Arrays.copyOf(a.gamma(), 2 * p);
        for (int l = 0; l < p; l++) {
            x[l] /= Math.sqrt(degree);
            x[p + l] = a.beta()[l];
        }
        return HighGirth.regular(degree, p).value(x);
    }

    /** Wurtz and Lykov 2021; Basso et al. 2022, table 1 (rounded down). */
    @Test
    void cubicGraphsAreCutAsPublished() {
        double[] published = {0.6924, 0.7559, 0.7924, 0.8169, 0.8364, 0.8499, 0.8598, 0.8674};
        for (int p = 1; p <= 8; p++) {
            double fraction = 0.5 * (1 - value(3, TABLE.angles(3, p)));
            assertThat(fraction).as("p = %d", p).isCloseTo(published[p - 1], within(1e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 11})
    void rowsAreWhatIsComputed(int degree) {
        List<Row> rows = FixedAngleOptimizer.regular(degree, 3, Deadline.never());
        for (Row row : rows) {
            FixedAngleTable.Angles a = TABLE.angles(degree, row.layers());
            assertThat(value(degree, a)).isCloseTo(row.value(), within(1e-6));
        }
        List<String> written = FixedAngleTable.format(degree, rows);
        assertThat(written).hasSize(3);
        assertThat(written.get(1)).startsWith(degree + "\t2\t");
    }

    /** Between the rows and beyond them little is lost against the optimum. */
    @ParameterizedTest
    @ValueSource(ints = {12, 20, 60})
    void otherDegreesAreInterpolated(int degree) {
        double best =
                FixedAngleOptimizer.regular(degree, 3, Deadline.never()).get(2).value();
        assertThat(value(degree, TABLE.angles(degree, 3))).isLessThan(0.999 * best);
        assertThat(TABLE.angles(2.5, 3).beta()[0])
                .isBetween(
                        TABLE.angles(2, 3).beta()[0] - 0.1, TABLE.angles(3, 3).beta()[0] + 0.1);
    }

    @Test
    void limitsAndDeepCircuits() {
        assertThat(TABLE.layers()).isEqualTo(8);
        assertThat(TABLE.angles(1e9, 1).gamma()[0]).isCloseTo(0.5, within(1e-6));
        assertThat(TABLE.angles(0.5, 2).gamma())
                .containsExactly(TABLE.angles(2, 2).gamma());
        assertThat(TABLE.angles(3, 11).gamma()).hasSize(11);
        // 4⁹ states a branch; eleven layers would take gigabytes
        assertThat(value(3, TABLE.angles(3, 9))).isLessThan(value(3, TABLE.angles(3, 8)));
    }

    @Test
    void damagedTablesAreRefused() {
        assertThatThrownBy(() -> FixedAngleTable.parse(List.of("3\t2\t0.1"))).hasMessageContaining("not the next row");
        assertThatThrownBy(() -> FixedAngleTable.parse(List.of("3\t1\t0.1\t-0.1\t-0.2")))
                .hasMessageContaining("large degree");
    }
}
