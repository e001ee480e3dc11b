package org.shrinq.quantum.lightcone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shrinq.quantum.lightcone.FixedAngleOptimizer.Row;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;

/** Trees against explicit trees, their optimum against what was published, the dense limit against high degrees. */
final class HighGirthTest {
    /** An edge with all vertices within distance p on the D-regular tree. */
    private static Ising tree(int degree, int p) {
        int size = 2;
        int from = 0;
        int to = 2;
        int[] parent = new int[100_000];
        for (int d = 0; d < p; d++) {
            for (int v = from; v < to; v++) {
                for (int c = 1; c < degree; c++) {
                    parent[size++] = v;
                }
            }
            from = to;
            to = size;
        }
        Ising.Builder b = Ising.builder(size).add(0, 1, 1);
        for (int v = 2; v < size; v++) {
            b.add(parent[v], v, 1);
        }
        return b.build();
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "2, 4", "3, 1", "3, 2", "3, 4", "4, 3", "7, 2"})
    void valuesAreThoseOfTheConeWrittenOut(int degree, int p) {
        SplittableRandom r = new SplittableRandom(31L * degree + p);
        double[] gamma = r.doubles(p, -1, 1).toArray();
        double[] beta = r.doubles(p, -1, 1).toArray();
        double[] pair = LightConeQaoa.of(tree(degree, p), p, ConeLimits.DEFAULTS.withQubits(1), 1, Deadline.never())
                .orElseThrow()
                .expectations(gamma, beta, () -> false)
                .orElseThrow()
                .pair();
        double[] angles = Arrays.copyOf(gamma, 2 * p);
        System.arraycopy(beta, 0, angles, p, p);
        assertThat(HighGirth.regular(degree, p).value(angles)).isCloseTo(pair[0], within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "3, 1", "3, 3", "6, 2", "0, 1", "0, 2", "0, 3"}) // degree 0: the dense limit
    void derivativesAreThoseOfDifferences(int degree, int p) {
        HighGirth f = degree == 0 ? HighGirth.dense(p) : HighGirth.regular(degree, p);
        double[] x =
                new SplittableRandom(degree + 10L * p).doubles(2L * p, -1, 1).toArray();
        double[] gradient = new double[2 * p];
        assertThat(f.valueAndGradient(x, gradient)).isCloseTo(f.value(x), within(1e-13));
        double h = 1e-5;
        for (int k = 0; k < 2 * p; k++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[k] += h;
            down[k] -= h;
            assertThat(gradient[k])
                    .as("derivative %d", k)
                    .isCloseTo((f.value(up) - f.value(down)) / (2 * h), within(1e-7));
        }
    }

    /** Wurtz and Lykov 2021 (arXiv 2107.00677), Basso et al. 2022, table 1. */
    @Test
    void cubicGraphsAreCutAsPublished() {
        List<Row> rows = FixedAngleOptimizer.regular(3, 5, Deadline.never());
        double[] published = {0.6924, 0.7559, 0.7924, 0.8169, 0.8364};
        for (int p = 1; p <= 5; p++) {
            assertThat(rows.get(p - 1).cutFraction()).as("p = %d", p).isCloseTo(published[p - 1], within(1e-4));
        }
        assertThat(rows.get(0).beta()[0]).isCloseTo(-Math.PI / 8, within(1e-6));
    }

    /** The ring of disagrees: (2p + 1)/(2p + 2) (Farhi et al. 2014; proved by Mbeng et al. 2019). */
    @Test
    void ringsAreCutAsProved() {
        List<Row> rows = FixedAngleOptimizer.regular(2, 4, Deadline.never());
        for (int p = 1; p <= 4; p++) {
            assertThat(rows.get(p - 1).cutFraction()).isCloseTo((2.0 * p + 1) / (2 * p + 2), within(1e-6));
        }
    }

    /** Farhi et al. 2022, table 4: 0.3033, 0.4075, 0.4726, 0.5157; and angles that high degrees come close to. */
    @Test
    void denseLimitIsThatOfTheSherringtonKirkpatrickModel() {
        List<Row> rows = FixedAngleOptimizer.dense(4, Deadline.never());
        double[] published = {0.3033, 0.4075, 0.4726, 0.5157};
        for (int p = 1; p <= 4; p++) {
            assertThat(-rows.get(p - 1).value() / 2).as("p = %d", p).isCloseTo(published[p - 1], within(1e-4));
        }
        int degree = 4000;
        Row row = rows.get(1);
        double[] angles = {row.gamma()[0], row.gamma()[1], row.beta()[0], row.beta()[1]};
        angles[0] /= Math.sqrt(degree);
        angles[1] /= Math.sqrt(degree);
        assertThat(Math.sqrt(degree) * HighGirth.regular(degree, 2).value(angles))
                .isCloseTo(row.value(), within(2e-3));
    }

    @Test
    void wrongSizesAreRefused() {
        assertThatThrownBy(() -> HighGirth.regular(1, 2)).hasMessageContaining("degree of at least 2");
        assertThatThrownBy(() -> HighGirth.dense(0)).hasMessageContaining("expected 1 to 11");
        assertThat(FixedAngleOptimizer.regular(3, 5, Deadline.after(0))).isEmpty();
    }
}
